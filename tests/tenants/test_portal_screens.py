"""Cổng thành phần: what the list shows and costs, and what each form writes."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenants.activity import last_activity
from tenants.admin.portals.forms import EFFECTS
from tenants.models import Portal, Role, User
from tests.factories import make_article, make_portal, make_user
from tests.factories.pages import local

from .screens import PORTALS, rows, text

NEW = {
    "name": "Xã Mới",
    "name_en": "",
    "slug": "xa-moi",
    "level": "commune",
    "group": "commune",
    "scale": "commune",
    "scored_by": "province",
    "state": "active",
    "opened_on": "",
}


def slugs(response):
    return [portal.slug for portal in rows(response)]


def test_the_list_shows_every_portal_with_host_people_and_activity(office, a, b):
    make_user("1@xa-a.example", portal=a, role=Role.EDITOR)
    make_user("2@xa-a.example", portal=a, role=Role.EDITOR, is_active=False)
    make_article(a, at=local(2024, 3, 20))
    response = office.get(PORTALS)
    assert sorted(slugs(response)) == ["so-a", "tinh", "xa-a", "xa-b"]
    shown = {portal.slug: (portal.primary_host, portal.people) for portal in rows(response)}
    assert (shown["xa-a"], shown["xa-b"]) == (("xa-a.localhost", 1), ("xa-b.localhost", 0))
    moments = {portal.slug: portal.last_activity for portal in rows(response)}
    assert (moments["xa-a"], moments["xa-b"]) == (local(2024, 3, 20), None)
    assert 'datetime="2024-03-20T09:00:00+07:00"' in text(response)


def test_activity_is_the_newer_of_publishing_and_logging_in(a, b, province):
    user = make_user("1@xa-a.example", portal=a, role=Role.EDITOR)
    make_user("2@xa-b.example", portal=b, role=Role.EDITOR)
    keys = [a.pk, b.pk, province.pk]
    assert last_activity(keys) == {}
    make_article(a, at=local(2024, 3, 20))
    make_article(a, at=local(2024, 3, 10))
    make_article(b, live=False)
    assert last_activity(keys) == {a.pk: local(2024, 3, 20)}
    User.objects.filter(pk=user.pk).update(last_login=local(2024, 3, 25))
    assert last_activity(keys) == {a.pk: local(2024, 3, 25)}
    assert last_activity([b.pk]) == {}


def test_activity_costs_two_queries_for_any_number_of_portals(a, b, province, django_assert_num_queries):
    for portal in (a, b):
        make_article(portal)
    for keys in ([a.pk], [a.pk, b.pk, province.pk]):
        with django_assert_num_queries(2):
            last_activity(keys)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=An Bình", ["xa-a"]),
        ("q=an binh", ["xa-a"]),
        ("q=xã A", ["xa-a"]),
        ("q=commune", ["xa-a", "xa-b"]),
        ("q=xa-b.localhost", ["xa-b"]),
        ("q=không có", []),
        ("level=department", ["so-a"]),
        ("group=commune&state=active", ["xa-a", "xa-b"]),
        ("state=closed", []),
    ],
)
def test_the_list_is_searched_and_filtered(office, a, b, asked, found):
    assert sorted(slugs(office.get(f"{PORTALS}?{asked}"))) == found
    assert sorted(slugs(office.get(f"{PORTALS}results/?{asked}"))) == found


def _cost(client, address):
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    return len(rows(response)), len(asked)


def test_the_list_costs_the_same_with_many_portals(office, a, b):
    few, queries = _cost(office, PORTALS)
    for number in range(26):
        make_portal(f"xa-{number}")
    assert _cost(office, PORTALS) == (few + 26, queries)


def test_a_portal_is_opened_by_the_form(office, province, a, b):
    response = office.post(f"{PORTALS}new/", {**NEW, "parent": province.pk, "opened_on": "2024-03-01"})
    assert response.status_code == 302
    portal = Portal.objects.get(slug="xa-moi")
    assert (portal.parent, portal.opened_on, portal.root_page.title) == (province, date(2024, 3, 1), "Xã Mới")
    event = portal.events.get()
    assert (event.kind, event.by) == ("created", office.user)
    assert office.get("/", headers={"host": "xa-moi.localhost"}).status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"slug": "xa-b"}, {"slug": "Xã"}, {"name": ""}, {"level": "hamlet"}, {"level": "province"}]
)
def test_a_wrong_form_opens_nothing_and_says_why(office, province, a, b, wrong):
    before = Portal.objects.count()
    response = office.post(f"{PORTALS}new/", {**NEW, "parent": province.pk, **wrong})
    assert (response.status_code, Portal.objects.count()) == (200, before)
    assert response.context["form"].errors


def test_facts_are_changed_and_the_slug_is_not(office, province, a, b):
    data = {**NEW, "slug": "khac", "name": "Phường An Bình", "parent": province.pk}
    assert office.post(f"{PORTALS}edit/{a.pk}/", data).status_code == 302
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.slug, a.name, a.name_en, b.name) == ("xa-a", "Phường An Bình", "", "Xã Bình Yên")
    assert a.events.get(kind="changed").by == office.user


def test_a_circle_is_refused_in_the_form(office, province, a, b):
    data = {**NEW, "name": province.name, "parent": a.pk, "scale": "none", "scored_by": "none"}
    response = office.post(f"{PORTALS}edit/{province.pk}/", data)
    assert "Vòng quản lý khép kín." in text(response)
    province.refresh_from_db()
    assert province.parent is None


def test_a_state_is_not_changed_without_a_note(office, a, b):
    response = office.post(f"{PORTALS}state/{a.pk}/", {"state": "suspended", "note": " "})
    assert "note" in response.context["form"].errors
    assert (Portal.objects.get(pk=a.pk).state, a.events.filter(kind="state").count()) == ("active", 0)


def test_a_state_is_changed_with_its_note(office, a, b, visit):
    data = {"state": "suspended", "note": "QĐ số 5"}
    assert office.post(f"{PORTALS}state/{a.pk}/", data).status_code == 302
    event = a.events.get(kind="state")
    assert (event.by, event.note) == (office.user, "QĐ số 5")
    assert [Portal.objects.get(pk=portal.pk).state for portal in (a, b)] == ["suspended", "active"]


def test_each_state_says_what_citizens_will_see_and_saving_says_the_new_one(office, a, b):
    form = text(office.get(f"{PORTALS}state/{a.pk}/"))
    assert [str(words) for words in EFFECTS.values() if str(words) not in form] == []
    page = text(office.post(f"{PORTALS}state/{a.pk}/", {"state": "suspended", "note": "QĐ số 5"}, follow=True))
    assert "Cổng “Xã An Bình” nay ở trạng thái: Tạm ngừng." in page
    assert [Portal.objects.get(pk=portal.pk).state for portal in (a, b)] == ["suspended", "active"]


def test_hosts_are_changed_and_those_of_others_refused(office, a, b):
    address = f"{PORTALS}hosts/{a.pk}/"
    assert (
        office.post(address, {"primary": "Moi.Localhost", "aliases": "cu.localhost\n\ncu.localhost"}).status_code
        == 302
    )
    assert sorted(a.hosts.values_list("host", "is_primary")) == [("cu.localhost", False), ("moi.localhost", True)]
    for primary, reason in (("xa-b.localhost", "đã thuộc một cổng khác"), ("a b", "không phải tên miền"), ("", None)):
        response = office.post(address, {"primary": primary, "aliases": ""})
        assert response.status_code == 200
        assert reason is None or reason in text(response)
    assert a.hosts.count() == 2
    assert list(b.hosts.values_list("host", flat=True)) == ["xa-b.localhost"]


def test_the_host_in_use_stays(office, province, a, b):
    response = office.post(f"{PORTALS}hosts/{province.pk}/", {"primary": "localhost", "aliases": ""})
    assert "hãy giữ lại" in text(response)
    assert sorted(province.hosts.values_list("host", flat=True)) == ["localhost", "tinh.localhost"]


def test_the_history_tells_of_one_portal_in_words(office, district, a, b):
    make_user("x@xa-a.example", portal=a, role=Role.EDITOR, first_name="An")
    make_user("y@xa-b.example", portal=b, role=Role.EDITOR, first_name="Bình")
    office.post(f"{PORTALS}state/{a.pk}/", {"state": "suspended", "note": "QĐ số 5"})
    office.post(f"{PORTALS}hosts/{a.pk}/", {"primary": "moi.localhost", "aliases": ""})
    office.post(f"{PORTALS}edit/{a.pk}/", {**NEW, "name": "Tên mới", "parent": district.pk})
    page = text(office.get(f"{PORTALS}history/{a.pk}/"))
    told = (
        "Nguyễn An: Biên tập viên",
        "Đang hoạt động → Tạm ngừng",
        "QĐ số 5",
        "moi.localhost",
        "→ Tên mới",
        "→ Huyện A",
    )
    assert [words for words in told if words not in page] == []
    assert "Nguyễn Bình" not in page


def test_nobody_deletes_a_portal(office, a, b):
    for verb in ("delete", "copy", "usage", "inspect"):
        assert office.get(f"{PORTALS}{verb}/{a.pk}/").status_code == 404
    assert office.get(f"{PORTALS}edit/999999/").status_code == 404


def test_a_log_in_counts_as_activity_at_once(office, province, a, b):
    moments = {portal.slug: portal.last_activity for portal in rows(office.get(PORTALS))}
    assert moments["xa-b"] is None
    assert (timezone.now() - moments["tinh"]).total_seconds() < 60
