"""The filter panel of a list of documents finds what a citizen types, however they type it."""

import unicodedata

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.pages.document_filters import DocumentFilter
from cms.pages.models import LegalDocumentPage
from cms.pages.planting import insert_children
from cms.pages.queries import documents_of
from tests.factories import make_document, section_page
from tests.factories.pages import COMPLETE

NUMBERS = ["3098/UBND-BBT", "42/2022/NĐ-CP", "4526/QĐ-UBND", "05/TTr-HĐND", "309/BC-STTTT", ""]


@pytest.fixture
def documents(a, b):
    """A has documents of these numbers; B has the very same."""
    for portal in (a, b):
        pages = [
            LegalDocumentPage(title="x", slug=f"x{place}", live=True, **{**COMPLETE, "number": number})
            for place, number in enumerate(NUMBERS)
        ]
        insert_children(section_page(portal, "documents"), pages, now=timezone.now())


def _chosen(portal, **asked):
    data = QueryDict(mutable=True)
    data.update(asked)
    return DocumentFilter(data, documents_of(portal))


def _found(portal, **asked):
    documents = list(_chosen(portal, **asked).found())
    assert {document.portal_id for document in documents} <= {portal.pk}
    return sorted(document.number for document in documents)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3098", "3098/UBND-BBT"),
        ("3098/UBND", "3098/UBND-BBT"),
        ("3098 ubnd bbt", "3098/UBND-BBT"),
        ("3098ubnd", "3098/UBND-BBT"),
        ("số 3098", "3098/UBND-BBT"),
        ("Công văn số 3098/UBND-BBT", "3098/UBND-BBT"),
        ("03098", "3098/UBND-BBT"),
        ("42/2022/NĐ-CP", "42/2022/NĐ-CP"),
        ("42/2022/ND-CP", "42/2022/NĐ-CP"),
        ("42/2022/nđ-cp", "42/2022/NĐ-CP"),
        ("42-2022-NDCP", "42/2022/NĐ-CP"),
        ("42/2022/NÐ–CP", "42/2022/NĐ-CP"),
        ("42/2022", "42/2022/NĐ-CP"),
        ("nd-cp", "42/2022/NĐ-CP"),
        ("4526/QD-UBND", "4526/QĐ-UBND"),
        ("5/TTr-HĐND", "05/TTr-HĐND"),
        ("05 ttr hdnd", "05/TTr-HĐND"),
    ],
)
def test_a_number_is_found_however_it_is_typed(a, b, documents, typed, number):
    assert _found(a, so=typed) == _found(b, so=typed) == [number]


@pytest.mark.parametrize("typed", ["98", "2022/42", "526", "BND", "43/2022", "3098/UBND-XYZ"])
def test_a_number_that_is_not_there_is_not_found(a, documents, typed):
    assert _found(a, so=typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "///", "(", "[", "\\", "*", ".*"])
def test_what_says_nothing_filters_nothing(a, documents, typed):
    assert _found(a, so=typed) == sorted(NUMBERS)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_the_same(a, b, form):
    make_document(a, number=unicodedata.normalize(form, "7/KẾ-HOẠCH"))
    make_document(b, number="7/KẾ-HOẠCH")
    for other in ("NFC", "NFD"):
        assert len(_found(a, so=unicodedata.normalize(other, "7/kế-hoạch"))) == 1
    assert len(_found(a, so="7 ke hoach")) == 1


def test_the_filters_narrow_one_another(a, b):
    make_document(a, "Một", number="1/QĐ", form="quyet-dinh", field="Đất đai", issue_date="2023-05-01")
    expired = {"stated_force": "expired", "issue_date": "2024-05-01"}
    make_document(a, "Hai", number="2/KH", form="ke-hoach", field="Đất đai", **expired)
    make_document(b, "Ba", number="3/QĐ", form="quyet-dinh", field="Đất đai", issue_date="2023-05-01")
    asked = {"hinh-thuc": "quyet-dinh", "linh-vuc": "Đất đai", "hieu-luc": "in_force", "nam": "2023"}
    assert _found(a, **asked) == ["1/QĐ"]
    assert _found(a, **{**asked, "nam": "2024"}) == []
    assert _found(a, **{"linh-vuc": "Đất đai"}) == ["1/QĐ", "2/KH"]
    assert _found(a, **{"co-quan": "Ủy ban nhân dân xã", "so": "2"}) == ["2/KH"]


@pytest.mark.parametrize(
    "wrong", [{"hinh-thuc": "x"}, {"hieu-luc": "x"}, {"nam": "20x4"}, {"nam": "12345"}, {"nam": "0000"}]
)
def test_what_it_cannot_understand_it_leaves_out(a, documents, wrong):
    assert not _chosen(a, **wrong).is_used
    assert _found(a, **wrong) == sorted(NUMBERS)


