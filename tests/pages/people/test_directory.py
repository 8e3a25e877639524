"""The register of people: who holds which post on a day, and how a citizen finds them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cms.pages.people.directory import matches
from cms.pages.people.models import Post, Unit
from cms.pages.people.queries import leaders_on, posts_on, unit_tree
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_post, section_page

DAY = date(2024, 3, 31)


@pytest.fixture
def office(a, b):
    """A: a unit with a clerk, and a chairman without unit; B: namesakes."""
    for portal in (a, b):
        with platform_scope():
            unit = Unit.objects.create(portal=portal, name="Văn phòng", name_en="Office", order=1)
        make_post(portal, "Đặng Thị Hường", title="Văn thư", kind="staff", unit=unit, phone="0214 3840 888")
        make_post(
            portal, f"Nguyễn Văn {portal.slug.upper()}", mobile="0912.345.678", email=f"vp@{portal.slug}.example"
        )


def _names(posts):
    return [post.person.name for post in posts]


@pytest.mark.parametrize(
    ("from_date", "to_date", "held"),
    [
        (None, None, True),
        ("2024-03-31", "2024-03-31", True),
        ("2024-04-01", None, False),
        (None, "2024-03-30", False),
        ("2020-01-01", None, True),
    ],
)
def test_a_post_is_held_from_day_to_day_inclusive(a, b, from_date, to_date, held):
    make_post(a, from_date=from_date, to_date=to_date)
    make_post(b)
    with platform_scope():
        assert _names(posts_on(a, DAY)) == ["Nguyễn Văn A"] * held
        assert len(posts_on(b, DAY)) == 1


def test_leaders_are_the_leading_posts_in_the_chosen_order(a, b):
    make_post(a, "Hai", order=2)
    make_post(a, "Một", order=1)
    make_post(a, "Cán bộ", kind="staff", order=0)
    make_post(b, "Khác")
    with platform_scope():
        assert _names(leaders_on(a, DAY)) == ["Một", "Hai"]


def test_without_a_scope_nobody_is_shown(a, b, office):
    assert list(posts_on(a, DAY)) == [] == unit_tree(a)
    with portal_scope([b]):
        assert list(posts_on(a, DAY)) == [] and len(posts_on(b, DAY)) == 2


def test_the_tree_of_units_takes_one_query(a, b, django_assert_num_queries):
    with platform_scope():
        top = Unit.objects.create(portal=a, name="Ủy ban nhân dân")
        Unit.objects.create(portal=a, name="Văn phòng", parent=top)
        Unit.objects.create(portal=b, name="Khác")
        with django_assert_num_queries(1):
            (root,) = unit_tree(a)
    assert root["unit"] == top
    assert [child["unit"].name for child in root["children"]] == ["Văn phòng"]


@pytest.mark.parametrize(
    "query",
    [
        "Đặng Thị Hường", "dang thi huong", "HƯỜNG", "huong dang", "van thu", "văn phòng",
        "0214 3840 888", "02143840888", "3840", "(0214) 3840-888", "dang van thu", "hường văn phòng",
    ],
)  # fmt: skip
def test_a_person_is_found_by_name_title_unit_or_number(a, b, office, query):
    with portal_scope([a]):
        assert [post.person.name for post in posts_on(a, DAY) if matches(post, query)] == ["Đặng Thị Hường"]


@pytest.mark.parametrize("query", ["khong co", "Đặng Chủ tịch", "999", "xa-b", "()"])
def test_what_is_not_there_is_not_found(a, b, office, query):
    with portal_scope([a]):
        assert [post for post in posts_on(a, DAY) if matches(post, query)] == []


def test_the_page_shows_the_register_of_its_own_portal(visit, a, b, office):
    words = visit(a, "/danh-ba/").content.decode()
    assert "Nguyễn Văn XA-A" in words and "0214 3840 888" in words and "Văn phòng" in words
    assert "XA-B" not in words and "xa-b" not in words


def test_the_page_searches_without_accents(visit, a, b, office):
    words = visit(a, "/danh-ba/", q="huong").content.decode()
    assert "Đặng Thị Hường" in words and "Nguyễn Văn XA-A" not in words
    assert "Đặng Thị Hường" not in visit(b, "/danh-ba/", q="khong co").content.decode()


def test_former_people_are_not_shown(visit, a, b):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_post(a, "Người Cũ", to_date=yesterday)
    make_post(b, "Người Mới", from_date=yesterday)
    for path in ("/lanh-dao/", "/danh-ba/"):
        assert "Người Cũ" not in visit(a, path).content.decode()
        assert "Người Mới" in visit(b, path).content.decode()


def test_a_post_cannot_end_before_it_begins(a, b):
    make_post(b, from_date="2024-01-01", to_date="2024-01-01")
    with pytest.raises(Exception, match="post_ends_after_it_begins"):
        make_post(a, from_date="2024-01-02", to_date="2024-01-01")


def test_the_first_post_fills_leaders_and_directory(a, b):
    make_post(a)
    states = [[section_page(p, code).has_content for code in ("leaders", "directory")] for p in (a, b)]
    assert states == [[True, True], [False, False]]
    with platform_scope():
        assert Post.objects.filter(portal=a).count() == 1
