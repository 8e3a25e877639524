"""For whom a person works: chosen, shown on every screen, and for the province with a reason and an end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenants.actions import act_for, end_acting, grant, invite, revoke
from tenants.models import Membership, Role
from tenants.permissions import may_act_for, may_manage_people, portals_of, roles_grantable_by, roles_of
from tenants.provisioning import Refused
from tenants.tasks import end_what_is_over
from tests.factories import make_portal

from .screens import EVERYBODY, PEOPLE, PORTALS, PROVINCE, is_refused, role_of, text

ACTING = "/admin/acting/"
REASON = "Đăng thông báo bão số 3"


@pytest.fixture
def both(enter, a, b):
    """An editor of A who is chief of B, on A's host."""
    client = enter(a, Role.EDITOR)
    grant(client.user, portal=b, role=Role.CHIEF, now=timezone.now())
    return client


def works_for(client):
    return client.get("/admin/").wsgi_request.acting_portal


def _begin(office, portal, reason=REASON):
    return office.post(f"{PORTALS}act/{portal.pk}/", {"reason": reason})


def test_before_acting_one_reads_for_how_long_and_who_sees_it(office, a, b, settings):
    settings.ACTING_HOURS = 3
    page = text(office.get(f"{PORTALS}act/{a.pk}/"))
    told = ("Trong 3 giờ", "trưởng ban biên tập của Xã An Bình", "nhật ký của cổng", f'href="{PORTALS}" class="button')
    assert [words for words in told if words not in page] == []
    assert "Xã Bình Yên" not in page


def test_while_acting_the_first_screen_has_no_buttons_of_the_province(office, a, b):
    tiles = f'class="cong-button" href="{PORTALS}upload/"'
    assert tiles in text(office.get("/admin/"))
    _begin(office, a)
    assert tiles not in text(office.get("/admin/"))
    office.post(f"{ACTING}end/{Membership.objects.get(user=office.user, portal=a).pk}/")
    assert tiles in text(office.get("/admin/"))


def test_the_host_decides_until_one_chooses(both, a, b):
    assert works_for(both) == a
    assert "Đang làm việc cho: <strong>Xã An Bình</strong>" in text(both.get("/admin/"))
    assert both.post(ACTING, {"portal": b.pk}).status_code == 302
    answer = both.get("/admin/account/")
    assert "Đang làm việc cho: <strong>Xã Bình Yên</strong>" in text(answer)
    assert (works_for(both), "Xã An Bình" in text(answer)) == (b, False)
    both.post(ACTING, {"portal": a.pk})
    assert works_for(both) == a


def test_a_choice_that_is_no_more_falls_back(both, a, b):
    both.post(ACTING, {"portal": b.pk})
    revoke(Membership.objects.get(user=both.user, portal=b), now=timezone.now())
    assert works_for(both) == a


@pytest.mark.parametrize("wanted", ["", "x", "-1", "9" * 40, "b", "\x00"])
def test_nobody_chooses_a_portal_of_others(enter, a, b, wanted):
    editor = enter(a, Role.EDITOR)
    answer = editor.post(ACTING, {"portal": b.pk if wanted == "b" else wanted}, follow=True)
    assert ("Bạn không có vai trò ở cổng này." in text(answer), works_for(editor)) == (True, a)


def test_the_screen_lists_ones_own_portals_alone(both, a, b, department):
    answer = text(both.get(ACTING))
    assert [portal.name in answer for portal in (a, b, department)] == [True, True, False]
    assert answer.count('name="portal"') == 1


def test_only_who_has_a_choice_is_offered_one(both, enter, a, b):
    single = enter(b, Role.EDITOR)
    offered = f'<a href="{ACTING}">Đổi cổng</a>'
    assert [offered in text(client.get("/admin/")) for client in (both, single)] == [True, False]
    assert single.get(ACTING).status_code == 200


