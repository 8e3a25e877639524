"""The gazette: issues by year, and what stands in each, of which nothing unpublished is named."""

from datetime import date

import pytest
from django.utils import timezone

from cms.pages.models import GazetteEntry, GazetteIndexPage, GazetteIssuePage
from cms.pages.planting import insert_children
from tests.factories import make_document, make_file, make_record

from .conftest import titles, words

PATH = "/cong-bao/"


def issues(portal, *days):
    for day in days:
        make_record(portal, GazetteIssuePage, f"Số {day:%d/%m/%Y}", number=f"{day.month}", issued_on=day)


@pytest.fixture
def other(b):
    """A second portal with a gazette; by law only the province has one."""
    section = GazetteIndexPage(title="Công báo", slug="cong-bao", starts_section="gazette", live=True)
    insert_children(b.site.root_page.specific, [section], now=timezone.now())
    return b


def test_issues_stand_newest_first(read, province, other):
    issues(province, date(2025, 5, 20), date(2026, 1, 20), date(2024, 12, 31))
    issues(other, date(2026, 2, 2))
    assert titles(read(province, PATH)) == ["Số 20/01/2026", "Số 20/05/2025", "Số 31/12/2024"]


def test_a_year_shows_its_issues_alone(read, province, other):
    issues(province, date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    issues(other, date(2025, 6, 6), date(1999, 6, 6))
    main = read(province, PATH, nam="2025")
    assert titles(main) == ["Số 31/12/2025", "Số 01/01/2025"]
    assert [words(link) for link in main.select(".tabs a")] == ["Mọi năm", "2026", "2025"]
    assert words(main.select_one(".tabs [aria-current]")) == "2025"


@pytest.mark.parametrize("year", ["1999", "abc", "20255", "-1", "²⁰²⁵", "", "2025 or 1=1"])
def test_a_year_that_has_none_or_is_none_shows_all(read, province, other, year):
    issues(province, date(2025, 1, 1), date(2026, 1, 1))
    issues(other, date(1999, 6, 6))
    assert titles(read(province, PATH, nam=year)) == ["Số 01/01/2026", "Số 01/01/2025"]


@pytest.mark.parametrize(("number", "rows"), [("2", 5), ("999", 5), ("x", 20), (None, 20)])
def test_many_issues_are_shown_in_pages(read, province, other, number, rows):
    issues(province, *[date(2001 + n, 1, 1) for n in range(25)])
    issues(other, *[date(2001 + n, 2, 1) for n in range(25)])
    assert len(titles(read(province, PATH, **({"trang": number} if number else {})))) == rows


def test_an_issue_names_what_stands_in_it(read, province, other):
    document = make_document(province, "Quyết định về lễ hội", number="12/2026/QĐ-UBND")
    entries = [
        GazetteEntry(document=document, page_number=3),
        GazetteEntry(text="Nghị quyết 05/2026/NQ-HĐND", page_number=9),
    ]
    file = make_file(province, "Toàn văn")
    make_record(province, GazetteIssuePage, "Công báo số 7", number="7", entries=entries, file=file)
    make_record(other, GazetteIssuePage, "Công báo số 7", number="70", entries=[GazetteEntry(text="Của tỉnh khác")])
    main = read(province, f"{PATH}cong-bao-so-7/")
    assert [words(row) for row in main.select(".contents li")] == [
        "Quyết định về lễ hội 12/2026/QĐ-UBND Trang 3",
        "Nghị quyết 05/2026/NQ-HĐND Trang 9",
    ]
    assert main.select_one(".contents a")["href"] == "/van-ban/quyet-dinh-ve-le-hoi/"
    assert main.select_one(".file")["href"] == file.url
    assert "2 văn bản" in words(read(province, PATH))


def test_a_draft_is_neither_named_nor_linked_nor_counted(read, province, other):
    draft = make_document(province, "Bản thảo kín", live=False)
    entries = [GazetteEntry(document=draft), GazetteEntry(document=draft, text="Quyết định đã in trong công báo")]
    page = make_record(province, GazetteIssuePage, "Công báo số 8", number="8", entries=entries)
    make_record(other, GazetteIssuePage, "Công báo số 8", number="8")
    main = read(province, f"{PATH}cong-bao-so-8/")
    assert [words(row) for row in main.select(".contents li")] == ["Quyết định đã in trong công báo"]
    assert main.select(".contents a") == []
    assert "1 văn bản" in words(read(province, PATH))
    assert "Bản thảo kín" not in page.search_record("vi")["body"]


def test_thirty_issues_of_thirty_documents_cost_what_one_of_one_does(count, province, other):
    def issue(number, documents):
        entries = [GazetteEntry(document=document) for document in documents]
        make_record(
            province, GazetteIssuePage, f"Số {number}", slug=f"so-{number}", number=str(number), entries=entries
        )

    documents = [make_document(province, f"Quyết định {number}", number=f"{number}/QĐ") for number in range(30)]
    issue(0, documents[:1])
    queries = [count(province, path) for path in (PATH, f"{PATH}so-0/")]
    for number in range(1, 31):
        issue(number, documents if number == 1 else [])
    assert [count(province, path) for path in (PATH, f"{PATH}so-1/")] == queries
