from datetime import date

import pytest

from compliance.facts import PlatformFact
from compliance.packs import Criterion
from compliance.rules import UNMEASURED, judge

from .making import EVERYTHING, a_contact, a_page, a_section, a_window, an_introduction, facts, points

OLD, NEW = date(2023, 3, 22), date(2023, 3, 23)  # 366 and 365 days before the cut-off


def standing(old, new):
    return tuple(a_page(number, OLD if number < old else NEW) for number in range(old + new))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, (1, 3, 3, [])),
        ({"sections": (a_section(), a_section("budget"))}, (1, 3, 3, [])),
        ({"sections": (a_section(), a_section("budget", empty=True))}, (0, 2, 3, ["muc_bat_buoc_con_trong"])),
        ({"suspicious": (a_page(5, title="test"),)}, (0, 2, 3, ["con_noi_dung_thu_nghiem"])),
        ({"standing": standing(0, 20)}, (1, 3, 3, [])),
        ({"standing": standing(1, 19)}, (1, 3, 3, [])),  # exactly 5 %
        ({"standing": standing(1, 18)}, (0, 2, 3, ["nhieu_trang_qua_han_ra_soat"])),
        ({"sections": (a_section(empty=True),), "suspicious": (a_page(5),), "standing": standing(1, 0)},
         (0, 0, 3, ["muc_bat_buoc_con_trong", "con_noi_dung_thu_nghiem", "nhieu_trang_qua_han_ra_soat"])),
    ],
)  # fmt: skip
def test_nothing_empty_nothing_tried_nothing_forgotten(values, expected):
    assert points("no_empty_or_test", 1, facts(**values)) == expected


def test_a_stated_review_renews_an_old_page():
    page = a_page(1, OLD, reviewed_on=date(2024, 1, 1))
    assert points("no_empty_or_test", 1, facts(standing=(page,)))[0] == 1


def test_the_evidence_is_what_is_wrong_and_where():
    found = facts(
        sections=(a_section("budget", empty=True),), suspicious=(a_page(5, title="test"),), standing=standing(1, 0)
    )
    result = judge(Criterion("G18", "", "", 1, "no_empty_or_test"), found, a_window())
    assert [(seen.kind, seen.title, seen.notes) for seen in result.evidence] == [
        ("section", "budget", ("de_trong",)),
        ("page", "test", ("thu_nghiem",)),
        ("page", "Trang 0", ("qua_han_ra_soat",)),
    ]


# --- English --------------------------------------------------------------------------------------
def both(introduction, contact):
    return facts(introductions=(an_introduction(en_status=introduction),), contacts=(a_contact(en_status=contact),))


@pytest.mark.parametrize(
    ("introduction", "contact", "expected"),
    [
        ("current", "current", (2, 2, 2, [])),
        ("current", "outdated", (0, 1, 2, ["thieu_tieng_anh_lien_he"])),
        ("missing", "current", (0, 1, 2, ["thieu_tieng_anh_gioi_thieu"])),
        ("outdated", "missing", (0, 0, 2, ["thieu_tieng_anh_gioi_thieu", "thieu_tieng_anh_lien_he"])),
    ],
)
def test_introduction_and_contact_are_both_in_english(introduction, contact, expected):
    assert points("english_minimum", 2, both(introduction, contact)) == expected


def test_pages_that_are_not_there_are_not_in_english():
    assert points("english_minimum", 2, facts()) == (
        0, 0, 2, ["thieu_tieng_anh_gioi_thieu", "thieu_tieng_anh_lien_he"],
    )  # fmt: skip


def test_the_state_of_each_translation_is_evidence():
    result = judge(Criterion("G19", "", "", 2, "english_minimum"), both("outdated", "missing"), a_window())
    assert [seen.notes for seen in result.evidence] == [("tieng_anh_cu",), ("tieng_anh_thieu",)]


# --- what the system owes every reader ---------------------------------------------------------------
@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        (EVERYTHING, (1, 4, 4, [])),
        (PlatformFact(False, True, True, True), (0, 3, 4, ["khong_co_tim_kiem"])),
        (PlatformFact(True, False, True, True), (0, 3, 4, ["so_do_cong_chua_du"])),
        (PlatformFact(True, True, False, True), (0, 3, 4, ["thieu_lien_ket"])),
        (PlatformFact(True, True, True, False), (0, 3, 4, ["khong_in_duoc"])),
    ],
)
def test_search_site_map_links_and_print(platform, expected):
    assert points("finding_aids", 1, facts(platform=platform)) == expected


def test_unmeasured_while_one_of_them_cannot_be_told():
    found = facts(platform=PlatformFact(True, True, True, None))
    assert judge(Criterion("G20", "", "", 1, "finding_aids"), found, a_window()).state == UNMEASURED
