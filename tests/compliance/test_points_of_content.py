"""From rows to points: news, documents, hygiene. The neighbour is alive where this portal is silent, and back."""

from datetime import date, timedelta

import pytest

from cms.pages.models import GuidancePage, PortalPage
from cms.pages.sections import column_of, sections_for
from compliance.periods import end_of_day
from tests.factories import make_article, make_file, publish, section_page

from .making import at
from .planting import (
    judged,
    plant_contact,
    plant_documents,
    plant_everything,
    plant_introduction,
    plant_leader,
    plant_news,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(a):
    plant_everything(a)
    return a


# --- G16 news ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("weeks", "score", "active"),
    [
        ([], 0, 0),
        (range(1, 13), 5, 12),
        (range(1, 12), 4.5, 11),  # 4.58
        ([8, 9, 10, 11, 12], 2, 5),  # 2.08
        (range(1, 8), 0, 7),  # silent since 14 February
        (range(13, 20), 0, 0),  # all after the cut-off
    ],
)
def test_news(department, other, weeks, score, active):
    plant_news(department, weeks)
    assert judged("info_gov_A", "G16", department, other)[:3] == (score, active, 12)


def test_a_commune_is_measured_by_the_same_weeks(b, other):
    plant_news(b, weeks=range(4, 13))
    assert judged("info_commune", "C17", b, other)[:3] == (3, 9, 12)  # 9/12 of 4


def test_a_neighbours_silence_costs_nothing(department, a):
    plant_news(department)
    plant_news(a, weeks=[1])
    assert judged("info_gov_A", "G16", department, a)[0] == 5


@pytest.mark.parametrize(
    ("as_of", "weeks", "active"), [(date(2024, 1, 7), 1, 1), (date(2024, 1, 8), 2, 1), (date(2024, 2, 4), 5, 5)]
)
def test_while_the_quarter_runs(department, other, as_of, weeks, active):
    plant_news(department)
    found = judged("info_gov_A", "G16", department, other, as_of=end_of_day(as_of))
    assert found[1:3] == (active, weeks)


def test_drafts_are_no_news(department, other):
    for week in range(12):
        make_article(department, f"Nháp {week}", live=False)
    assert judged("info_gov_A", "G16", department, other)[0] == 0


# --- G05 documents ----------------------------------------------------------------------------------
UNKNOWN = {"issue_date": None, "issue_precision": "unknown"}


@pytest.mark.parametrize(
    ("good", "bad", "lacking", "score"),
    [
        (1, 0, {}, 5),
        (1, 1, {"abstract": ""}, 2.5),
        (2, 1, {"number": ""}, 3),  # 3.33
        (1, 2, {"issuer": ""}, 1.5),  # 1.67
        (0, 1, {"form": ""}, 0),
        (1, 1, UNKNOWN, 2.5),
        (1, 1, {"effective_precision": "month"}, 2.5),
    ],
)
def test_documents_with_all_their_attributes(department, other, good, bad, lacking, score):
    file = make_file(department)
    plant_documents(department, good, file=file)
    plant_documents(department, bad, file=file, day=(3, 7), **lacking)
    assert judged("info_gov_A", "G05", department, other)[:3] == (score, good, good + bad)


def test_a_document_without_a_file_is_incomplete(department, other):
    from_elsewhere = plant_documents(department, 1)[0]
    from_elsewhere.files.all().delete()
    assert judged("info_gov_A", "G05", department, other)[:3] == (0, 0, 1)


def test_a_neighbours_bad_documents_cost_nothing(department, a):
    plant_documents(department, 1)
    plant_documents(a, 5, abstract="", number="")
    assert judged("info_gov_A", "G05", department, a) == (5, 1, 1, [])


def test_documents_of_another_quarter_do_not_count(department, other):
    plant_documents(department, 1, day=date(2023, 12, 29))
    plant_documents(department, 1, day=(3, 26))
    assert judged("info_gov_A", "G05", department, other) == (0, 0, 0, ["khong_co_van_ban"])


# --- G17 timeliness ---------------------------------------------------------------------------------
ISSUED = date(2024, 3, 4)  # a Monday


@pytest.mark.parametrize(
    ("published", "score"),
    [((3, 4), 2), ((3, 8), 2), ((3, 11), 2), ((3, 12), 0), ((3, 22), 0)],
)
def test_five_working_days_after_issue(department, other, published, score):
    plant_documents(department, 1, day=published, issue_date=ISSUED)
    assert judged("info_gov_A", "G17", department, other)[0] == score


