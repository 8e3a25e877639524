"""Wagtail's own screens of people, groups, sites and workflows: no role writes by them, no menu leads to them."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, Site, Workflow

from tenants.models import Role, User
from tests.factories import make_user

from .screens import EVERYBODY, is_refused

PROPS = re.compile(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', re.DOTALL)
CLOSED = re.compile(r"^/admin/(users|groups|sites|locales|workflows|collections|redirects|settings|snippets/?$|api)")


@pytest.fixture
def other(b):
    """Somebody of the portal beside."""
    return make_user("x@xa-b.example", portal=b, role=Role.EDITOR)


def _state(user, site):
    user.refresh_from_db()
    site.refresh_from_db()
    return (
        (user.email, user.is_active, user.is_superuser, sorted(user.groups.values_list("pk", flat=True))),
        (site.hostname, site.root_page_id),
        [model.objects.count() for model in (User, Group, Site, Workflow, Locale)],
    )


@pytest.mark.parametrize("role", EVERYBODY)
def test_no_role_writes_by_them(enter_as, a, b, other, role):
    client = enter_as(role)
    me = client.user
    group = other.groups.get()
    before = _state(other, b.site), _state(me, a.site)
    grown = {"is_superuser": "on", "is_active": "on", "groups": [group.pk], "first_name": "X", "last_name": "X"}
    workflow = Workflow.objects.get()
    attempts = {
        "users/new/": {**grown, "email": "root@example.vn", "password1": "mot-mat-khau", "password2": "mot-mat-khau"},
        f"users/edit/{me.pk}/": {**grown, "email": me.email},
        f"users/edit/{other.pk}/": {"email": "mine@example.vn", "first_name": "X", "last_name": "X"},
        f"users/delete/{other.pk}/": {},
        "groups/new/": {"name": "root"},
        f"groups/edit/{group.pk}/": {"name": "root"},
        f"groups/delete/{group.pk}/": {},
        "sites/new/": {"hostname": "evil.localhost", "port": 80, "root_page": a.site.root_page_id},
        f"sites/edit/{b.site_id}/": {"hostname": "evil.localhost", "port": 80, "root_page": a.site.root_page_id},
        f"sites/delete/{b.site_id}/": {},
        "workflows/add/": {"name": "root"},
        f"workflows/edit/{workflow.pk}/": {"name": "root"},
        f"workflows/disable/{workflow.pk}/": {},
        f"bulk/tenants/user/delete/?id={other.pk}": {},
        f"bulk/tenants/user/set_active_state/?id={other.pk}": {"mark_as_active": "False"},
        f"bulk/tenants/user/assign_role/?id={me.pk}": {"role": group.pk},
        "bulk/tenants/user/delete/?id=all": {},
    }
    for path, data in attempts.items():
        response = client.post(f"/admin/{path}", data)
        assert is_refused(response) or response.status_code == 200, path
        assert "x@xa-b.example" not in response.content.decode(), path
    workflow.refresh_from_db()
    assert workflow.active
    assert (_state(other, b.site), _state(me, a.site)) == before


def _addresses(menu):
    """Every address in the tree of menu items that the page hands to its sidebar."""
    if isinstance(menu, dict):
        for key, value in menu.items():
            if key in ("url", "href") and isinstance(value, str):
                yield value
            yield from _addresses(value)
    if isinstance(menu, list):
        for item in menu:
            yield from _addresses(item)


@pytest.mark.parametrize("role", list(Role))
def test_every_entry_of_the_menu_opens(enter_as, a, b, role):
    client = enter_as(role)
    props = json.loads(PROPS.search(client.get("/admin/").content.decode()).group(1))
    entries = sorted({address for address in _addresses(props) if address.startswith("/admin/")} - {"/admin/logout/"})
    assert entries
    assert [address for address in entries if CLOSED.match(address)] == []
    refused = [address for address in entries if address != "/admin/" and is_refused(client.get(address))]
    assert refused == []
