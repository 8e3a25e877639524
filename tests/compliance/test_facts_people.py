"""The register and the identity pages, of two portals at once."""

from datetime import date

import pytest

from compliance.facts import DocumentFact
from tests.factories import make_document, make_file, make_post

from .making import CUTOFF, at
from .planting import BIOGRAPHY, facts_of, plant_contact, plant_focal, plant_introduction, plant_leader, plant_unit

pytestmark = pytest.mark.django_db


def test_posts_held_on_the_day_by_people_of_this_portal(a, b):
    plant_leader(a, "Đương Chức", from_date=date(2021, 7, 1))
    plant_leader(a, "Đã Nghỉ", from_date=date(2016, 7, 1), to_date=date(2024, 3, 21))
    plant_leader(a, "Sắp Nhận", from_date=date(2024, 3, 23))
    plant_leader(a, "Không Rõ Ngày", from_date=None)
    plant_leader(b, "Của B")
    assert [post.name for post in facts_of(a, b).posts] == ["Đương Chức", "Không Rõ Ngày"]


def test_a_post_fact_measures_what_is_written(a, b):
    plant_leader(a, title="Chủ tịch UBND", biography=BIOGRAPHY, duties="  ", phone="", mobile="0912 000 001")
    plant_leader(b)
    post = facts_of(a, b).posts[0]
    assert (post.title, post.biography_length, post.has_duties, post.phone) == (
        "Chủ tịch UBND", len(BIOGRAPHY.strip()), False, "0912 000 001",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "confirmed", "vouched"),
    [
        (None, None, None),
        (date(2021, 7, 1), None, date(2021, 7, 1)),
        (date(2021, 7, 1), date(2024, 1, 5), date(2024, 1, 5)),
        (date(2024, 2, 1), date(2024, 1, 5), date(2024, 2, 1)),
        (date(2021, 7, 1), date(2024, 4, 1), date(2021, 7, 1)),  # confirmed after the moment: not yet
    ],
)
def test_somebody_vouched_on_the_day_of_appointment_or_of_the_last_confirmation(a, b, since, confirmed, vouched):
    plant_focal(a, from_date=since, confirmed_on=confirmed)
    plant_focal(b, confirmed_on=CUTOFF)
    assert facts_of(a, b).posts_of("focal")[0].vouched_on == vouched


def test_units_of_the_portal_and_whether_they_make_a_tree(a, b):
    office = plant_unit(a)
    plant_unit(a, "Bộ phận một cửa", parent=office)
    plant_unit(b, "Của B")
    assert [(unit.name, unit.has_parent) for unit in facts_of(a, b).units] == [
        ("Văn phòng", False),
        ("Bộ phận một cửa", True),
    ]


@pytest.mark.parametrize(("kind", "filled"), [("leader", {"leaders", "directory"}), ("staff", {"directory"})])
def test_the_register_fills_its_two_sections(a, b, kind, filled):
    make_post(a, kind=kind)
    plant_leader(b)
    plant_focal(b)
    empty = {section.code for section in facts_of(a, b).sections if section.empty}
    assert {"leaders", "directory"} - empty == filled


# --- introduction and contact -----------------------------------------------------------------------
def test_a_complete_introduction(a, b):
    plant_introduction(a)
    plant_introduction(b, functions_vi="")
    fact = facts_of(a, b).introductions[0]
    assert (fact.functions, fact.duties, fact.history, fact.chart) == (True, True, True, True)
    assert fact.page.reviewed_on == date(2024, 1, 10)


@pytest.mark.parametrize(
    ("values", "flag"),
    [
        ({"functions_vi": "<p> </p>"}, "functions"),
        ({"duties_vi": ""}, "duties"),
        ({"history_vi": "<p></p>"}, "history"),
        ({"chart": None}, "chart"),
        ({"chart_alt_vi": ""}, "chart"),
    ],
)
def test_markup_without_words_says_nothing(a, b, values, flag):
    plant_introduction(a, **values)
    plant_introduction(b)
    fact = facts_of(a, b).introductions[0]
    assert [name for name in ("functions", "duties", "history", "chart") if not getattr(fact, name)] == [flag]


def test_an_introduction_nobody_published_is_not_there(a, b):
    plant_introduction(b)
    assert facts_of(a, b).introductions == ()


@pytest.mark.parametrize(
    ("values", "flag"), [({"address_vi": ""}, "address"), ({"phone": ""}, "phone"), ({"email": ""}, "email")]
)
def test_what_a_contact_page_lacks(a, b, values, flag):
    plant_contact(a, **values)
    plant_contact(b)
    fact = facts_of(a, b).contacts[0]
    assert [name for name in ("address", "phone", "email") if not getattr(fact, name)] == [flag]


# --- documents --------------------------------------------------------------------------------------
def document(portal, other, **values) -> DocumentFact:
    file = values.pop("file", True) and make_file(portal)
    make_document(portal, at=at((2, 1)), file=file or None, **values)
    make_document(other, at=at((2, 1)))  # lacks a file
    return facts_of(portal, other).documents[0]


def test_a_complete_document_lacks_nothing(a, b):
    fact = document(a, b)
    assert (fact.missing, fact.issued_on) == ((), date(2024, 1, 10))


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"form": ""}, "thieu_hinh_thuc"),
        ({"issuer": " "}, "thieu_co_quan_ban_hanh"),
        ({"number": ""}, "thieu_so_ky_hieu"),
        ({"issue_date": None, "issue_precision": "unknown"}, "thieu_ngay_ban_hanh"),
        ({"issue_precision": "month"}, "thieu_ngay_ban_hanh"),
        ({"effective_precision": "year"}, "thieu_ngay_hieu_luc"),
        ({"effective_date": None, "effective_precision": "unknown"}, "thieu_ngay_hieu_luc"),
        ({"abstract": ""}, "thieu_trich_yeu"),
        ({"file": False}, "thieu_tep"),
    ],
)
def test_each_missing_attribute_is_named(a, b, values, missing):
    assert document(a, b, **values).missing == (missing,)


def test_a_date_known_to_the_month_is_no_day_of_issue(a, b):
    assert document(a, b, issue_precision="month").issued_on is None
