"""Relations name a document with its number where its title lacks it; the dialogue to choose opens at documents."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.pages.legal.numbers import with_number
from tests.factories import make_document, section_page
from tests.factories.documents import act, make_acting


@pytest.mark.parametrize(
    ("title", "number", "named"),
    [
        ("Quyết định về lệ phí", "77/QĐ-UBND", "Quyết định về lệ phí (77/QĐ-UBND)"),
        ("Quyết định số 77/QĐ-UBND về lệ phí", "77/QĐ-UBND", "Quyết định số 77/QĐ-UBND về lệ phí"),
        ("Quyết định 5/qđ-ubnd về 2 khoản", "05/QĐ-UBND", "Quyết định 5/qđ-ubnd về 2 khoản"),
        ("Bổ sung 2 điều của Quyết định 05/QĐ-UBND", "05/QĐ-UBND", "Bổ sung 2 điều của Quyết định 05/QĐ-UBND"),
        ("Quyết định 177/QĐ-UBND", "77/QĐ-UBND", "Quyết định 177/QĐ-UBND (77/QĐ-UBND)"),
        ("Quyết định về lệ phí", "", "Quyết định về lệ phí"),
    ],
)
def test_a_title_that_lacks_its_number_gets_it(title, number, named):
    assert with_number(title, number) == named


def _shown(answer, selector):
    nodes = BeautifulSoup(answer.content, "html.parser").select(selector)
    return [" ".join(node.get_text(" ", strip=True).split()) for node in nodes]


def test_both_sides_and_the_banner_say_it(visit, a, b):
    old = make_document(a, "Về lệ phí", number="61/QĐ-UBND", slug="cu")
    make_acting(a, "replaces", old, title="Về phí mới", number="77/QĐ-UBND", slug="moi")
    make_acting(b, "replaces", make_document(b, "Của B", number="61/QĐ-UBND", slug="cu"), number="78/QĐ-UBND")
    assert _shown(visit(a, "/van-ban/cu/"), ".tie a") == ["Về phí mới (77/QĐ-UBND)"]
    assert _shown(visit(a, "/van-ban/cu/"), ".notice--bad a") == ["Về phí mới (77/QĐ-UBND)"]
    assert _shown(visit(a, "/van-ban/moi/"), ".tie a") == ["Về lệ phí (61/QĐ-UBND)"]


def test_the_form_says_it_on_both_sides(enter, a, b):
    old = make_document(a, "Về lệ phí", number="61/QĐ-UBND")
    new = act(make_document(a, "Về phí mới", number="77/QĐ-UBND"), "replaces", old)
    make_acting(b, "replaces", make_document(b, "Của B"))
    editor = enter(a, "editor")
    edit = [editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in (old, new)]
    assert _shown(edit[0], ".cong-relations li") == ["Được thay thế bởi: Về phí mới (77/QĐ-UBND)"]
    assert "Về lệ phí (61/QĐ-UBND)" in edit[1].text


def test_the_dialogue_opens_at_the_own_documents(enter, a, b):
    page, below = make_document(a), section_page(a, "documents").pk
    make_document(b, "Của B")
    editor, asked = enter(a, "editor"), "?page_type=pages.legaldocumentpage"
    assert reverse("documents:choose") in editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    opened = editor.get(reverse("documents:choose") + asked)
    assert opened.url == reverse("wagtailadmin_choose_page_child", args=[below]) + "?page_type=pages.legaldocumentpage"
    shown = editor.get(opened.url).json()["html"]
    assert page.title in shown and "Của B" not in shown
    again = editor.get(reverse("documents:choose_below", args=[below]) + asked)
    assert again.url == opened.url
    theirs = reverse("documents:choose_below", args=[section_page(b, "documents").pk]) + asked
    assert editor.get(theirs, follow=True).status_code == 404