def test_the_choices_are_those_of_the_own_portal(a, b):
    make_document(a, issuer="Ủy ban A", field="Đất đai", issue_date="2023-05-01")
    make_document(a, issuer="Ủy ban A", field="", issue_date=None, issue_precision="unknown")
    make_document(b, issuer="Ủy ban B", field="Y tế", issue_date="2020-05-01")
    panel = _chosen(a)
    assert (panel.issuers, panel.fields, panel.years) == (["Ủy ban A"], ["Đất đai"], [2023])


def test_the_choices_cost_one_query(a, b, documents, django_assert_num_queries):
    panel = _chosen(a)
    with django_assert_num_queries(2):
        assert (panel.issuers, panel.fields, panel.years) and list(panel.found()) != []


def test_the_page_shows_what_was_asked(visit, a, b, documents):
    words = visit(a, "/van-ban/", so="42/2022/ND-CP").content.decode()
    assert "42/2022/NĐ-CP" in words and "3098/UBND-BBT" not in words
    words = visit(b, "/van-ban/", so="khong co").content.decode()
    assert "3098/UBND-BBT" not in words


def test_the_latest_issued_stands_first_and_the_undated_last(a, b):
    make_document(a, number="1", issue_date=None, issue_precision="unknown")
    make_document(a, number="2", issue_date="2023-01-01", issue_precision="year")
    make_document(a, number="3", issue_date="2024-01-01")
    make_document(b, number="4", issue_date="2025-01-01")
    assert [document.number for document in documents_of(a)] == ["3", "2", "1"]


def _list(visit, portal, **asked):
    return BeautifulSoup(visit(portal, "/van-ban/", **asked).content, "html.parser")


def test_the_panel_closes_over_results_and_stands_open_over_none(visit, a, b, documents):
    panels = [_list(visit, a, **asked).select_one("details.filters") for asked in ({}, {"so": "3098"}, {"so": "777"})]
    assert [panel.has_attr("open") for panel in panels] == [False, False, True]
    assert "Đang lọc theo 1 điều kiện" in panels[1].summary.text


def test_each_condition_goes_by_one_tap(visit, a, b, documents):
    asked = {"so": "3098", "hinh-thuc": "quyet-dinh", "nam": "2024", "hieu-luc": "", "trang": "1"}
    chosen = _list(visit, a, **asked).select(".chosen a")
    assert [" ".join(link.text.split()).removeprefix("Bỏ điều kiện ") for link in chosen] == [
        "Số, ký hiệu: 3098", "Hình thức: Quyết định", "Năm ban hành: 2024",
    ]  # fmt: skip
    assert chosen[1]["href"] == "?so=3098&nam=2024"
    assert not _list(visit, a).select(".chosen")


def test_a_row_says_form_number_day_issuer_and_force(visit, a, b):
    make_document(a, "Một", number="1/QĐ", form="quyet-dinh", issue_date="2024-02-29", stated_force="expired")
    make_document(b, "Hai", number="2/QĐ")
    row = _list(visit, a).select_one(".document-row")
    words = " ".join(row.text.split())
    for word in ("Quyết định", "1/QĐ", "29/02/2024", "Ủy ban nhân dân xã", "Hết hiệu lực toàn bộ"):
        assert word in words


@pytest.mark.parametrize(
    ("page", "shown", "current"), [("1", 20, 1), ("2", 5, 2), ("9", 5, 2), ("0", 5, 2), ("x", 20, 1), ("9" * 30, 5, 2)]
)
def test_pages_of_a_list_count_what_was_found(visit, a, b, plant_documents, page, shown, current):
    plant_documents(a, [f"{n}/QĐ" for n in range(25)])
    plant_documents(b, ["1/QĐ"])
    answer = visit(a, "/van-ban/", trang=page)
    documents = answer.context["documents"]
    assert (len(documents), documents.number, documents.paginator.count) == (shown, current, 25)
    assert "25 văn bản" in answer.text


@pytest.mark.parametrize("asked", [{}, {"so": "1"}, {"hinh-thuc": "quyet-dinh", "nam": "2024", "co-quan": "UBND xã"}])
def test_a_list_with_filters_costs_twelve_queries_with_one_and_with_thirty(visit, a, b, plant_documents, asked):
    plant_documents(a, ["1/QĐ"])
    plant_documents(b, [f"1/2024/QĐ-{n}" for n in range(30)])
    costs = []
    for portal in (a, b):
        visit(portal, "/van-ban/", **asked)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            visit(portal, "/van-ban/", **asked)
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 12
