"""Dissemination: a list by kind, and the tie between what explains and what is explained, seen from both sides."""

import pytest
from wagtail.models import PageViewRestriction

from cms.pages.models import GuidancePage
from tests.factories import make_document, make_record

from .conftest import titles, words

PATH = "/pho-bien-phap-luat/"


@pytest.fixture
def explained(a, b):
    """A document in each of two portals, explained by a page of its own."""
    found = {}
    for portal in (a, b):
        found[portal] = make_document(portal, "Nghị quyết nước sạch", number="05/2026/NQ-HĐND")
        make_record(portal, GuidancePage, f"Hỏi đáp {portal.slug}", slug="hoi-dap", explains=found[portal])
    return found


def test_a_page_links_what_it_explains_and_is_linked_from_there(read, a, explained):
    aside = read(a, f"{PATH}hoi-dap/").select_one("aside")
    assert aside.a["href"] == "/van-ban/nghi-quyet-nuoc-sach/"
    assert "05/2026/NQ-HĐND" in words(aside)
    document = read(a, "/van-ban/nghi-quyet-nuoc-sach/")
    assert [link["href"] for link in document.select(f"a[href*='{PATH}']")][-1] == f"{PATH}hoi-dap/"
    assert "Hỏi đáp xa-b" not in words(document)


def test_what_is_no_longer_public_is_named_on_neither_side(read, a, explained):
    GuidancePage.objects.get(portal=a).unpublish()
    assert "Văn bản này nói gì" not in words(read(a, "/van-ban/nghi-quyet-nuoc-sach/"))
    make_record(a, GuidancePage, "Bài khác", explains=explained[a])
    explained[a].unpublish()
    assert "nước sạch" not in words(read(a, f"{PATH}bai-khac/"))


def test_a_document_for_the_own_people_is_not_named_to_citizens(read, a, explained):
    PageViewRestriction.objects.create(page=explained[a], restriction_type=PageViewRestriction.LOGIN)
    assert "nước sạch" not in words(read(a, f"{PATH}hoi-dap/"))


def test_a_document_that_is_not_here_is_named_by_its_number(read, a, b):
    make_record(a, GuidancePage, "Tờ gấp", explains_number="Luật Đất đai số 31/2024/QH15")
    make_record(b, GuidancePage, "Tờ gấp", explains_number="Luật khác")
    assert words(read(a, f"{PATH}to-gap/").aside) == "Giải thích văn bản Luật Đất đai số 31/2024/QH15"


@pytest.mark.parametrize(
    ("kind", "found"), [("to-gap", ["Tờ gấp"]), ("hoi-dap", []), ("", ["Tờ gấp", "Bài"]), ("rac", ["Tờ gấp", "Bài"])]
)
def test_the_list_is_narrowed_by_kind(read, a, b, kind, found):
    make_record(a, GuidancePage, "Bài")
    make_record(a, GuidancePage, "Tờ gấp", kind="to-gap")
    make_record(b, GuidancePage, "Tờ gấp xã khác", kind="to-gap")
    main = read(a, PATH, loai=kind)
    assert titles(main) == found
    assert bool(main.select(".empty")) == (not found)


def test_in_english_an_untranslated_row_says_that_it_is_vietnamese(read, a, b):
    for portal in (a, b):
        make_record(portal, GuidancePage, "Bài")
        make_record(portal, GuidancePage, "Đã dịch", title_en="Translated", lead_en="Lead", body_en=[("heading", "H")])
    main = read(a, f"/en{PATH}")
    assert [(words(row.a), row.get("lang")) for row in main.select("article")] == [("Translated", None), ("Bài", "vi")]


def test_thirty_rows_cost_what_one_does(count, a, b, explained):
    document = "/van-ban/nghi-quyet-nuoc-sach/"
    queries = [count(a, path) for path in (PATH, document)]
    for number in range(30):
        make_record(a, GuidancePage, f"Bài {number}", explains=explained[a])
    assert [count(a, path) for path in (PATH, document)] == queries
