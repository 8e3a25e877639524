"""Two communes of one name, each in its district: whoever chooses or reads a portal can tell them apart."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.html import escape

from tenants.actions import grant
from tenants.admin.people.forms import MembershipFilterSet
from tenants.models import Portal, Role
from tests.factories import make_portal, make_user
from tests.factories.pages import local

from .screens import PEOPLE, PORTALS, text

NOW = local(2024, 3, 1)
NAMES = ["Xã Thanh Bình (Huyện Mường Khương)", "Xã Thanh Bình (Thị xã Sa Pa)"]
LIST_OF_QUESTIONS = "/hoi-dap/gui/"


@pytest.fixture
def twins(province):
    """Two communes of one name, the portal of which people look at first."""
    for slug, name, english in (
        ("huyen-muong-khuong", "Huyện Mường Khương", "Muong Khuong District"),
        ("thi-xa-sa-pa", "Thị xã Sa Pa", "Sa Pa Town"),
    ):
        make_portal(slug, name=name, name_en=english, level="district", group="district", scored_by="province")
        make_portal(f"xa-{slug}", name="Xã Thanh Bình", name_en="Thanh Binh Commune", parent=slug)
    return list(Portal.objects.placed().filter(name="Xã Thanh Bình").order_by("pk"))


def labels(field):
    return [label for _value, label in field.choices]


def test_only_a_commune_of_a_district_bears_its_district(twins, a, province, department):
    assert [portal.placed_name for portal in twins] == NAMES
    assert [portal.placed_name for portal in (a, province, department, twins[0].parent)] == [
        "Xã An Bình",
        "Tỉnh Thử",
        "Sở Thử",
        "Huyện Mường Khương",
    ]
    with translation.override("en"):
        assert twins[0].placed_name == "Thanh Binh Commune (Muong Khuong District)"
        assert (a.placed_name, department.placed_name) == ("An Binh Commune", "Sở Thử")


def test_the_form_of_invitations_and_the_filter_of_people_tell_them_apart(admin, twins, a, b):
    for portal in twins:
        make_user(f"x@{portal.slug}.example", portal=portal, role=Role.EDITOR)
    form = admin.get(f"{PEOPLE}new/").context["form"]
    offered = labels(form.fields["portal"])[1:]
    assert offered == ["Huyện Mường Khương", "Sở Thử", "Thị xã Sa Pa", "Tỉnh Thử", "Xã An Bình", "Xã Bình Yên", *NAMES]
    request = admin.get(PEOPLE).wsgi_request
    filters = MembershipFilterSet({}, request=request)
    assert [label for label in labels(filters.form.fields["portal"]) if "Thanh" in str(label)] == NAMES


@pytest.mark.parametrize("address", [PORTALS, "/admin/audit/", PEOPLE])
def test_lists_and_filters_name_both(admin, twins, address):
    for portal in twins:
        make_user(f"x@{portal.slug}.example", portal=portal, role=Role.EDITOR)
    page = text(admin.get(address))
    assert [name in page for name in NAMES] == [True, True]


def test_pages_about_one_portal_say_which(admin, twins):
    for place in ("edit", "hosts", "state", "act", "history"):
        told = _title if place == "edit" else text  # there the other one stands among the managing units
        pages = [told(admin.get(f"{PORTALS}{place}/{portal.pk}/")) for portal in twins]
        assert [[name in page for name in NAMES] for page in pages] == [[True, False], [False, True]], place


def test_messages_say_which(admin, twins):
    portal = twins[0]
    said = admin.post(f"{PORTALS}state/{portal.pk}/", {"state": "suspended", "note": "QĐ số 5"}, follow=True)
    assert f"Cổng “{NAMES[0]}” nay ở trạng thái: Tạm ngừng." in text(said)
    said = admin.post(f"{PORTALS}act/{portal.pk}/", {"reason": "Giúp xã"}, follow=True)
    assert f"Bạn đang làm thay {NAMES[0]}." in text(said)
    choice = text(admin.get("/admin/acting/"))
    assert f"<strong>{NAMES[0]}</strong>" in choice and NAMES[1] not in choice


def test_invitation_and_its_letter_say_which(admin, twins):
    data = {"email": "moi@example.vn", "last_name": "Lê", "first_name": "Mới", "role": "editor"}
    page = text(admin.post(f"{PEOPLE}new/", {**data, "portal": twins[1].pk}))
    (letter,) = mail.outbox
    assert (NAMES[1] in page, NAMES[1] in letter.subject, NAMES[1] in letter.body) == (True, True, True)
    row = twins[1].memberships.get()
    assert NAMES[1] in text(admin.get(f"{PEOPLE}revoke/{row.pk}/"))
    assert NAMES[0] not in page + letter.body


def test_choosing_among_ones_own_portals_says_which_at_a_constant_cost(enter, twins, a, b):
    client = enter(twins[0], Role.EDITOR)
    grant(client.user, portal=twins[1], role=Role.EDITOR, now=NOW)
    page, few = _cost(client, "/admin/acting/")
    assert [name in page for name in NAMES] == [True, True]
    for portal in (a, b):
        grant(client.user, portal=portal, role=Role.EDITOR, now=NOW)
    assert _cost(client, "/admin/acting/")[1] == few


@pytest.mark.parametrize("address", [f"{PEOPLE}new/", PEOPLE, PORTALS, "/admin/audit/", "/admin/compliance/"])
def test_lists_and_choices_cost_the_same_with_more_communes_in_districts(admin, twins, address):
    few = _cost(admin, address)[1]
    for number in range(5):
        portal = make_portal(f"xa-{number}", parent="thi-xa-sa-pa")
        make_user(f"{number}@x.example", portal=portal, role=Role.EDITOR)
    page, many = _cost(admin, address)
    assert (many, "Xã xa-4 (Thị xã Sa Pa)" in page) == (few, True)


def _cost(client, address):
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    return text(response), len(asked)


def test_citizens_choose_between_them_too(twins, visit):
    page = text(visit(twins[0], LIST_OF_QUESTIONS))
    assert [page.count(f">{escape(name)}</option>") for name in NAMES] == [1, 1]


def _title(response):
    return text(response).split("<title>")[1].split("</title>")[0]