@pytest.mark.parametrize(("late", "score"), [(1, 2), (2, 1), (3, 1), (4, 0)])
def test_of_ten_documents_so_many_late(department, other, late, score):
    file = make_file(department)
    plant_documents(department, 10 - late, file=file, issue_date=ISSUED)
    plant_documents(department, late, file=file, day=(3, 20), issue_date=ISSUED)
    assert judged("info_gov_A", "G17", department, other)[:3] == (score, 10 - late, 10)


def test_a_neighbours_lateness_costs_nothing(department, a):
    plant_documents(department, 1)
    plant_documents(a, 9, day=(3, 20), issue_date=date(2024, 1, 2))
    assert judged("info_gov_A", "G17", department, a) == (2, 1, 1, [])


def test_a_publication_late_at_night_belongs_to_its_local_day(department, other):
    """23:30 on Monday in Lào Cai is the fifth working day, though a clock in another zone may already say Tuesday."""
    plant_documents(department, 1, issue_date=ISSUED)
    last_moment = at((3, 11), hour=23) + timedelta(minutes=30)
    PortalPage._base_manager.filter(portal=department, section="documents", starts_section="").update(
        first_published_at=last_moment
    )
    assert judged("info_gov_A", "G17", department, other)[0] == 2


# --- G18 hygiene ------------------------------------------------------------------------------------
OWN_TEXT = {
    "locality": "overview_vi",
    "history": "story_vi",
    "spokesperson": "rules_vi",
    "editorial_board": "duties_vi",
}


def fill_every_section(portal):
    """Every mandatory section of a commune holds something."""
    plant_introduction(portal)
    plant_contact(portal)
    plant_leader(portal)
    plant_news(portal, weeks=[12])
    plant_documents(portal, 1)
    for section in sections_for(portal):
        if column_of(portal) in section.mandatory and section.page_type == "SectionPage":
            page = section_page(portal, section.code)
            page.body_vi = [("paragraph", "<p>Nội dung.</p>")]
            publish(page, at=at((2, 1)))
        elif section.code in OWN_TEXT:
            page = section_page(portal, section.code)
            setattr(page, OWN_TEXT[section.code], "<p>Nội dung.</p>")
            publish(page, at=at((2, 1)))
    guidance = GuidancePage(title="Hướng dẫn", body=[("paragraph", "<p>Nội dung.</p>")], live=False)
    publish(section_page(portal, "dissemination").add_child(instance=guidance), at=at((2, 1)))


def test_a_commune_with_nothing_empty(a, b):
    fill_every_section(a)
    plant_news(b, weeks=[1])
    assert judged("info_commune", "C18", a, b) == (2, 3, 3, [])


def test_one_empty_section_costs_the_points(a, b):
    fill_every_section(a)
    section_page(a, "budget").unpublish()
    fill_every_section(b)
    assert judged("info_commune", "C18", a, b) == (0, 2, 3, ["muc_bat_buoc_con_trong"])


def test_one_trial_page_costs_the_points_of_its_own_portal(a, b):
    fill_every_section(a)
    fill_every_section(b)
    make_article(b, "test", at=at((2, 1)))
    assert judged("info_commune", "C18", a, b) == (2, 3, 3, [])
    assert judged("info_commune", "C18", b, a) == (0, 2, 3, ["con_noi_dung_thu_nghiem"])


def test_pages_nobody_reviewed_for_a_year_cost_the_points_of_their_own_portal(a, b):
    fill_every_section(a)
    fill_every_section(b)
    old = end_of_day(date(2023, 1, 1))
    PortalPage._base_manager.filter(portal=b).exclude(starts_section="").update(
        last_published_at=old, first_published_at=old
    )
    PortalPage._base_manager.filter(portal=b).update(reviewed_on=None)
    assert judged("info_commune", "C18", a, b)[0] == 2
    assert judged("info_commune", "C18", b, a) == (0, 2, 3, ["nhieu_trang_qua_han_ra_soat"])


# --- the commune's and the Party's joint criteria -----------------------------------------------------
def test_leaders_and_contacts_of_a_commune(b, other):
    plant_leader(b, biography="")
    plant_contact(b)
    assert judged("info_commune", "C02", b, other) == (
        1, 1, 3, ["lanh_dao_thieu_thong_tin", "chua_co_dau_moi"],
    )  # fmt: skip
