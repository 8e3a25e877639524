"""A citizen who searches for a name finds the pages on which it stands, and none on which it no longer does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.people.models import Person, Post
from search.models import SearchEntry
from search.tasks import refresh_terms
from tenants.scoping import platform_scope
from tests.factories import make_post, section_page

from .conftest import address

SECTIONS = {"leader": "leaders", "spokesperson": "spokesperson", "board": "editorial_board", "focal": "directory"}


def found(portal, words, language="vi"):
    """Sections of the portal in whose entries the words stand."""
    with platform_scope():
        entries = SearchEntry.objects.filter(portal=portal, lang=language, deleted=False, body__contains=words)
        return sorted(entries.values_list("section", flat=True))


@pytest.mark.parametrize("kind", list(SECTIONS))
def test_a_new_post_is_found_on_its_pages(a, b, kind):
    make_post(a, "Nguyễn Văn Tìm", kind=kind)
    assert found(a, "Nguyễn Văn Tìm") == sorted({SECTIONS[kind], "directory"})
    assert found(b, "Nguyễn Văn Tìm") == []


def test_the_search_page_leads_to_leaders_and_directory(visit, a, b):
    make_post(a, "Nguyễn Văn Tìm")
    words = visit(a, "/tim-kiem/", q="nguyen van tim").text
    assert "/lanh-dao/" in words and "/danh-ba/" in words
    assert "/lanh-dao/" not in visit(b, "/tim-kiem/", q="nguyen van tim").content.decode().split("<main")[1]


def test_a_change_of_leader_is_found_at_once(editor, mine, theirs, a, b):
    yesterday = timezone.localdate() - timedelta(days=1)
    values = {"name": "Phạm Thị Hoa", "first_day": yesterday.strftime("%d/%m/%Y")}
    editor.post(address("replace", mine["chairman"].pk), values)
    assert found(a, "Phạm Thị Hoa") == ["directory", "leaders"] and found(a, "Trần Văn Bình") == []
    assert found(b, "Trần Văn Bình") == ["directory", "leaders"]
    assert found(a, "Chairman xa-a", "en") == ["directory", "leaders"]


def test_a_corrected_name_is_found(a, b, mine, theirs):
    with platform_scope():
        person = Person.objects.get(pk=mine["vice"].person_id)
        person.name = "Lê Thị Ánh Tuyết"
        person.save()
    assert found(a, "Ánh Tuyết") == ["directory", "leaders"]


def test_who_is_deleted_is_found_no_more(a, b):
    post, _other = make_post(a, "Nguyễn Văn Tìm"), make_post(b, "Nguyễn Văn Tìm")
    with platform_scope():
        Post.objects.get(pk=post.pk).delete()
    assert (found(a, "Nguyễn Văn Tìm"), found(b, "Nguyễn Văn Tìm")) == ([], ["directory", "leaders"])


def test_terms_that_begin_and_end_by_the_calendar_are_followed_by_night(a, b):
    today = timezone.localdate()
    old = make_post(a, "Nguyễn Văn Cũ", to_date=today + timedelta(days=1))
    new = make_post(a, "Nguyễn Văn Mới", from_date=today + timedelta(days=2))
    make_post(b, "Nguyễn Văn Khác")
    with platform_scope():  # the days pass; nobody saves anything
        Post.objects.filter(pk=old.pk).update(to_date=today - timedelta(days=1))
        Post.objects.filter(pk=new.pk).update(from_date=today)
    assert (found(a, "Văn Cũ"), found(a, "Văn Mới")) == (["directory", "leaders"], [])
    assert refresh_terms(today=today) == 4
    assert (found(a, "Văn Cũ"), found(a, "Văn Mới")) == ([], ["directory", "leaders"])
    assert refresh_terms(today=today + timedelta(days=30)) == 0


def test_numbers_are_not_spread_over_the_index(a, b, mine, theirs):
    with platform_scope():
        record = section_page(a, "directory").search_record("vi")["body"]
    assert "Đỗ Văn Ân xa-a Văn thư Văn phòng xa-a" in record and "0214" not in record and "xa-b" not in record
