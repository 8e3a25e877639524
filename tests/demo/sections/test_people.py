"""The fuller register: a tree of units, terms from and to, duties that are read from one person."""

from datetime import date, timedelta

import pytest

from cms.pages.models import Person, Post, Unit
from cms.pages.people.queries import leaders_on, posts_on
from demo.loading.dates import CUTOFF
from demo.loading.sections.contents import written_portals
from demo.loading.staff import members_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everything")]


@pytest.mark.parametrize("slug", written_portals())
def test_the_tree_has_three_levels_and_stays_in_its_portal(slug, small):
    units = Unit.objects.filter(portal__slug=slug).select_related("parent__parent")
    assert [unit.parent for unit in units if unit.parent is None] == [None]
    assert any(unit.parent and unit.parent.parent for unit in units)
    assert {unit.parent.portal_id for unit in units if unit.parent} == {units[0].portal_id}
    assert all(unit.functions and unit.functions_en for unit in units if unit.parent)


@pytest.mark.parametrize("slug", written_portals())
def test_everybody_is_marked_as_an_example_and_reached_at_safe_addresses(slug, small):
    posts = Post.objects.filter(portal__slug=slug).select_related("person")
    assert all(post.person.name.endswith("(nhân vật minh họa)") for post in posts)
    mails = {post.email.rpartition("@")[2] for post in posts if post.email}
    assert mails <= {"minh-hoa.gov.vn", "laocai.example"}
    assert all(post.phone.startswith("0214 3000 ") for post in posts if post.phone)


def test_leaders_have_faces_biographies_duties_and_terms(portal_of, today):
    for slug in written_portals():
        leaders = leaders_on(portal_of(slug), today)
        assert [post.person.name for post in leaders] == [m.name for m in members_of(slug) if m.kind == "leader"]
        assert all(post.person.photo and len(post.person.biography) >= 200 for post in leaders)
        assert all(post.duties and post.from_date and post.decision_number for post in leaders)


def test_a_former_leader_is_found_on_a_day_of_the_term_and_not_today(portal_of, today):
    commune, town = portal_of("xa-ta-phin"), portal_of("thi-xa-sa-pa")
    former = Post.objects.get(portal=commune, kind="leader", to_date__isnull=False)
    assert former.title == "Chủ tịch Ủy ban nhân dân xã" and len(former.person.biography) >= 200
    assert former in leaders_on(commune, date(2015, 6, 1))
    assert former not in leaders_on(commune, today)
    assert former not in leaders_on(town, date(2015, 6, 1))


def test_the_focal_officials_of_the_scored_quarter_have_handed_over(portal_of, today):
    commune = portal_of("xa-ta-phin")
    then = posts_on(commune, CUTOFF).filter(kind="focal")
    now = posts_on(commune, today).filter(kind="focal")
    assert [post.person.name for post in then] == [members_of("xa-ta-phin")[-1].name]
    assert now.count() == 2 and not set(then) & set(now)
    assert {post.unit.name for post in now} == {"Bộ phận Tiếp nhận và Trả kết quả", "Văn phòng - Thống kê"}


def test_whoever_speaks_or_edits_is_the_same_person_as_in_the_register(portal_of, today):
    commune = portal_of("xa-ta-phin")
    posts = posts_on(commune, today)
    head = posts.filter(kind="leader").first()
    assert posts.filter(kind="spokesperson").first().person_id == head.person_id
    board = posts.filter(kind="board")
    assert [post.title for post in board] == ["Trưởng ban", "Phó Trưởng ban", "Ủy viên", "Ủy viên", "Thư ký"]
    assert all(post.decision_number and post.decision_date for post in board)
    assert Person.objects.filter(portal=commune).count() < Post.objects.filter(portal=commune).count()


def test_the_register_was_confirmed_at_different_times(portal_of, today):
    confirmed = (
        posts_on(portal_of("xa-ta-phin"), today).exclude(confirmed_on=None).values_list("confirmed_on", flat=True)
    )
    assert {today - timedelta(days=days) for days in (12, 100, 200)} == set(confirmed)
    province = posts_on(portal_of("lao-cai"), today).values_list("confirmed_on", flat=True)
    assert set(province) == {today - timedelta(days=12)}


def test_a_board_without_a_roster_is_drawn_from_the_leaders_and_the_focal_official(portal_of, today):
    district = portal_of("huyen-si-ma-cai")
    board = posts_on(district, today).filter(kind="board").select_related("person")
    members = members_of("huyen-si-ma-cai")
    assert [post.person.name for post in board] == [members[2].name, members[1].name, members[-1].name]
    assert not Post.objects.filter(portal__slug="xa-lien-minh", kind="board").exists()