def test_the_bar_costs_the_same_for_two_portals_and_for_ten(both, a, b, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(100) as found:
            both.get(ACTING)
        return len(found)

    queries()
    before = queries()
    for number in range(8):
        grant(both.user, portal=make_portal(f"xa-{number}"), role=Role.EDITOR, now=timezone.now())
    assert queries() == before


@pytest.mark.parametrize("role", EVERYBODY)
def test_the_province_alone_acts_for_a_portal(enter_as, enter, a, b, role):
    client = enter_as(role) if role else enter(a)
    allowed = role in PROVINCE
    assert is_refused(client.get(f"{PORTALS}act/{b.pk}/")) is not allowed
    _begin(client, b)
    assert (may_act_for(client.user), b.memberships.filter(user=client.user).exists()) == (allowed, allowed)


def test_the_province_acts_openly_with_a_reason_and_an_end(office, a, b, settings):
    settings.ACTING_HOURS = 2
    begun = timezone.now()
    assert _begin(office, a).status_code == 302
    row = Membership.objects.get(user=office.user, portal=a)
    assert (row.role, row.reason) == (Role.CHIEF, REASON)
    assert timedelta(hours=2) <= row.expires_at - begun < timedelta(hours=2, minutes=1)
    answer = text(office.get("/admin/"))
    assert works_for(office) == a
    until = timezone.localtime(row.expires_at).strftime("%H:%M")
    assert f"<strong>Đang làm thay Xã An Bình</strong> – {REASON} – kết thúc lúc {until}" in answer
    event = a.events.get(kind="acting")
    assert (event.by, event.note, b.events.filter(kind="acting").count()) == (office.user, REASON, 0)


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_without_a_reason_nothing_begins(office, a, b, province, reason):
    assert _begin(office, a, reason).status_code == 200
    assert (works_for(office), a.memberships.count()) == (province, 0)


def test_who_acts_edits_that_portals_pages_till_the_end(office, a, b, province):
    addresses = [f"/admin/pages/{portal.root_page.pk}/edit/" for portal in (a, b)]
    assert [is_refused(office.get(address)) for address in addresses] == [True, True]
    _begin(office, a)
    assert [is_refused(office.get(address)) for address in addresses] == [False, True]
    row = a.memberships.get(user=office.user)
    assert office.post(f"{ACTING}end/{row.pk}/").status_code == 302
    assert (works_for(office), a.memberships.count()) == (province, 0)
    assert [is_refused(office.get(address)) for address in addresses] == [True, True]
    assert a.events.get(kind="acting_ended").by == office.user


def test_time_ends_it_at_once_and_the_clock_for_who_is_away(office, admin, a, b, province):
    for client in (office, admin):
        _begin(client, a)
    Membership.objects.exclude(reason="").update(expires_at=timezone.now())
    assert (works_for(office), list(portals_of(admin.user))) == (province, [province])
    assert a.memberships.get().user == admin.user
    end_what_is_over.enqueue()
    assert (a.memberships.count(), list(admin.user.groups.values_list("name", flat=True))) == (
        0,
        ["tinh:province_admin"],
    )
    assert a.events.filter(kind="acting_ended", by=None).count() == 2


def test_people_of_the_portal_see_who_acts_and_why_and_cannot_end_it(office, chief, enter, a, b):
    _begin(office, a)
    row = a.memberships.get(user=office.user)
    answer = text(chief.get(PEOPLE))
    assert REASON in answer and "tỉnh làm thay đến" in answer
    for verb in ("revoke", "deactivate", "link"):
        assert is_refused(chief.post(f"{PEOPLE}{verb}/{row.pk}/"))
    assert Membership.objects.filter(pk=row.pk).exists()
    assert REASON not in text(enter(b, Role.CHIEF).get(PEOPLE))


def test_who_acts_keeps_content_and_no_people(office, a, b):
    _begin(office, a)
    assert (may_manage_people(office.user), roles_grantable_by(office.user, a)) == (False, [])
    assert is_refused(office.get(PEOPLE))


def test_a_province_person_who_is_the_chief_stays_so(office, a, b):
    grant(office.user, portal=a, role=Role.CHIEF, now=timezone.now())
    with pytest.raises(Refused):
        act_for(office.user, portal=a, reason=REASON, now=timezone.now())
    assert "Bạn đã có vai trò này" in text(_begin(office, a))
    row = a.memberships.get(user=office.user)
    assert office.post(f"{ACTING}end/{row.pk}/").status_code == 404
    end_acting(row, now=timezone.now())
    assert roles_of(office.user)[a.pk] == {"chief"}


def test_who_leaves_the_province_acts_no_more(office, admin, a, b, province):
    _begin(office, a)
    admin.post(f"{PEOPLE}revoke/{province.memberships.get(user=office.user).pk}/")
    assert (Membership.objects.filter(user=office.user).count(), office.user.groups.count()) == (0, 0)
    assert a.events.get(kind="acting_ended").by == admin.user


def test_nobody_ends_or_accepts_for_somebody_else(office, enter, a, b):
    _begin(office, a)
    names = {"last_name": "Lê", "first_name": "Mới"}
    offer = invite("x@example.vn", **names, portal=b, role=Role.EDITOR, now=timezone.now())
    editor = enter(a, Role.EDITOR)
    for address in (f"end/{a.memberships.get(user=office.user).pk}", f"accept/{offer.pk}", f"end/{10**30}"):
        assert editor.post(f"{ACTING}{address}/").status_code == 404
        assert editor.get(f"{ACTING}{address}/").status_code in (404, 405)
    assert Membership.objects.filter(pk=offer.pk).exclude(invited_as="").exists()


def test_an_invitation_can_be_accepted_after_logging_in(enter, a, b):
    editor = enter(a, Role.EDITOR)
    names = {"last_name": "Lê", "first_name": "Mới"}
    offer = invite(editor.user.email, **names, portal=b, role=Role.OFFICER, now=timezone.now())
    assert "Xã Bình Yên" in text(editor.get(ACTING))
    assert works_for(editor) == a
    editor.post(f"{ACTING}accept/{offer.pk}/")
    assert (works_for(editor), roles_of(editor.user)) == (b, {a.pk: {"editor"}, b.pk: {"officer"}})


def test_a_district_assessor_has_no_content(enter, district, a, b):
    assessor = enter(district, Role.DISTRICT_ASSESSOR)
    assert role_of(assessor.user).portal == district
    for portal in (district, a):
        assert is_refused(assessor.get(f"/admin/pages/{portal.root_page.pk}/edit/"))


def test_a_lasting_role_takes_the_place_of_acting(office, a, b):
    _begin(office, a)
    grant(office.user, portal=a, role=Role.CHIEF, now=timezone.now())
    row = a.memberships.get(user=office.user)
    assert (row.reason, row.expires_at) == ("", None)
    assert "Đang làm thay" not in text(office.get("/admin/"))
