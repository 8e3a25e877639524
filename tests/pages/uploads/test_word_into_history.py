"""The history of a unit is one text without blocks: it takes the words of a report, and what stays behind is named."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import publish, section_page

from .crafted import photo
from .reports import add_picture, add_table, docx, report
from .test_word_into_page import draft, into, send


def history(portal):
    return section_page(portal, "history")


def lines(html):
    """[(words, is a bold line)] of the paragraphs and items of a rich text."""
    found = BeautifulSoup(html or "", "html.parser").find_all(["p", "li"])
    return [(" ".join(line.get_text(" ").split()), line.b is not None and line.b.text == line.text) for line in found]


def test_words_go_below_the_story_and_headings_become_bold_lines(enter, a, b):
    page, editor = history(a), enter(a, "editor")
    page.story_vi = "<p>Đã đăng</p>"
    publish(page)
    send(editor, page, report())
    said = lines(draft(page).story_vi)
    assert [words for words, bold in said if bold] == ["Báo cáo quý I năm 2026", "I. Kinh tế", "II. Văn hóa"]
    assert said[0] == ("Đã đăng", False) and ("Lúa xuân", False) in said
    assert history(a).story_vi == "<p>Đã đăng</p>" and history(a).has_unpublished_changes
    assert (lines(history(b).story_vi), history(b).latest_revision) == ([], None)


def test_the_message_names_what_came_and_what_stayed_behind(enter, a, b):
    text = send(enter(a, "editor"), history(a), report()).content.decode()
    assert "3 đề mục, 3 đoạn chữ" in text
    assert "Không mang theo được: 1 bảng (trang này chỉ nhận chữ), 1 ảnh (trang này chỉ nhận chữ)." in text
    words = docx.Document()
    words.add_paragraph("Chỉ có chữ.")
    assert "Không mang theo được" not in send(enter(b, "editor"), history(b), words).content.decode()


def test_words_of_a_heading_stay_words(enter, a, b):
    document = docx.Document()
    document.add_heading("Thời <b>Lê</b> & Nguyễn", 1)
    document.add_paragraph("Xã thành lập.")
    send(enter(a, "editor"), history(a), document)
    assert lines(draft(history(a)).story_vi)[0] == ("Thời <b>Lê</b> & Nguyễn", True)
    assert history(b).latest_revision is None


def test_a_file_without_running_text_is_refused_and_changes_nothing(enter, a, b):
    document = docx.Document()
    add_table(document, [["Năm", "Sự kiện"], ["1953", "Thành lập xã"]])
    add_picture(document, photo(), "Trụ sở")
    text = send(enter(a, "editor"), history(a), document).content.decode()
    assert "Trang này chỉ nhận chữ" in text
    assert (history(a).latest_revision, history(b).latest_revision) == (None, None)


def test_the_screen_says_that_tables_and_pictures_stay_behind(enter, a, b):
    editor = enter(a, "editor")
    assert "Bảng và ảnh ở lại trong tệp" in editor.get(into(history(a))).content.decode()
    assert "Bảng và ảnh ở lại trong tệp" not in editor.get(into(section_page(a, "alerts"))).content.decode()
    assert editor.get(into(history(b))).status_code in (302, 403, 404)


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_write_brings_no_history(enter, a, b, role):
    assert enter(a, role).get(into(history(a))).status_code in (302, 403)
    assert history(b).latest_revision is None
