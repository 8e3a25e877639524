"""Tables in the text of a page: written in the ordinary form, read by citizens, found by search."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.pages.blocks import plain_text
from cms.pages.models import ArticlePage
from tests.factories import make_article, make_file, publish, section_page
from tests.isolation.forms import encode, rich_text
from tests.pages.posting import article_form

LINK = '<p><a href="https://laocai.gov.vn">Xem</a></p>'
TABLE = {
    "columns": [{"type": "text", "heading": "Thôn"}, {"type": "rich", "heading": "Ghi chú"}],
    "rows": [{"values": ["Suối Thầu\nhai dòng", LINK]}, {"values": ["", ""]}],
    "caption": "Bảng 1. Các thôn",
}


def shown(visit, portal, page):
    return BeautifulSoup(visit(portal, f"/tin-tuc/{page.slug}/").content, "html.parser").find(class_="table-frame")


def posted(portal, editor, *cells):
    """The form of a new article with one table, as the script of the table sends it."""
    state = {**TABLE, "rows": [{"values": list(row)} for row in cells]}
    fields = {name: value[0] for name, value in encode("body-0-value", state).items()}
    form = {**article_form(body=[("table", "")]), **fields, "action-publish": "1"}
    form.pop("body-0-value")
    news = section_page(portal, "news")
    return editor.post(reverse("wagtailadmin_pages:add", args=["pages", "articlepage", news.pk]), form)


def test_an_editor_writes_a_table_and_a_citizen_reads_it(enter, visit, a, b):
    posted(a, enter(a, "chief"), ["Suối Thầu", rich_text("Xa nhất")], ["Tả Chải", rich_text("Gần nhất")])
    page = ArticlePage.objects.get(portal=a)
    table = shown(visit, a, page)
    assert [th.text for th in table.find_all("th")] == ["Thôn", "Ghi chú"]
    cells = [cell.get_text(strip=True) for cell in table.find_all("td")]
    assert cells == ["Suối Thầu", "Xa nhất", "Tả Chải", "Gần nhất"]
    assert visit(b, f"/tin-tuc/{page.slug}/").status_code == 404


def test_rows_that_were_taken_away_are_gone(enter, a, b):
    editor = enter(a, "editor")
    posted(a, editor, ["Suối Thầu", rich_text("Xa")])
    page = ArticlePage.objects.get(portal=a).latest_revision.as_object()
    state = json.loads(json.dumps(page.body_vi.get_prep_value()))[0]["value"]
    assert (state["caption"], len(state["rows"])) == (TABLE["caption"], 1)
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_it_says_what_it_is_to_who_cannot_see_it(visit, a, b):
    page, other = make_article(a, body=[("table", TABLE)]), make_article(b, "Của B")
    table = shown(visit, a, page)
    assert (table["role"], table["tabindex"], table["aria-label"]) == ("region", "0", "Bảng 1. Các thôn")
    assert table.find("caption").text == "Bảng 1. Các thôn"
    assert {th["scope"] for th in table.find_all("th")} == {"col"}
    assert table.find("br") and table.find("a")["href"] == "https://laocai.gov.vn"
    assert shown(visit, b, other) is None


def test_without_a_name_it_is_a_table_of_figures(visit, a, b):
    page = make_article(a, body=[("table", {**TABLE, "caption": ""})])
    table = shown(visit, a, page)
    assert table["aria-label"] == "Bảng số liệu" and table.find("caption") is None
    assert visit(b, f"/tin-tuc/{page.slug}/").status_code == 404


def test_what_is_typed_is_shown_not_run(visit, a, b):
    cell = "<script>alert(1)</script>"
    page = make_article(a, body=[("table", {**TABLE, "rows": [{"values": [cell, ""]}]})])
    table = shown(visit, a, page)
    assert table.find("script") is None and cell in table.text
    assert visit(b, f"/tin-tuc/{page.slug}/").status_code == 404


def test_its_words_are_found(a, b):
    page, other = make_article(a, body=[("table", TABLE)]), make_article(b)
    words = plain_text(page.body_vi)
    assert all(word in words for word in ("Các thôn", "Ghi chú", "Suối Thầu", "Xem"))
    assert "Suối Thầu" in page.search_record("vi")["body"] and "Suối Thầu" not in other.search_record("vi")["body"]


def test_a_file_in_a_table_is_served_like_one_in_the_text(visit, a, b):
    file, other = make_file(a, content=b"%PDF-1.4 noi dung"), make_file(b)
    link = f'<p><a linktype="document" id="{file.pk}">Mẫu đơn</a></p>'
    assert visit(a, file.url).status_code == 404
    make_article(a, body=[("table", {**TABLE, "rows": [{"values": ["", link]}]})])
    assert visit(a, file.url).status_code == 200
    assert visit(b, other.url).status_code == 404


def test_another_portals_file_is_not_pointed_at(enter, a, b):
    other = make_file(b)
    link = rich_text("Tệp", "DOCUMENT", other.pk)
    posted(a, enter(a, "editor"), ["Suối Thầu", link])
    bodies = [str(page.latest_revision.content) for page in ArticlePage.objects.filter(portal=a)]
    assert not any(f'id=\\"{other.pk}\\"' in body or f'id="{other.pk}"' in body for body in bodies)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_english_has_a_table_of_its_own(visit, a, b, language):
    english = {**TABLE, "caption": "Table 1. Villages"}
    page = make_article(
        a, title_en="News", lead="Tóm tắt", lead_en="Summary", body=[("table", TABLE)], body_en=[("table", english)]
    )
    publish(page)
    address = f"/tin-tuc/{page.slug}/" if language == "vi" else f"/en/tin-tuc/{page.slug}/"
    table = BeautifulSoup(visit(a, address).content, "html.parser").find(class_="table-frame")
    assert table["aria-label"] == {"vi": TABLE["caption"], "en": english["caption"]}[language]
    assert visit(b, address).status_code == 404
