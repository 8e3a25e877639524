"""Nhật ký: who sees which rows, what narrows them down, what a row leads to, and what it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenants.actions import grant
from tenants.models import AuditEntry, Role
from tests.factories import make_article, make_user
from tests.tenants.screens import EVERYBODY, PROVINCE, is_refused, rows, text

AUDIT = "/admin/audit/"
READERS = PROVINCE | {Role.CHIEF, Role.HEAD}
NOW = timezone.now()


def titles(response):
    return [row.target_title for row in rows(response)]


@pytest.fixture
def both(a, b, plant):
    """An entry of each portal and one of the platform."""
    return [plant(a, "Bài của A"), plant(b, "Bài của B"), plant(None, "Của nền tảng")]


# --- who --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("role", EVERYBODY)
def test_chief_and_head_and_the_province_read_it_and_nobody_else(enter_as, a, b, role):
    client = enter_as(role)
    answers = [client.get(AUDIT + tail) for tail in ("", "results/", "?export=csv", "?export=xlsx")]
    assert [is_refused(answer) for answer in answers] == [role not in READERS] * 4


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_who_may_read_it_is_led_to_it(enter_as, a, b, role):
    assert (f'"{AUDIT}"' in text(enter_as(role).get("/admin/")).replace("&quot;", '"')) is (role in READERS)


@pytest.mark.parametrize("role", sorted(READERS - PROVINCE))
def test_a_unit_sees_its_own(enter, a, b, both, role):
    client = enter(a, role)
    for answer in (client.get(AUDIT), client.get(AUDIT + "results/"), client.get(AUDIT, {"q": "của"})):
        assert "Bài của A" in titles(answer)
        assert not {"Bài của B", "Của nền tảng"} & set(titles(answer))
        assert "Bài của B" not in text(answer) and "Xã Bình Yên" not in text(answer)


@pytest.mark.parametrize("role", sorted(PROVINCE))
def test_the_province_sees_all(enter, province, a, b, both, role):
    answer = enter(province, role).get(AUDIT, {"q": "của"})
    assert titles(answer) == ["Của nền tảng", "Bài của B", "Bài của A"]
    assert "Xã Bình Yên" in text(answer) and "Toàn hệ thống" in text(answer)


def test_who_works_for_two_portals_sees_the_one_acted_for(enter, a, b, both):
    client = enter(a, Role.CHIEF)
    grant(client.user, portal=b, role=Role.EDITOR, now=NOW)
    assert "Bài của B" not in titles(client.get(AUDIT))
    client.defaults["HTTP_HOST"] = "xa-b.localhost"
    answer = client.get(AUDIT)
    assert is_refused(answer) or "Bài của B" not in titles(answer)


def test_the_portal_cannot_be_named_by_hand(enter, a, b, both):
    for extra in ({"portal": b.pk}, {"portal": ""}, {"portal__in": b.pk}):
        assert "Bài của B" not in titles(enter(a, Role.HEAD, f"{len(str(extra))}@x.example").get(AUDIT, extra))


# --- what narrows it down -----------------------------------------------------------------------------
@pytest.fixture
def history(a, b, plant, people):
    """Four things of A, beside the like of B."""
    for portal, person in ((a, people["a"]), (b, people["b"])):
        plant(portal, "Quyết định", by=person, now=NOW - timedelta(days=40))
        plant(portal, "Ủy ban họp", action="wagtail.workflow.start", by=person, now=NOW - timedelta(days=3))
        plant(portal, "Lê Hoa", action="portal.granted", now=NOW - timedelta(days=2))
        plant(portal, "Bị chặn", action="refused.access", refused=True, by=person, now=NOW - timedelta(days=1))
    return people


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"person": "le hoa"}, ["Bị chặn", "Ủy ban họp", "Quyết định"]),
        ({"person": "hoa@xa-a"}, ["Bị chặn", "Ủy ban họp", "Quyết định"]),
        ({"person": "Trần Mai"}, []),
        ({"group": "workflow"}, ["Ủy ban họp"]),
        ({"group": "content"}, ["Quyết định"]),
        ({"outcome": "refused"}, ["Bị chặn"]),
        ({"outcome": "done", "group": "refused"}, []),
        ({"q": "quyet dinh"}, ["Quyết định"]),
        ({"q": "ỦY BAN"}, ["Ủy ban họp"]),
        ({"q": "họp ủy"}, ["Ủy ban họp"]),
        ({"q": "họp quyết"}, []),
        ({"deed": "wagtail.publish/page"}, ["Quyết định"]),
        ({"deed": "wagtail.publish/other"}, []),
        ({"deed": "wagtail.workflow.start"}, ["Ủy ban họp"]),
        ({"deed": "portal.expired"}, []),
        ({"q": "%"}, []),
    ],
)
def test_filters_and_search(chief, a, b, history, asked, expected):
    assert titles(chief.get(AUDIT, asked)) == expected


def test_each_deed_is_offered_once_by_the_name_it_has_in_the_list(chief, a, b):
    said = text(chief.get(AUDIT))
    assert '<option value="wagtail.publish/page">Đăng trang</option>' in said
    assert '<option value="wagtail.publish/other">Đăng mục khác</option>' in said
    assert '<option value="wagtail.workflow.approve,wagtail.moderation.approve">Duyệt</option>' in said


def test_from_one_day_to_another(chief, a, b, history):
    def day(back):
        return timezone.localdate(NOW - timedelta(days=back)).isoformat()

    between = {"happened_at_from": day(3), "happened_at_to": day(2)}
    assert titles(chief.get(AUDIT, between)) == ["Lê Hoa", "Ủy ban họp"]


def test_the_province_chooses_a_portal(office, a, b, history):
    assert titles(office.get(AUDIT, {"portal": b.pk, "q": "quyet dinh"})) == ["Quyết định"]
    assert {row.portal for row in rows(office.get(AUDIT, {"portal": b.pk}))} == {b}


def test_a_word_that_is_no_choice_narrows_nothing_and_breaks_nothing(chief, a, b, history):
    for asked in (
        {"group": "x"},
        {"deed": "x"},
        {"deed": "wagtail.publish"},
        {"outcome": "x"},
        {"happened_at_from": "x"},
        {"p": "x"},
        {"ordering": "portal"},
    ):
        assert chief.get(AUDIT, asked).status_code == 200


# --- what a row says and leads to ----------------------------------------------------------------------
@pytest.fixture
def published(a, b):
    """A published page of each portal."""
    return [make_article(portal, f"Tin {portal.slug}") for portal in (a, b)]


def entry_of(page, action="wagtail.publish"):
    return AuditEntry._base_manager.get(target_pk=str(page.pk), action=action)


def test_from_a_publication_to_the_page_and_to_its_state_at_that_time(chief, a, b, published):
    mine, _other = published
    entry = entry_of(mine)
    said = text(chief.get(AUDIT))
    revision = f"/admin/pages/{mine.pk}/revisions/{entry.detail['revision']}/view/"
    assert f'href="{AUDIT}{entry.pk}/object/"' in said and f'href="{revision}"' in said
    assert chief.get(f"{AUDIT}{entry.pk}/object/").url == f"/admin/pages/{mine.pk}/edit/"
    assert chief.get(revision).status_code == 200


def test_another_portals_entry_leads_nowhere(chief, a, b, published):
    assert chief.get(f"{AUDIT}{entry_of(published[1]).pk}/object/").status_code == 404


def test_the_province_reads_the_entry_and_opens_the_page_only_by_acting_for_the_portal(office, a, b, published):
    entry = entry_of(published[1])
    assert f"{AUDIT}{entry.pk}/object/" not in text(office.get(AUDIT))
    assert office.get(f"{AUDIT}{entry.pk}/object/").url == AUDIT


def test_what_is_gone_has_no_link(chief, a, b, published):
    mine, _other = published
    entry = entry_of(mine)
    mine.delete()
    assert f"{AUDIT}{entry.pk}/object/" not in text(chief.get(AUDIT))
    assert chief.get(f"{AUDIT}{entry.pk}/object/").url == AUDIT


def test_what_has_no_screen_for_this_person_has_no_link(chief, a, b, plant, people):
    for target in (a, people["a"]):
        entry = plant(a, target=target)
        assert f"{AUDIT}{entry.pk}/object/" not in text(chief.get(AUDIT))


def test_the_province_opens_its_own_portals_form(office, province, b, plant):
    entry = plant(province, target=province)
    assert f"{AUDIT}{entry.pk}/object/" in text(office.get(AUDIT))
    assert office.get(f"{AUDIT}{entry.pk}/object/").url == f"/admin/portals/edit/{province.pk}/"


@pytest.mark.parametrize("target", [("gone.model", "1", "Cũ"), ("pages.articlepage", "", "Không số"), None])
def test_an_entry_of_a_model_that_is_gone_or_of_none_is_shown(chief, a, b, plant, target):
    entry = plant(a, "Cũ", target=target) if target else plant(a, target=("", "", ""))
    assert chief.get(AUDIT).status_code == 200
    assert chief.get(f"{AUDIT}{entry.pk}/object/").url == AUDIT


def test_the_newest_stands_first(chief, a, b, plant):
    for back, title in ((2, "Giữa"), (3, "Cũ"), (1, "Mới")):
        plant(a, title, action="wagtail.move", now=NOW + timedelta(hours=1) - timedelta(minutes=back))
    assert titles(chief.get(AUDIT))[:3] == ["Mới", "Giữa", "Cũ"]


# --- what it costs ------------------------------------------------------------------------------------
def queries(client, address=AUDIT, **asked):
    client.get(address, asked)
    with CaptureQueriesContext(connection) as seen:
        response = client.get(address, asked)
        assert len(b"".join(response)) > 0  # an export reads its rows only now
    return len(seen)


@pytest.mark.parametrize("who", ["chief", "office"])
@pytest.mark.parametrize("asked", [{"q": "trang"}, {"export": "csv"}, {"export": "xlsx"}])
def test_a_list_of_thirty_costs_what_a_list_of_one_does(request, who, asked, a, b, plant, people):
    client = request.getfixturevalue(who)

    def grow(number):
        for place in range(number):
            page = make_article(a if place % 2 else b, f"Trang {number} {place}")
            plant(a, by=people["a"], target=page, detail={"revision": page.live_revision_id})
            plant(b, by=people["b"], target=make_user(f"{number}.{place}@xa-b.example", last_name="Trang"))

    grow(1)
    few = queries(client, **asked)
    grow(15)
    assert queries(client, **asked) == few


def test_counting_stops_where_nobody_turns_pages_any_more(monkeypatch, chief, a, b, plant):
    monkeypatch.setattr("tenants.audit.listing.COUNTED", 60)
    for number in range(70):
        plant(a, f"Trang {number}")
    answer = chief.get(AUDIT, {"p": 2})
    assert len(rows(answer)) == 10
    assert "Hơn 60 mục" in text(answer)


def test_the_menu_costs_the_admin_no_query(chief, a, b):
    chief.get("/admin/")
    with CaptureQueriesContext(connection) as seen:
        chief.get("/admin/")
    assert not [one for one in seen.captured_queries if "tenants_auditentry" in one["sql"]]
