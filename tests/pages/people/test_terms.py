"""Who holds which post on a day: every pair of dates against every day; and who heads a unit."""

from datetime import date, timedelta

import pytest

from cms.pages.people.heads import head_of
from cms.pages.people.models import Person, Post
from cms.pages.people.queries import (
    board_on,
    focal_on,
    held_by,
    leaders_on,
    names_on,
    posts_on,
    spokesperson_on,
    structure_on,
    units_in_order,
)
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_post

from .conftest import make_unit

FIRST = date(2025, 6, 26)
DAYS = [FIRST + timedelta(days=step) for step in range(8)]
TERMS = [(start, end) for start in (None, *DAYS) for end in (None, *DAYS) if not (start and end and start > end)]


@pytest.fixture
def terms(a, b):
    """Of every possible term within eight days one post in each portal, the title saying which."""
    with platform_scope():
        for portal in (a, b):
            person = Person.objects.create(portal=portal, name=f"Người {portal.slug}")
            rows = [
                Post(portal=portal, person=person, title_vi=str(number), from_date=start, to_date=end)
                for number, (start, end) in enumerate(TERMS)
            ]
            Post.objects.bulk_create(rows)


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), *DAYS, DAYS[-1] + timedelta(days=1)])
def test_a_day_finds_every_post_of_that_day_and_never_an_ended_one(a, b, terms, day):
    expected = {
        str(number)
        for number, (start, end) in enumerate(TERMS)
        if (start is None or start <= day) and (end is None or end >= day)
    }
    with portal_scope([a]):
        found = list(posts_on(a, day))
        assert {post.title_vi for post in found} == expected and len(found) == len(expected)
        assert all(post.to_date is None or post.to_date >= day for post in found)
        assert {post.portal_id for post in found} == {a.pk}
        assert list(posts_on(b, day)) == []
        assert len(held_by(found[0].person, day)) == len(expected)


def test_each_kind_has_its_question(a, b):
    for kind in Post.Kind.values:
        make_post(a, f"Người {kind}", kind=kind)
        make_post(b, f"Kẻ {kind}", kind=kind)
    asked = {"leader": leaders_on, "focal": focal_on, "spokesperson": spokesperson_on, "board": board_on}
    with portal_scope([a]):
        for kind, question in asked.items():
            assert [post.person.name for post in question(a, FIRST)] == [f"Người {kind}"]
        assert len(posts_on(a, FIRST, "focal", "staff")) == 2


def test_a_person_holds_what_the_day_says(a, b):
    post, _other = make_post(a, "Hai Vai", to_date=FIRST), make_post(b, "Hai Vai")
    with platform_scope():
        Post.objects.create(portal=a, person=post.person, title="Người phát ngôn", kind="spokesperson")
        titles = [[one.title for one in held_by(post.person, day)] for day in (FIRST, DAYS[1])]
        assert titles == [["Chủ tịch", "Người phát ngôn"], ["Người phát ngôn"]]
        assert [one.kind for one in held_by(post.person, FIRST, "leader")] == ["leader"]


@pytest.mark.parametrize(
    ("title", "leads"),
    [
        ("Trưởng phòng", True), ("Chánh Văn phòng", True), ("Q. Trưởng phòng", True), ("Quyền Giám đốc", True),
        ("Chỉ huy trưởng", True), ("Đội trưởng", True), ("Phó Trưởng phòng", False), ("Phó Chánh Văn phòng", False),
        ("Kế toán trưởng", False), ("Văn thư", False), ("", False),
    ],
)  # fmt: skip
def test_a_head_is_known_by_the_title(title, leads):
    post = Post(title_vi=title, kind="staff")
    assert head_of([Post(title_vi="Chuyên viên", kind="staff"), post]) == (post if leads else None)


def test_a_leader_heads_whatever_the_order_and_no_board_does():
    leader, chief = Post(title_vi="Phó Chủ tịch", kind="leader"), Post(title_vi="Trưởng phòng", kind="staff")
    assert head_of([chief, leader]) is leader
    assert head_of([Post(title_vi="Trưởng ban", kind="board")]) is None


def test_the_structure_names_heads_of_the_day_in_two_queries(a, b, django_assert_num_queries):
    office, other = make_unit(a, "Văn phòng", order=2), make_unit(b, "Phòng Khác")
    desk, justice = make_unit(a, "Một cửa", parent=office), make_unit(a, "Tư pháp", order=1)
    make_post(a, "Bà Chủ tịch")
    make_post(a, "Ông Cũ", title="Chánh Văn phòng", kind="staff", unit=office, to_date=FIRST)
    make_post(a, "Ông Mới", title="Chánh Văn phòng", kind="staff", unit=office, from_date=DAYS[1])
    make_post(b, "Kẻ Khác", title="Trưởng phòng", kind="staff", unit=other)
    with portal_scope([a]), django_assert_num_queries(2):
        tree, top = structure_on(a, DAYS[1])
    heads = [(node["unit"].name, node["head"] and node["head"].person.name) for node in tree]
    assert (heads, top.person.name) == ([("Tư pháp", None), ("Văn phòng", "Ông Mới")], "Bà Chủ tịch")
    with portal_scope([a]):
        assert units_in_order(a) == [(0, justice), (0, office), (1, desk)]


def test_names_to_be_found_are_those_of_the_day_and_kind(a, b):
    unit = make_unit(a, "Văn phòng")
    make_post(a, "Lê Một", unit=unit)
    make_post(a, "Lê Hai", kind="staff", title="Văn thư")
    make_post(a, "Lê Cũ", to_date=FIRST)
    make_post(b, "Lê Khác")
    with platform_scope():
        assert names_on(a, DAYS[1], "leader") == ["Lê Một Chủ tịch Văn phòng"]
        assert names_on(a, DAYS[1]) == ["Lê Một Chủ tịch Văn phòng", "Lê Hai Văn thư"]
