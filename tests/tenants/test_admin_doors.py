"""Which role opens which screen; what Wagtail brings for superusers stays closed to every role."""

import pytest
from django.urls import reverse

from tenants.models import Membership, Role, State
from tests.factories import make_user

from .screens import EVERYBODY, KEEP_PEOPLE, PEOPLE, PORTALS, PROVINCE, is_refused


def _portal_pages(portal):
    one = [f"{PORTALS}{name}/{portal.pk}/" for name in ("edit", "hosts", "state", "history")]
    return [PORTALS, f"{PORTALS}results/", f"{PORTALS}new/", f"{PORTALS}upload/", *one]


def test_the_addresses_others_rely_on():
    names = ("portals:index", "portals:upload", "members:index", "members:add")
    assert [reverse(name) for name in names] == [PORTALS, f"{PORTALS}upload/", PEOPLE, f"{PEOPLE}new/"]


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_the_province_opens_the_screens_of_portals(enter_as, a, b, role):
    client = enter_as(role)
    for address in [page for portal in (a, b) for page in _portal_pages(portal)]:
        response = client.get(address)
        if role in PROVINCE:
            assert response.status_code == 200, address
        else:
            assert is_refused(response), address


@pytest.mark.parametrize("role", sorted(set(Role) - PROVINCE))
def test_no_unit_changes_a_portal_not_even_its_own(enter_as, a, b, role):
    client = enter_as(role)
    for portal in (a, b):
        forms = {"state": {"state": "closed"}, "hosts": {"primary": "mine.localhost"}, "edit": {"name": "Tên khác"}}
        for name, data in forms.items():
            assert is_refused(client.post(f"{PORTALS}{name}/{portal.pk}/", data)), name
        before = portal.name
        portal.refresh_from_db()
        assert (portal.name, portal.state) == (before, State.ACTIVE)
        assert list(portal.hosts.values_list("host", flat=True)) == [f"{portal.slug}.localhost"]


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_chiefs_and_administrators_open_the_screens_of_people(enter_as, a, b, role):
    for portal in (a, b):
        make_user(f"x@{portal.slug}.example", portal=portal, role=Role.EDITOR)
    own = Membership.objects.get(user__email="x@xa-a.example")
    client = enter_as(role)
    pages = [
        PEOPLE,
        f"{PEOPLE}results/",
        f"{PEOPLE}new/",
        f"{PEOPLE}revoke/{own.pk}/",
        f"{PEOPLE}deactivate/{own.pk}/",
    ]
    for address in pages:
        response = client.get(address)
        if role in KEEP_PEOPLE:
            assert response.status_code == 200, address
        else:
            assert is_refused(response), address


@pytest.mark.parametrize("role", sorted(set(Role) - KEEP_PEOPLE))
def test_nobody_else_gives_or_takes_a_role(enter_as, a, b, role):
    client = enter_as(role)
    victim = make_user("x@xa-a.example", portal=a, role=Role.EDITOR).memberships.get()
    data = {"email": "y@example.vn", "last_name": "Y", "first_name": "Y", "portal": a.pk, "role": "editor"}
    before = Membership.objects.count()
    assert is_refused(client.post(f"{PEOPLE}new/", data))
    for verb in ("revoke", "deactivate", "link"):
        assert is_refused(client.post(f"{PEOPLE}{verb}/{victim.pk}/")), verb
    victim.user.refresh_from_db()
    assert (Membership.objects.count(), victim.user.is_active) == (before, True)


@pytest.mark.parametrize("path", [PORTALS, PEOPLE, f"{PORTALS}upload/", f"{PEOPLE}new/"])
def test_a_visitor_is_asked_to_log_in(visit, a, b, path):
    for portal in (a, b):
        response = visit(portal, path)
        assert (response.status_code, response.url.split("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("role", EVERYBODY)
def test_wagtails_own_screens_of_people_sites_and_workflows_stay_closed(enter_as, a, b, role):
    other = make_user("x@xa-b.example", portal=b, role=Role.EDITOR)
    client = enter_as(role)
    for path in (
        "users/",
        "users/new/",
        f"users/edit/{other.pk}/",
        f"users/delete/{other.pk}/",
        "groups/",
        "groups/new/",
        f"groups/edit/{other.groups.get().pk}/",
        "sites/",
        "sites/new/",
        f"sites/edit/{b.site_id}/",
        "workflows/list/",
        "workflows/add/",
        "workflows/tasks/index/",
        "locales/",
        "collections/",
        "redirects/",
    ):
        assert is_refused(client.get(f"/admin/{path}")), path


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.EDITOR, (False, False)),
        (Role.CHIEF, (False, True)),
        (Role.PROVINCE_OFFICE, (True, False)),
        (Role.PROVINCE_ADMIN, (True, True)),
    ],
)
def test_the_menu_offers_what_opens(enter_as, a, b, role, shown):
    page = enter_as(role).get("/admin/").content.decode()
    assert tuple(f'"{address}"' in page for address in (PORTALS, PEOPLE)) == shown


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (Role.PROVINCE_OFFICE, ["Cổng thành phần", "Tải danh sách lên"]),
        (Role.PROVINCE_ADMIN, ["Cổng thành phần", "Người và vai trò", "Tải danh sách lên"]),
        (Role.CHIEF, []),
        (Role.EDITOR, []),
        (Role.HEAD, []),
    ],
)
def test_the_first_screen_offers_the_province_big_buttons(enter_as, a, b, role, labels):
    client = enter_as(role)
    page = client.get("/admin/").content.decode()
    every = ["Cổng thành phần", "Người và vai trò", "Tải danh sách lên"]
    assert [label for label in every if f'cong-button__label">{label}<' in page] == labels
