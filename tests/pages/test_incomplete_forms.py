"""A form of which a part got lost is answered with what to do, and changes nothing."""

import pytest
from django.urls import reverse

from tests.factories import make_article
from tests.pages.posting import article_form

LOST = ("body-count", "body_en-count")


@pytest.mark.parametrize("part", LOST)
@pytest.mark.parametrize("view", ["edit", "preview_on_edit"])
def test_what_arrives_without_a_part_is_a_bad_request(enter, a, b, part, view):
    mine, theirs = make_article(a, "Tin của A"), make_article(b, "Tin của B")
    editor = enter(a, "editor")
    form = article_form(title="Đổi")
    del form[part]
    answers = [editor.post(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), form) for page in (mine, theirs)]
    assert answers[0].status_code == 400 and "gửi lại" in answers[0].text
    assert answers[1].status_code in (302, 404)
    for page in (mine, theirs):
        page.refresh_from_db()
        assert page.get_latest_revision_as_object().title == page.title != "Đổi"


def test_the_whole_form_is_taken(enter, a, b):
    mine = make_article(a, "Tin của A")
    assert make_article(b, "Tin của A").portal_id != mine.portal_id
    answer = enter(a, "editor").post(reverse("wagtailadmin_pages:edit", args=[mine.pk]), article_form(title="Đổi"))
    mine.refresh_from_db()
    assert answer.status_code == 302 and mine.get_latest_revision_as_object().title == "Đổi"
