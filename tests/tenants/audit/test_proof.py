"""In a dispute: from an entry to the page's address and to the version it tells of, also for the province."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tenants.models import AuditEntry, Role
from tests.factories import make_article, publish
from tests.tenants.screens import EVERYBODY, PROVINCE, is_refused, rows, text

AUDIT = "/admin/audit/"


@pytest.fixture
def pages(a, b):
    """A published page of each portal, changed since."""
    found = [make_article(portal, f"Tin {portal.slug}") for portal in (a, b)]
    for page in found:
        page.title_vi = page.title = f"Tin sửa {page.portal.slug}"
        publish(page)
    return found


def first_publication(page):
    return AuditEntry._base_manager.filter(target_pk=str(page.pk), action="wagtail.publish").order_by("pk").first()


def version(entry):
    return f"{AUDIT}{entry.pk}/version/"


@pytest.mark.parametrize("role", sorted(PROVINCE))
def test_the_province_reads_the_version_an_entry_tells_of(enter, province, pages, role):
    client, entry = enter(province, role), first_publication(pages[1])
    assert f'href="{version(entry)}"' in text(client.get(AUDIT))
    answer = client.get(version(entry))
    assert answer.status_code == 200 and "Tin xa-b" in text(answer) and "Tin sửa" not in text(answer)
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_of_a_creation_it_is_the_first_version(office, pages, plant):
    made = plant(pages[1].portal, target=pages[1], action="wagtail.create")
    assert f'href="{version(made)}"' in text(office.get(AUDIT))
    assert "Tin sửa" not in text(office.get(version(made)))


@pytest.mark.parametrize("role", [role for role in EVERYBODY if role not in PROVINCE])
def test_nobody_else_reads_another_portals_version(enter_as, a, pages, role):
    client, entry = enter_as(role), first_publication(pages[1])
    answer = client.get(version(entry))
    assert is_refused(answer) and "Tin xa-b" not in text(answer)


def test_a_chief_reads_the_own_portals(chief, pages):
    assert "Tin xa-a" in text(chief.get(version(first_publication(pages[0]))))


def test_it_only_shows(office, pages):
    assert office.post(version(first_publication(pages[1]))).status_code == 405


def test_what_is_gone_or_no_page_has_no_version(office, b, pages, plant):
    entries = [first_publication(pages[1]), plant(b, target=b), plant(b, target=pages[0], detail={"revision": 1})]
    pages[1].delete()
    said = text(office.get(AUDIT))
    for entry in entries:
        assert version(entry) not in said
        assert office.get(version(entry)).url == AUDIT


def test_the_address_stands_beside_it_as_a_link_where_it_is_public(office, b, pages):
    shown = next(row for row in rows(office.get(AUDIT)) if row.pk == first_publication(pages[1]).pk)
    path = pages[1].get_url_parts()[2]
    assert (shown.public_path, shown.public_url) == (path, f"http://xa-b.localhost{path}")
    assert f'href="http://xa-b.localhost{path}"' in text(office.get(AUDIT))


@pytest.mark.parametrize("hide", ["draft", "private", "closed"])
def test_what_is_not_public_has_its_path_without_a_link(office, b, pages, hide):
    page = pages[1]
    if hide == "draft":
        page.unpublish()
    elif hide == "private":
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    else:
        type(b).objects.filter(pk=b.pk).update(state="closed")
    shown = next(row for row in rows(office.get(AUDIT)) if row.pk == first_publication(page).pk)
    assert (shown.public_path, shown.public_url) == (page.get_url_parts()[2], "")


def test_a_chief_reads_the_address_too_and_nothing_of_b(chief, pages):
    said = text(chief.get(AUDIT))
    assert pages[0].get_url_parts()[2] in said and "xa-b" not in said


def test_addresses_cost_the_same_for_many(office, a, b):
    def cost():
        office.get(AUDIT)
        with CaptureQueriesContext(connection) as seen:
            office.get(AUDIT)
        return len(seen)

    make_article(a, "Một"), make_article(b, "Hai")
    few = cost()
    for number in range(10):
        make_article(a, f"Tin {number}"), make_article(b, f"Tin {number}")
    assert cost() <= few


def test_who_holds_no_role_there_any_more_reads_nothing(enter, b, pages):
    client = enter(b, Role.EDITOR)
    assert is_refused(client.get(version(first_publication(pages[1]))))
