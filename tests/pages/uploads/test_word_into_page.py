"""A page that was born with its portal takes a report into its draft; nothing that it says already is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.pages.models import LocalityTopicPage, PortalImage
from tests.factories import make_article, publish, section_page

from .bringing import kinds
from .reports import docx, report, saved


def topic(portal):
    return LocalityTopicPage.objects.get(portal=portal, topic="van-hoa")


def into(page):
    return reverse("word_into_page", args=[page.pk])


def send(client, page, document):
    file = SimpleUploadedFile("van-hoa.docx", saved(document))
    return client.post(into(page), {"file": file}, follow=True)


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_the_button_stands_above_the_form_of_a_born_page_that_has_a_text(enter, a, b):
    editor = enter(a, "editor")
    for page, is_there in (
        (topic(a), True), (section_page(a, "alerts"), True),
        (section_page(a, "history"), True), (section_page(a, "introduction"), False), (make_article(a), False),
    ):  # fmt: skip
        text = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert (into(page) in text) is is_there, page
    assert into(topic(b)) not in text


def test_a_report_goes_below_what_the_draft_says(enter, a, b):
    page, editor = topic(a), enter(a, "editor")
    page.body_vi = [("heading", "Đã đăng")]
    publish(page)
    said = send(editor, page, report(alt="")).content.decode()
    assert kinds(draft(page))[0] == "heading" and kinds(draft(page))[-1] == "picture"
    assert str(draft(page).body_vi[0].value) == "Đã đăng"
    assert kinds(topic(a)) == ["heading"] and topic(a).live and topic(a).has_unpublished_changes
    assert (draft(page).title_vi, PortalImage.objects.get().portal) == ("Văn hóa", a)
    assert "Đã nhập thành bản nháp “Văn hóa”" in said and "1 bảng" in said and "1 ảnh" in said
    assert kinds(topic(b)) == []


def test_a_second_report_goes_below_the_first(enter, a, b):
    page, editor = topic(a), enter(a, "editor")
    for _number in range(2):
        send(editor, page, report())
    half = kinds(draft(page))[: len(kinds(draft(page))) // 2]
    assert kinds(draft(page)) == half * 2 and "table" in half
    assert kinds(draft(topic(b))) == []


def test_an_empty_file_changes_nothing(enter, a, b):
    page = topic(a)
    answer = send(enter(a, "editor"), page, docx.Document())
    assert "Trong tệp không có chữ nào" in answer.content.decode()
    assert (topic(a).latest_revision, topic(b).latest_revision) == (page.latest_revision, None)


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_write_brings_no_report(enter, a, b, role):
    answer = enter(a, role).get(into(topic(a)))
    assert answer.status_code in (302, 403) and topic(b).latest_revision is None


def test_another_portals_page_and_what_has_no_place_of_its_own_are_refused(enter, a, b):
    editor = enter(a, "editor")
    assert editor.get(into(topic(b))).status_code in (302, 403, 404)
    send(editor, topic(b), report())
    assert kinds(draft(topic(b))) == []
    assert editor.get(into(make_article(a))).status_code in (302, 403)
