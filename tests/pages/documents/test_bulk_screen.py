"""The screen of many relations: a row for each document, and after saving the numbers that were left out."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.pages.legal.bulk import NAMED
from tests.factories import make_document


def _address(page):
    return reverse("documents:relations", args=[page.pk])


@pytest.fixture
def documents(a, b):
    """The acting document of A and three others; B has documents of the same numbers."""
    page = make_document(a, number="99/QĐ-UBND")
    others = [make_document(a, f"Bản {n}", number=f"{n}/QĐ-UBND") for n in (1, 2)]
    others.append(make_document(a, "Bản hai khác", number="2/QĐ-HĐND"))
    make_document(b, "Của B", number="1/QĐ-UBND")
    return page, others


def test_each_document_is_a_row_with_its_box_before_it(enter, documents, b):
    page, (one, *twos) = documents
    text = enter(page.portal, "editor").post(_address(page), {"kind": "repeals", "numbers": "1/QĐ-UBND\n2/QĐ"}).text
    shown = BeautifulSoup(text, "html.parser").select_one(".cong-bulk")
    rows = [row for row in shown.select("li") if row.select_one("input")]
    assert all(len(row.select("input")) == 1 and row.select_one("label > input:first-child") for row in rows)
    values = [row.select_one("input")["value"] for row in rows]
    assert values[-1] == str(one.pk) and rows[-1].select_one("input[type=checkbox][checked]")
    assert set(values[:2]) == {str(two.pk) for two in twos} and values[2:4] == ["giu", ""]
    assert "Của B" not in text


def _said(client, page, numbers, **chosen):
    data = {"kind": "repeals", "numbers": "\n".join(numbers), "luu": "1", **chosen}
    answer = client.post(_address(page), data, follow=True)
    return BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text(" ", strip=True)


def test_what_was_left_out_is_named(enter, documents):
    page, (one, *_twos) = documents
    numbers = ["1/QĐ-UBND", "2/QĐ", "7/<b>QĐ</b>", "8/QĐ", "99/QĐ-UBND", "1/QĐ-UBND"]
    said = _said(enter(page.portal, "editor"), page, numbers, **{"chon-0": str(one.pk), "chon-1": "", "chon-3": "giu"})
    assert "Đã thêm 2 quan hệ vào bản nháp. Không thêm: 2/QĐ, 7/<b>QĐ</b>, 99/QĐ-UBND." in said


def test_when_all_was_taken_nothing_more_is_said(enter, documents):
    page, (one, *_twos) = documents
    said = _said(enter(page.portal, "editor"), page, ["1/QĐ-UBND"], **{"chon-0": str(one.pk)})
    assert "Đã thêm 1 quan hệ" in said and "Không thêm" not in said


def test_a_long_rest_is_counted(enter, documents):
    page, (one, *_twos) = documents
    numbers = ["1/QĐ-UBND", *(f"{n}/TB-UBND" for n in range(200, 202 + NAMED))]
    said = _said(enter(page.portal, "editor"), page, numbers, **{"chon-0": str(one.pk)})
    assert f"{199 + NAMED}/TB-UBND và 2 số khác." in said and f"{200 + NAMED}/TB-UBND" not in said
