"""Relations in the edit form: set on one side, read on the other, never across portals."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.pages.models import DocumentRelation, LegalDocumentPage
from tests.factories import make_document
from tests.factories.documents import make_acting
from tests.pages.posting import document_form

PUBLISHED = {"action-publish": "1", "effective_date": "15/01/2024"}


def _edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _form(page, *rows, **changes):
    relations = inline_formset([{"kind": "repeals", "target": "", "target_number": "", **row} for row in rows])
    form = document_form(slug=page.slug, number=page.number, **changes)
    kept = {name: value for name, value in form.items() if not name.startswith("relations-")}
    return kept | nested_form_data({"relations": relations})


def test_a_relation_is_entered_published_and_seen_from_the_other_side(enter, visit, a, b):
    old, new = make_document(a, "Cũ", number="1/QĐ", slug="cu"), make_document(a, "Mới", number="2/QĐ")
    theirs = make_document(b, "Cũ của B", number="1/QĐ")
    chief = enter(a, "chief")
    form = _form(new, {"target": str(old.pk)}, {"target_number": "9/2010/QĐ"}, **PUBLISHED)
    assert chief.post(_edit(new), form).status_code == 302
    rows = DocumentRelation.objects.filter(source=new).order_by("sort_order")
    assert [(row.target_id, row.target_number) for row in rows] == [(old.pk, ""), (None, "9/2010/QĐ")]
    assert "Hết hiệu lực toàn bộ" in visit(a, "/van-ban/cu/").text
    assert LegalDocumentPage.objects.get(pk=theirs.pk).force == "in_force"


def test_a_number_that_one_document_of_the_portal_bears_is_that_document(enter, visit, a, b):
    old, new = make_document(a, "Cũ", number="61/QĐ-UBND", slug="cu"), make_document(a, "Mới", number="2/QĐ")
    make_document(b, "Của B", number="7/2020/QĐ-UBND")
    for title in ("Một", "Hai"):
        make_document(a, title, number="5/CT", issuer=title)
    typed = ["Quyết định số 61/qđ - ubnd", "7/2020/QĐ-UBND", "5/CT"]
    form = _form(new, *[{"target_number": number} for number in typed], **PUBLISHED)
    assert enter(a, "chief").post(_edit(new), form).status_code == 302
    rows = DocumentRelation.objects.filter(source=new).order_by("sort_order")
    assert [row.target_id for row in rows] == [old.pk, None, None], "B's document, and one of two, stay words"
    assert "Hết hiệu lực toàn bộ" in visit(a, "/van-ban/cu/").text


def test_the_other_side_is_read_only_in_its_form(enter, a, b):
    old = make_document(a, "Cũ", number="1/QĐ")
    make_acting(a, "repeals", old, title="Bãi bỏ", partial=True)
    make_acting(a, "guides", old, title="Hướng dẫn nháp", live=False)
    make_acting(b, "repeals", make_document(b), title="Của B")
    shown = BeautifulSoup(enter(a, "editor").get(_edit(old)).content, "html.parser").select_one(".cong-relations")
    rows = [" ".join(row.get_text(" ", strip=True).split()) for row in shown.select("li")]
    assert rows == ["Được hướng dẫn thi hành bởi: Hướng dẫn nháp chưa đăng", "Bị bãi bỏ bởi (một phần): Bãi bỏ"]
    assert not shown.select("input, select, textarea")


def test_without_relations_of_others_nothing_is_said_of_them(enter, a, b):
    page = make_document(a)
    make_acting(b, "repeals", make_document(b))
    assert "cong-relations" not in enter(a, "editor").get(_edit(page)).text


@pytest.mark.parametrize(
    ("row", "told"),
    [({}, "Hãy chọn văn bản, hoặc ghi số"), ({"target": "self"}, "không thể có quan hệ với chính nó")],
)
def test_a_relation_that_says_nothing_is_told_so(enter, a, b, row, told):
    page = make_document(a)
    make_document(b)
    row = {name: str(page.pk) if value == "self" else value for name, value in row.items()}
    answer = enter(a, "chief").post(_edit(page), _form(page, row, **{"action-publish": "1"}))
    assert (answer.status_code, told in answer.text) == (200, True)


def test_another_portals_document_cannot_be_named(enter, a, b):
    page, theirs = make_document(a), make_document(b, "Của B")
    editor = enter(a, "editor")
    answer = editor.post(_edit(page), _form(page, {"target": str(theirs.pk)}))
    assert answer.status_code in (200, 302, 403, 404)
    draft = LegalDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [row.target_id for row in draft.relations.all()] == []
    chooser = reverse("wagtailadmin_choose_page") + "?page_type=pages.legaldocumentpage&q=Quy"
    assert "Của B" not in editor.get(chooser).text
