"""A citizen who searches for a name finds the pages on which it stands, and none on which it no longer does."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from cms.pages.models import PortalPage
from cms.pages.people.models import Person, Post
from search import signals
from search.models import SearchEntry
from search.tasks import refresh_terms
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_post, section_page

from .conftest import address

SECTIONS = {"leader": "leaders", "spokesperson": "spokesperson", "board": "editorial_board", "focal": "directory"}


def found(portal, words, language="vi"):
    """Sections of the portal in whose entries the words stand."""
    with platform_scope():
        entries = SearchEntry.objects.filter(portal=portal, lang=language, deleted=False, body__contains=words)
        return sorted(entries.values_list("section", flat=True))


@pytest.mark.parametrize("kind", list(SECTIONS))
def test_a_new_post_is_found_on_its_pages(a, b, kind, happen):
    happen(make_post, a, "Nguyễn Văn Tìm", kind=kind)
    assert found(a, "Nguyễn Văn Tìm") == sorted({SECTIONS[kind], "directory"})
    assert found(b, "Nguyễn Văn Tìm") == []


def test_the_search_page_leads_to_leaders_and_directory(visit, a, b, happen):
    happen(make_post, a, "Nguyễn Văn Tìm")
    words, theirs = (visit(portal, "/tim-kiem/", q="nguyen van tim").text.split("<main")[1] for portal in (a, b))
    assert "/lanh-dao/" in words and "/danh-ba/" in words
    assert "/lanh-dao/" not in theirs


@pytest.fixture
def findable(mine, theirs, a, b, happen):
    """The offices of both portals, found by their names."""
    for portal in (a, b):
        happen(make_post, portal, "Người Sau Cùng")


def test_a_change_of_leader_is_found_at_once(editor, mine, theirs, findable, a, b, happen):
    yesterday = timezone.localdate() - timedelta(days=1)
    values = {"name": "Phạm Thị Hoa", "first_day": yesterday.strftime("%d/%m/%Y")}
    happen(editor.post, address("replace", mine["chairman"].pk), values)
    assert found(a, "Phạm Thị Hoa") == ["directory", "leaders"] and found(a, "Trần Văn Bình") == []
    assert found(b, "Trần Văn Bình") == ["directory", "leaders"]
    assert found(a, "Chairman xa-a", "en") == ["directory", "leaders"]


def test_a_corrected_name_is_found(a, b, mine, findable, happen):
    with platform_scope():
        person = Person.objects.get(pk=mine["vice"].person_id)
        was, person.name = person.name, "Lê Thị Ánh Tuyết"
        assert found(a, was) == ["directory", "leaders"]
        happen(person.save)
    assert (found(a, was), found(a, "Ánh Tuyết"), found(b, "Ánh Tuyết")) == ([], ["directory", "leaders"], [])


def test_who_is_deleted_is_found_no_more(a, b, happen):
    post, _other = happen(make_post, a, "Nguyễn Văn Tìm"), happen(make_post, b, "Nguyễn Văn Tìm")
    assert found(a, "Nguyễn Văn Tìm") == ["directory", "leaders"]
    with platform_scope():
        happen(Post.objects.get(pk=post.pk).delete)
    assert (found(a, "Nguyễn Văn Tìm"), found(b, "Nguyễn Văn Tìm")) == ([], ["directory", "leaders"])


def test_terms_that_begin_and_end_by_the_calendar_are_followed_by_night(a, b, happen):
    today = timezone.localdate()
    old = happen(make_post, a, "Nguyễn Văn Cũ", to_date=today + timedelta(days=1))
    new = happen(make_post, a, "Nguyễn Văn Mới", from_date=today + timedelta(days=2))
    happen(make_post, b, "Nguyễn Văn Khác")
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


def test_a_hundred_people_brought_in_together_are_taken_in_once(a, b, happen, monkeypatch):
    calls = []
    monkeypatch.setattr(signals, "refresh", lambda numbers: calls.append(list(numbers)))
    happen(lambda: [make_post(portal, f"Người {n}") for n in range(3) for portal in (a, b)])
    assert len(calls) == 2
    with platform_scope():
        of = [{page.portal_id for page in PortalPage.objects.filter(pk__in=numbers)} for numbers in calls]
    assert of == [{a.pk}, {b.pk}]
    happen(make_post, a, "Người sau")
    assert len(calls) == 3


def test_what_was_taken_back_hides_no_later_change(a, b, happen):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_post(a, "Nguyễn Văn Rút"), 1 / 0
    happen(make_post, a, "Nguyễn Văn Lại")
    assert (found(a, "Nguyễn Văn Rút"), found(a, "Nguyễn Văn Lại")) == ([], ["directory", "leaders"])
    assert found(b, "Nguyễn Văn Lại") == []


def test_the_commit_may_come_in_the_scope_of_another_portal(a, b, happen):
    with portal_scope([b]):
        happen(make_post, a, "Nguyễn Văn Tìm")
    assert found(a, "Nguyễn Văn Tìm") == ["directory", "leaders"] and found(b, "Nguyễn Văn Tìm") == []
