"""The heat map: every unit's waiting questions by working days to the deadline."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.actions import remove
from cms.questions.models import Question
from cms.questions.province.bands import BANDS, LATE, band_of
from cms.questions.province.waiting import cases_in, heat
from cms.questions.queries import Span, figures
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.factories import make_portal
from tests.factories.questions import make_question

from .conftest import CASES, SCREEN, at_screen, rows_of, waiting


@pytest.fixture
def mixed(a, b):
    """In the first portal three overdue, one due today, one that stands still; in the second one overdue."""
    for due in (-30, -9, -1, 0):
        waiting(a, due=due)
    waiting(a, due=-9, standing=True)
    waiting(b, due=-2, text="Câu hỏi của B")
    for upto in ("answered", "submitted"):
        make_question(b, upto=upto)
    removed = waiting(b, due=-20)
    remove(removed.pk, portal=b, removal="violation", reason="Quảng cáo.", by=None, now=timezone.now())
    waiting(b, due=-20, kind="bao-sai")


def _heat(*portals):
    with platform_scope():
        return heat(list(portals), today=timezone.localdate())


@pytest.mark.parametrize("days", range(-40, 40))
def test_each_number_of_days_is_in_one_column(days):
    assert len([band for band in BANDS if band.holds(days, is_standing=False)]) == 1
    assert band_of(days, is_standing=True).code == "standing"
    assert band_of(days, is_standing=False).is_late is (days < 0)


def test_each_unit_has_its_own_line_and_the_sum_is_of_all(a, b, department, mixed):
    rows, whole = _heat(a, b, department)
    assert [row.portal for row in rows] == [a, b, department]
    assert [(row.overdue, row.total) for row in rows] == [(3, 5), (1, 2), (0, 0)]
    assert (whole.overdue, whole.total) == (4, 7)
    assert {cell.band.code: cell.number for cell in rows[0].cells if cell.number and not cell.band.is_late} == {
        "today": 1,
        "standing": 1,
    }


def test_what_waits_is_what_the_figures_say(a, b, mixed):
    today = timezone.localdate()
    portals = list(Portal.objects.all())
    period = Span(today - timedelta(days=3), today)
    assert _heat(*portals)[1].total == figures(portals=portals, period=period, as_of=today).waiting == 7


def test_each_cell_leads_to_as_many_cases(a, b, mixed):
    today = timezone.localdate()
    with platform_scope():
        for row in _heat(a, b)[0]:
            for cell in row.cells:
                assert cases_in([row.portal], cell.band.code, today=today).count() == cell.number
            assert cases_in([row.portal], LATE, today=today).count() == row.overdue


def test_the_province_sees_all_units_that_have_something_to_answer(office, a, b, department, mixed):
    text = office.get(SCREEN).text
    assert ("Xã An Bình" in text, "Xã Bình Yên" in text, "Sở Thử" in text) == (True, True, False)
    assert f"{CASES}?don-vi=xa-a&amp;han=today" in text
    assert "Sở Thử" in office.get(SCREEN + "?tat-ca=1").text
    assert "Xã An Bình" not in office.get(SCREEN + "?khoi=department&tat-ca=1").text


def test_an_assessor_sees_the_communes_of_the_district(a, b, mixed):
    district = make_portal("huyen-a", name="Huyện A", level="district", group="district", scale="government",
                           scored_by="province")  # fmt: skip
    Portal.objects.filter(pk=a.pk).update(parent=district)
    assessor = at_screen(district, "district_assessor")
    text = assessor.get(SCREEN).text
    assert ("Xã An Bình" in text, "Xã Bình Yên" in text, "don-vi=huyen-a" in text) == (True, False, False)


@pytest.mark.parametrize("role", ["officer", "head", "chief", "editor"])
@pytest.mark.parametrize("path", [SCREEN, CASES, SCREEN + "figures/"])
def test_nobody_of_a_unit_sees_the_others(a, b, mixed, role, path):
    client = at_screen(a, role)
    answer = client.get(path)
    assert answer.status_code in (302, 403) and "Xã Bình Yên" not in answer.text
    assert SCREEN not in client.get("/admin/").text


def test_the_file_holds_what_the_screen_shows(office, a, b, mixed):
    Portal.objects.filter(pk=b.pk).update(name='=HYPERLINK("x")')
    rows = rows_of(office.get(SCREEN + "?xuat=csv"))
    assert len(rows) == Portal.objects.count() + 1
    found = {row["Đơn vị"]: row["Tổng cộng"] for row in rows}
    assert (found["Xã An Bình"], found["Tổng cộng"], found['\'=HYPERLINK("x")']) == ("5", "7", "2")


def test_two_units_or_thirty_cost_the_same(office, a, b, mixed):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert office.get(SCREEN + "?tat-ca=1").status_code == 200
        return len(queries)

    before = asked() and asked()
    kind = Question._base_manager.first().kind
    made = Portal.objects.bulk_create(
        Portal(slug=f"xa-{n}", name=f"Xã {n}", level="commune", group="commune", state="active") for n in range(30)
    )
    today = timezone.localdate()
    Question._base_manager.bulk_create(
        Question(portal=portal, code=f"X{n}", kind=kind, text="?", asked_at=timezone.now(), due_on=today)
        for n, portal in enumerate(made)
    )
    assert asked() == before


def test_the_screen_speaks_english(province, a, b, mixed):
    assert "An Binh Commune" in at_screen(province, "province_office", language="en").get(SCREEN).text
