"""Screens that are global by nature are for the operator: no right of Wagtail's opens them, no menu leads there."""

import pytest
from django.contrib.auth.models import Permission

from tenants.models import AuditEntry, Role, User
from tests.factories.people import PASSWORD

SCREENS = [
    "/admin/users/",
    "/admin/groups/",
    "/admin/sites/",
    "/admin/workflows/list/",
    "/admin/workflows/tasks/index/",
    "/admin/workflows/task_chooser/",
    "/admin/reports/site-history/",
    "/admin/reports/page-types-usage/",
    "/admin/pages/usage/pages/articlepage/",
    "/admin/tag-autocomplete/?term=l",
    "/admin/redirects/import/",
]


@pytest.mark.parametrize("address", SCREENS)
def test_even_somebody_with_every_right_of_wagtails_is_refused(enter, a, of_b, address):
    chief = enter(a, Role.CHIEF)
    chief.user.user_permissions.set(Permission.objects.all())
    answer = chief.get(address)
    assert (answer.status_code, answer.url) == (302, "/admin/")
    entry = AuditEntry._base_manager.filter(refused=True).latest("pk")
    assert (entry.action, entry.portal, entry.actor) == ("refused.closed", a, chief.user)


@pytest.mark.parametrize("address", SCREENS)
def test_the_operator_opens_them(client, a, of_b, address):
    User.objects.create_superuser("op@tinh.example", PASSWORD)
    assert client.login(username="op@tinh.example", password=PASSWORD)
    assert client.get(address, headers={"host": "xa-a.localhost"}).status_code == 200


def test_no_entry_of_the_reports_leads_there(enter, a, b):
    page = enter(a, Role.CHIEF).get("/admin/").content.decode()
    assert "site-history" not in page and "page-types-usage" not in page
    assert "/admin/audit/" in page
