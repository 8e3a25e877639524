"""From rows to points: who the body is and how to reach it. The other portal always has what this one lacks, or lacks
what this one has; none of it may change a point.
"""

from datetime import date

import pytest

from cms.pages.models import PortalPage, StaticPage
from tests.factories import publish, section_page

from .making import at
from .planting import (
    judged,
    plant_contact,
    plant_everything,
    plant_focal,
    plant_introduction,
    plant_leader,
    plant_unit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(a):
    """A neighbour that has everything."""
    plant_everything(a)
    return a


# --- G01 introduction -------------------------------------------------------------------------------
def nothing(portal):
    pass


def without_units(portal):
    plant_introduction(portal)


def complete(portal):
    plant_introduction(portal)
    plant_unit(portal)


def without_chart(portal):
    plant_introduction(portal, chart=None)
    plant_unit(portal)


def with_a_tree_for_a_chart(portal):
    plant_introduction(portal, chart=None)
    plant_unit(portal, "Tổ một cửa", parent=plant_unit(portal))


def chart_without_words(portal):
    plant_introduction(portal, chart_alt_vi="")
    plant_unit(portal)


def without_duties(portal):
    plant_introduction(portal, duties_vi="<p>&nbsp;</p>")
    plant_unit(portal)


def reviewed_long_ago(portal):
    plant_introduction(portal, reviewed_on=date(2023, 3, 1))
    plant_unit(portal)


def published_after_the_cut_off(portal):
    plant_introduction(portal, day=(3, 25))
    plant_unit(portal)


def taken_down(portal):
    plant_introduction(portal).unpublish()
    plant_unit(portal)


@pytest.mark.parametrize(
    ("plant", "score", "numerator", "reasons"),
    [
        (nothing, 0, 0, ["thieu_trang_gioi_thieu"]),
        (complete, 3, 3, []),
        (without_units, 2, 2, ["thieu_don_vi_truc_thuoc"]),
        (without_chart, 2, 2, ["thieu_so_do_to_chuc"]),
        (chart_without_words, 2, 2, ["thieu_so_do_to_chuc"]),
        (with_a_tree_for_a_chart, 3, 3, []),
        (without_duties, 2, 2, ["thieu_chuc_nang_nhiem_vu"]),
        (reviewed_long_ago, 0, 0, ["gioi_thieu_qua_han_ra_soat"]),
        (published_after_the_cut_off, 0, 0, ["thieu_trang_gioi_thieu"]),
        (taken_down, 0, 0, ["thieu_trang_gioi_thieu"]),
    ],
)
def test_introduction(department, other, plant, score, numerator, reasons):
    plant(department)
    assert judged("info_gov_B", "G01", department, other) == (score, numerator, 3, reasons)


def test_the_faults_of_a_neighbour_cost_nothing(department, a):
    complete(department)
    reviewed_long_ago(a)
    assert judged("info_gov_A", "G01", department, a) == (3, 3, 3, [])


# --- G04 history ------------------------------------------------------------------------------------
def told_on_the_introduction(portal):
    plant_introduction(portal)


def told_nowhere(portal):
    plant_introduction(portal, history_vi="")


def told_in_its_section(portal):
    page = section_page(portal, "history")
    page.story_vi = "<p>Thành lập năm 1991.</p>"
    publish(page, at=at((1, 10)))


def told_below_its_section(portal):
    page = StaticPage(title="Các giai đoạn", slug="cac-giai-doan", live=False)
    page.body_vi = [("paragraph", "<p>Từ 1991 đến nay.</p>")]
    section_page(portal, "history").add_child(instance=page)
    publish(page, at=at((1, 10)))


def an_empty_section(portal):
    page = section_page(portal, "history")
    page.body_vi = []
    publish(page, at=at((1, 10)))


@pytest.mark.parametrize(
    ("plant", "score"),
    [
        (nothing, 0),
        (told_nowhere, 0),
        (an_empty_section, 0),
        (told_on_the_introduction, 2),
        (told_in_its_section, 2),
        (told_below_its_section, 2),
    ],
)
def test_history_of_a_department(department, other, plant, score):
    plant(department)
    reasons = [] if score else ["thieu_qua_trinh_hinh_thanh"]
    assert judged("info_gov_A", "G04", department, other) == (score, int(score > 0), 1, reasons)


# --- G03 contacts -----------------------------------------------------------------------------------
def agency(portal):
    plant_contact(portal)


def focal(portal):
    plant_focal(portal)


def both(portal):
    plant_contact(portal)
    plant_focal(portal)


def mobile_only(portal):
    plant_contact(portal)
    plant_focal(portal, phone="", mobile="0912 000 001")


def private_mail(portal):
    plant_contact(portal)
    plant_focal(portal, email="canbo@gmail.com")


def forgotten(portal):
    plant_contact(portal)
    plant_focal(portal, from_date=date(2020, 1, 1), confirmed_on=date(2023, 9, 22))  # 182 days


def appointed_lately(portal):
    plant_contact(portal)
    plant_focal(portal, from_date=date(2024, 1, 2), confirmed_on=None)


def left_before_the_cut_off(portal):
    plant_contact(portal)
    plant_focal(portal, to_date=date(2024, 3, 1))


def one_good_one_forgotten(portal):
    both(portal)
    plant_focal(portal, "Người Cũ", confirmed_on=date(2023, 1, 1))


def no_telephone(portal):
    plant_contact(portal, phone="")
    plant_focal(portal)


@pytest.mark.parametrize(
    ("plant", "score", "reasons"),
    [
        (nothing, 0, ["thieu_trang_lien_he", "chua_co_dau_moi"]),
        (agency, 1, ["chua_co_dau_moi"]),
        (focal, 1, ["thieu_trang_lien_he"]),
        (both, 2, []),
        (mobile_only, 2, []),
        (appointed_lately, 2, []),
        (no_telephone, 1, ["lien_he_thieu_thong_tin"]),
        (private_mail, 1, ["dau_moi_thieu_thong_tin"]),
        (forgotten, 1, ["dau_moi_chua_xac_nhan"]),
        (one_good_one_forgotten, 1, ["dau_moi_chua_xac_nhan"]),
        (left_before_the_cut_off, 1, ["chua_co_dau_moi"]),
    ],
)
def test_contacts(department, other, plant, score, reasons):
    plant(department)
    assert judged("info_gov_A", "G03", department, other) == (score, score, 2, reasons)


def test_a_focal_official_of_another_portal_answers_for_nobody_here(department, a):
    plant_contact(department)
    plant_focal(a)
    assert judged("info_gov_A", "G03", department, a)[0] == 1


# --- G02 leaders ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("biographies", "score", "numerator"),
    [
        ([200], 3, 1),
        ([199], 0, 0),
        ([200, 200, 200], 3, 3),
        ([200, 0], 1.5, 1),
        ([200, 200, 0], 1.5, 2),
        ([200, 0, 0], 0, 1),
    ],
)
def test_leaders(department, other, biographies, score, numerator):
    for number, length in enumerate(biographies):
        plant_leader(department, f"Lãnh Đạo {number}", biography="ă" * length)
    given, top, bottom, _reasons = judged("info_gov_A", "G02", department, other)
    assert (given, top, bottom) == (score, numerator, len(biographies))


