"""Nothing ends before it was issued, nor by what was issued before it; a reader sees no such day."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.pages.legal.force import derive
from cms.pages.models import LegalDocumentPage
from cms.pages.writing.todo import todos
from tenants.scoping import platform_scope
from tests.factories import make_document, section_page
from tests.factories.documents import force_of, make_acting
from tests.pages.posting import document_form

TODAY = date(2026, 6, 15)
IN_2020 = {"effective_date": date(2020, 1, 1), "effective_precision": "day"}


def _banner(visit, portal):
    page = BeautifulSoup(visit(portal, "/van-ban/cu/").content, "html.parser")
    return " ".join(page.select_one(".notice--bad").get_text(" ", strip=True).split())


def _issued(day, precision="day"):
    return {"issue_date": day, "issue_precision": precision}


@pytest.mark.parametrize("kind", ["replaces", "repeals", "amends"])
@pytest.mark.parametrize(
    ("source", "target", "acts"),
    [
        (_issued(date(2024, 3, 19)), _issued(date(2024, 3, 20)), False),
        (_issued(date(2024, 3, 20)), _issued(date(2024, 3, 20)), True),
        (_issued(date(2024, 3, 1), "month"), _issued(date(2024, 3, 20)), True),
        (_issued(None, "unknown"), _issued(date(2024, 3, 20)), True),
        (_issued(date(2026, 6, 16)), _issued(date(2024, 3, 20)), False),  # tomorrow
        (_issued(None, "unknown"), _issued(date(2026, 7, 1), "month"), False),
    ],
)
def test_it_acts_when_both_were_issued_and_it_was_not_first(a, b, kind, source, target, acts):
    old, theirs = make_document(a, "Cũ", **target), make_document(b, "Cũ")
    make_acting(a, kind, old, **IN_2020, **source)
    make_acting(b, kind, theirs)
    derive(today=TODAY)
    ended = "partly" if kind == "amends" else "expired"
    assert (force_of(old), force_of(theirs)) == (ended if acts else "in_force", ended)


def test_the_day_shown_is_never_before_either_was_issued(visit, a, b):
    old = make_document(a, "Cũ", slug="cu", **_issued(date(2024, 3, 20)))
    make_acting(a, "repeals", old, title="Mới", **IN_2020, **_issued(date(2024, 5, 6)))
    make_acting(b, "repeals", make_document(b, "Của B", slug="cu"), title="Bãi bỏ")
    banners = [
        BeautifulSoup(visit(p, "/van-ban/cu/").content, "html.parser").select_one(".notice--bad") for p in (a, b)
    ]
    assert ["06/05/2024" in str(banner) for banner in banners] == [True, False]
    assert "2020" not in str(banners[0])


def test_a_year_that_may_hold_the_day_of_issue_stays_a_year(visit, a, b):
    old = make_document(a, "Cũ", slug="cu")
    year = {"effective_date": date(2024, 1, 1), "effective_precision": "year"}
    make_acting(a, "repeals", old, **year, **_issued(date(2024, 5, 6)))
    make_document(b)
    assert (
        "từ năm 2024" in BeautifulSoup(visit(a, "/van-ban/cu/").content, "html.parser").select_one(".notice--bad").text
    )


def test_what_cannot_be_is_read_on_neither_page(visit, a, b):
    new = make_document(a, "Mới hơn", slug="moi", **_issued(date(2024, 3, 20)))
    make_acting(a, "replaces", new, title="Cũ hơn", slug="cu", **IN_2020, **_issued(date(2024, 3, 19)))
    make_acting(b, "replaces", make_document(b, "Mới hơn", slug="moi"), title="Cũ hơn", slug="cu")
    for path, other in (("/van-ban/moi/", "Cũ hơn"), ("/van-ban/cu/", "Mới hơn")):
        assert [other in visit(portal, path).text for portal in (a, b)] == [False, True]


@pytest.mark.parametrize(("role", "action"), [("editor", "action-submit"), ("chief", "action-publish")])
@pytest.mark.parametrize(("effective", "warned"), [("01/01/2020", True), ("20/03/2024", False)])
def test_in_effect_before_its_issue_is_published_with_a_warning(enter, a, b, role, action, effective, warned):
    client, make = enter(a, role), reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", 0])
    make_document(b, "Của B", **IN_2020)
    form = document_form(slug="som", issue_date="20/03/2024", effective_date=effective, **{action: "1"})
    address = make.replace("/0/", f"/{section_page(a, 'documents').pk}/")
    said = BeautifulSoup(client.post(address, form, follow=True).content, "html.parser").select_one(".messages")
    assert ("Ngày có hiệu lực (01/01/2020) trước ngày ban hành (20/03/2024)" in said.text) is warned
    page = LegalDocumentPage.objects.get(slug="som")
    assert page.live is (role == "chief")
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert ("trước ngày ban hành" in shown) is warned


def test_what_is_out_of_order_is_something_to_do(a, b):
    early = make_document(a, "Sớm", **IN_2020)
    new = make_document(a, "Mới hơn", number="80/QĐ", effective_date=date(2024, 4, 1),
                        **_issued(date(2024, 3, 20)))  # fmt: skip
    make_acting(a, "replaces", new, title="Cũ hơn", number="77/QĐ")
    make_document(b, "Của B", **IN_2020)
    with platform_scope():
        mine = {todo.title: todo.reason for todo in todos(a, day=TODAY)}
    assert "trước ngày ban hành (10/01/2024): kiểm tra lại" in mine[early.title]
    assert "sửa đổi (80/QĐ): kiểm tra lại" in mine["Cũ hơn"]
    assert "kiểm tra lại" not in mine["Mới hơn"] and "Của B" not in mine
