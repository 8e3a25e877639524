"""Filtering, sorting and heading a board, without a browser."""

from datetime import date

import pytest
from django.http import QueryDict

from compliance.packs import pack_named
from compliance.periods import find_period
from compliance.queries import PackScore, PortalScore
from compliance.views.columns import COLUMNS, BoardFilter, headings, ordered
from tenants.models import Portal
from tests.factories import make_portal

from .making import at
from .planting import Q1
from .test_exchange import a_line


def a_row(slug, *, points=None, last=None, **values):
    portal = Portal(slug=slug, **{"name": slug, "group": "commune", "state": "active", **values})
    packs = () if points is None else (PackScore(pack_named("info_commune", "1"), (a_line("C17", points),)),)
    return PortalScore(portal, None, packs, last)


def order(key, *rows):
    return [row.portal.slug for row in ordered(list(rows), key)]


LOW, HIGH, NONE = a_row("thap", points=1), a_row("cao", points=8), a_row("khong")


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("information", ["thap", "cao", "khong"]),
        ("-information", ["cao", "thap", "khong"]),
        ("questions", ["khong", "thap", "cao"]),  # none has any: as they came
        ("-questions", ["khong", "thap", "cao"]),
    ],
)
def test_who_has_no_points_stands_last_in_either_direction(key, found):
    assert order(key, NONE, LOW, HIGH) == found


@pytest.mark.parametrize(
    ("key", "found"), [("activity", ["cu", "moi", "khong"]), ("-activity", ["moi", "cu", "khong"])]
)
def test_by_last_activity(key, found):
    old, new = a_row("cu", last=at((1, 5))), a_row("moi", last=at((3, 5)))
    assert order(key, NONE, new, old) == found


def test_names_are_sorted_without_regard_to_accents():
    rows = [a_row("3", name="Sở Y tế"), a_row("1", name="Đài Phát thanh"), a_row("2", name="Ban Dân tộc")]
    assert order("portal", *rows) == ["2", "1", "3"]


def test_by_group_and_within_it_by_state():
    rows = [a_row("3", group="party"), a_row("2", state="building"), a_row("1", state="active")]
    assert order("group", *rows) == ["1", "2", "3"]


@pytest.mark.parametrize("key", ["", "-", "nonsense", "-nonsense", "__class__"])
def test_what_cannot_be_sorted_by_is_sorted_by_name(key):
    assert sorted(order(key, NONE, LOW, HIGH)) == ["cao", "khong", "thap"]


def test_the_order_of_equals_is_kept():
    rows = [a_row(slug, points=4) for slug in ("b", "a", "c")]
    assert order("information", *rows) == ["b", "a", "c"]


# --- headings -------------------------------------------------------------------------------------------
def heads(query):
    return {column.key: heading for column, heading in zip(COLUMNS, headings(QueryDict(query)), strict=True)}


def test_the_board_opens_sorted_by_name():
    found = heads("")
    assert found["portal"]["direction"] == "ascending"
    assert {heading["direction"] for key, heading in found.items() if key != "portal"} == {""}


@pytest.mark.parametrize(
    ("query", "direction", "url"),
    [
        ("xep=activity", "ascending", "?xep=-activity"),
        ("xep=-activity", "descending", "?xep=activity"),
        ("xep=portal", "", "?xep=activity"),
    ],
)
def test_asking_again_turns_the_order(query, direction, url):
    heading = heads(query)["activity"]
    assert (heading["direction"], heading["url"]) == (direction, url)


def test_sorting_keeps_the_filter_and_the_period():
    assert heads("group=party&ky=2024-Q1")["activity"]["url"] == "?group=party&ky=2024-Q1&xep=activity"


# --- the filter -----------------------------------------------------------------------------------------
@pytest.fixture
def four(a, b, department):
    make_portal("phuong-dong", name="Phường Đông", state="building")


def chosen(query):
    form = BoardFilter(QueryDict(query), period=find_period(Q1))
    return sorted(portal.slug for portal in form.chosen(Portal.objects.exclude(slug="tinh")))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["phuong-dong", "so-a", "xa-a", "xa-b"]),
        ("q=Đông", ["phuong-dong"]),
        ("q=dong", ["phuong-dong"]),
        ("q=+DONG+", ["phuong-dong"]),
        ("q=xa", ["xa-a", "xa-b"]),
        ("state=building", ["phuong-dong"]),
        ("state=building&q=xa", []),
        ("level=department", ["so-a"]),
        ("group=commune&state=active", ["xa-a", "xa-b"]),
        ("state=haunted", ["phuong-dong", "so-a", "xa-a", "xa-b"]),
        ("q=" + "x" * 300, ["phuong-dong", "so-a", "xa-a", "xa-b"]),  # too long to be a name
    ],
)
def test_filter(four, query, found):
    assert chosen(query) == found


@pytest.mark.django_db
def test_the_period_shown_can_always_be_chosen(a, b):
    form = BoardFilter(QueryDict(""), period=find_period("2031-Q2"))
    assert [code for code, _label in form.fields["ky"].choices] == ["2031-Q2"]
    assert form.is_valid()


def test_last_activity_is_compared_as_a_moment():
    evening, morning = (
        a_row("toi", last=at(date(2024, 3, 5), hour=20)),
        a_row("sang", last=at(date(2024, 3, 5), hour=7)),
    )
    assert order("-activity", morning, evening) == ["toi", "sang"]
