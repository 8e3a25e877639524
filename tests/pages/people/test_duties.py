"""Duties go with the post: the form shows them, so that the clerk may change them for who comes."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tenants.scoping import platform_scope

from .conftest import address, posts_of

LINES = "Phụ trách chung\nChủ tài khoản"


@pytest.fixture
def chairmen(mine, theirs):
    """Both chairmen have duties of two lines, in both languages."""
    with platform_scope():
        for office in (mine, theirs):
            office["chairman"].duties_vi = f"{LINES} {office['chairman'].portal.slug}"
            office["chairman"].save()
    return mine["chairman"], theirs["chairman"]


def replace(client, post, duties):
    today = timezone.localdate().strftime("%d/%m/%Y")
    data = {"person": "", "name": "Phạm Thị Hoa", "first_day": today, "phone": "", "duties": duties}
    return client.post(address("replace", post.pk), data)


def duties_of(portal):
    return [(post.duties_vi, post.duties_en) for post in posts_of(portal, title_vi=f"Chủ tịch {portal.slug}")]


def test_the_form_shows_what_is_taken_over(editor, chairmen):
    page = BeautifulSoup(editor.get(address("replace", chairmen[0].pk)).content, "html.parser")
    field = page.select_one("textarea[name=duties]")
    assert field.text.strip() == f"{LINES} xa-a" and field.find_parent("details") is None
    assert "Lấy từ người tiền nhiệm" in page.text and "xa-b" not in page.text


def test_left_as_they_are_they_are_taken_over_in_both_languages(editor, chairmen, a):
    old = (f"{LINES} xa-a", "In charge")
    assert replace(editor, chairmen[0], f"{LINES} xa-a".replace("\n", "\r\n")).status_code == 302
    assert duties_of(a) == [old, old]


@pytest.mark.parametrize("duties", ["Phụ trách kinh tế", ""])
def test_changed_they_are_the_successors_alone_and_old_english_goes(editor, chairmen, a, b, duties):
    assert replace(editor, chairmen[0], duties).status_code == 302
    (old, new), theirs = duties_of(a), duties_of(b)
    assert (old, new[0], new[1] or "") == ((f"{LINES} xa-a", "In charge"), duties, "")
    assert theirs == [(f"{LINES} xa-b", "In charge")]