def test_leaders_without_duties_are_incomplete(department, other):
    plant_leader(department, duties="")
    assert judged("info_gov_A", "G02", department, other) == (0, 0, 1, ["lanh_dao_thieu_thong_tin"])


def test_a_neighbours_incomplete_leader_costs_nothing(department, a):
    plant_leader(department)
    plant_leader(a, biography="", duties="")
    assert judged("info_gov_A", "G02", department, a) == (3, 1, 1, [])


def test_a_leader_who_has_left_is_no_leader(department, other):
    plant_leader(department)
    plant_leader(department, "Người Cũ", biography="", to_date=date(2024, 3, 21))
    assert judged("info_gov_A", "G02", department, other) == (3, 1, 1, [])


# --- G19 English ------------------------------------------------------------------------------------
def translate(page, status):
    PortalPage._base_manager.filter(pk=page.pk).update(en_status=status)


@pytest.mark.parametrize(
    ("introduction", "contact", "score", "numerator"),
    [
        ("current", "current", 2, 2),
        ("current", "missing", 0, 1),
        ("outdated", "current", 0, 1),
        ("missing", "missing", 0, 0),
    ],
)
def test_english(department, a, introduction, contact, score, numerator):
    translate(plant_introduction(department), introduction)
    translate(plant_contact(department), contact)
    translate(plant_introduction(a), "current")
    translate(plant_contact(a), "current")
    assert judged("info_gov_B", "G19", department, a)[:3] == (score, numerator, 2)


def test_english_that_an_editor_writes_earns_the_points(department, a):
    plant_introduction(
        department,
        functions_en="<p>Advises the People's Committee.</p>",
        duties_en="<p>State management.</p>",
        history_en="<p>Founded in 1991.</p>",
        chart_alt_en="Chairman, two vice-chairmen, office.",
        title_en="Introduction",
    )
    plant_contact(department, address_en="1 Trần Phú street", title_en="Contact")
    plant_contact(a)
    assert judged("info_gov_B", "G19", department, a) == (2, 2, 2, [])
