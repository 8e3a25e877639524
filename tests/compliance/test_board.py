"""The board of portals: what it shows to whom, how it filters and sorts, and what it costs."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from compliance.models import Period
from compliance.periods import find_period
from compliance.queries import PortalScore
from compliance.table import csv_rows
from tenants.models import Portal, Role
from tests.factories import make_portal

from .making import at
from .planting import Q1, plant_everything, plant_news, scored

pytestmark = pytest.mark.django_db
BOARD = "/admin/compliance/"


@pytest.fixture(autouse=True)
def _first_quarter(settings):
    settings.COMPLIANCE_DEFAULT_PERIOD = Q1


@pytest.fixture
def office(log_in, province):
    """A client of the provincial office."""
    return log_in(province, Role.PROVINCE_OFFICE)


def slugs(response):
    return [row["score"].portal.slug for row in response.context["rows"]]


def test_the_address_others_rely_on():
    assert reverse("compliance:board") == BOARD
    assert reverse("compliance:sheet", args=["xa-a"]) == "/admin/compliance/xa-a/"
    assert (
        reverse("compliance:evidence", args=["xa-a", "info_commune", "C17"])
        == "/admin/compliance/xa-a/info_commune/C17/"
    )


def test_the_office_sees_every_portal_with_points_percent_activity_and_state(office, a, b, province, department):
    plant_news(a)
    scored(a, b, province, department)
    response = office.get(BOARD)
    page = response.content.decode()
    assert slugs(response) == ["so-a", "tinh", "xa-a", "xa-b"]
    assert "4/55" in page and "(7 %)" in page  # 4 of 55
    assert "45 điểm chưa đo" in page
    assert "20/03/2024" in page  # the newest article of xa-a
    assert "Đang hoạt động" in page
    assert 'href="/admin/compliance/xa-a/#info_commune"' in page


def test_a_unit_sees_its_own_row_alone(log_in, a, b):
    plant_news(b)
    scored(a, b)
    response = log_in(a, Role.EDITOR).get(BOARD)
    assert slugs(response) == ["xa-a"]
    assert b.name not in response.content.decode()


def test_an_assessor_sees_points_of_the_communes_of_the_district(log_in, a, b):
    district = make_portal("huyen-a", level="district", group="district", scale="government", scored_by="province")
    commune = make_portal("xa-a1", parent="huyen-a")
    plant_news(commune)
    plant_news(b)
    scored(a, b, district, commune)
    response = log_in(district, Role.DISTRICT_ASSESSOR).get(BOARD)
    assert slugs(response) == ["xa-a1", "huyen-a"] or slugs(response) == ["huyen-a", "xa-a1"]
    row = next(row["score"] for row in response.context["rows"] if row["score"].portal == commune)
    assert row.packs[0].score == 4


def test_who_is_not_logged_in_is_sent_to_the_log_in(client, a):
    response = client.get(BOARD, headers={"host": "xa-a.localhost"})
    assert (response.status_code, response.url.startswith("/admin/login/")) == (302, True)


def test_a_portal_without_scale_and_one_never_scored_say_so(office, a, province):
    scored(province)
    page = office.get(BOARD).content.decode()
    assert "không chấm" in page
    assert "chưa chấm" in page
    assert ">None<" not in page


def test_what_is_not_measured_at_all_says_so_instead_of_zero(office, department):
    scored(department)
    assert "0/18" not in office.get(BOARD).content.decode()


# --- period ---------------------------------------------------------------------------------------
def test_the_board_says_which_period_it_shows_and_as_of_when(office, a, b):
    page = office.get(BOARD).content.decode()
    assert "Kỳ <strong>2024-Q1</strong> (01/01/2024 – 31/03/2024)." in page
    assert "Chốt số liệu lúc 23:59 22/03/2024." in page


def test_a_demonstration_says_that_it_is_one(office, settings, a):
    assert "Dữ liệu minh họa" not in office.get(BOARD).content.decode()
    settings.IS_DEMO = True
    assert "Dữ liệu minh họa: màn hình này mở ở kỳ của dữ liệu minh họa" in office.get(BOARD).content.decode()
    assert "Dữ liệu minh họa" not in office.get(BOARD, {"ky": "2026-Q1"}).content.decode()


def test_without_a_period_in_the_settings_the_board_opens_on_the_current_quarter(office, settings, a):
    settings.COMPLIANCE_DEFAULT_PERIOD = None
    period = office.get(BOARD).context["period"]
    assert period.starts <= timezone.localdate() <= period.ends


def test_another_period_can_be_chosen_and_stays_chosen(office, a, b):
    plant_news(a)
    scored(a, b)
    scored(a, b, period="2023-Q4", as_of=at(date(2023, 12, 31)))
    response = office.get(BOARD, {"ky": "2023-Q4"})
    page = response.content.decode()
    assert "Kỳ <strong>2023-Q4</strong>" in page
    assert 'href="/admin/compliance/xa-a/?ky=2023-Q4#info_commune"' in page
    assert dict(response.context["filter"].fields["ky"].choices) == {"2023-Q4": "2023-Q4", Q1: Q1}


def test_an_unknown_period_is_not_found(office, a):
    assert office.get(BOARD, {"ky": "2024-Q7"}).status_code == 404


def test_looking_creates_no_period(office, a):
    office.get(BOARD, {"ky": "2031-Q1"})
    assert Period.objects.count() == 0


# --- filters and order ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"group": "department"}, ["so-a"]),
        ({"level": "commune"}, ["xa-a", "xa-b"]),
        ({"state": "building"}, ["xa-xay"]),
        ({"q": "an bình"}, ["xa-a"]),
        ({"q": "AN BINH"}, ["xa-a"]),
        ({"q": "Xã", "level": "commune", "state": "active"}, ["xa-a", "xa-b"]),
        ({"q": "khong co"}, []),
        ({"group": "aliens"}, ["so-a", "tinh", "xa-a", "xa-b", "xa-xay"]),  # filters nothing
    ],
)
def test_filters(office, a, b, query, found):
    make_portal("xa-xay", name="Xây Mới", state="building", level="commune") if query.get(
        "state"
    ) != "active" else None
    Portal.objects.filter(slug="xa-xay").update(level="district")
    assert sorted(slugs(office.get(BOARD, query))) == found


@pytest.fixture
def three(a, b, department):
    plant_news(a, weeks=[12])  # 0 of 55, last on 20 March
    plant_news(b)  # 4 of 55, last on 20 March
    plant_everything(department)  # 23 of 55
    plant_news(department, weeks=[13], title="Muộn")  # after the cut-off
    scored(a, b, department)


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("portal", ["so-a", "tinh", "xa-a", "xa-b"]),
        ("-portal", ["xa-b", "xa-a", "tinh", "so-a"]),
        ("-information", ["so-a", "xa-b", "xa-a", "tinh"]),
        ("information", ["xa-a", "xa-b", "so-a", "tinh"]),  # who has none stands last either way
        ("nonsense", ["so-a", "tinh", "xa-a", "xa-b"]),
    ],
)
def test_order(office, three, order, found):
    assert slugs(office.get(BOARD, {"xep": order})) == found


def test_the_heading_of_a_sorted_column_turns_the_order_and_keeps_the_filter(office, a):
    headings = office.get(BOARD, {"xep": "information", "level": "commune"}).context["headings"]
    found = {str(heading["label"]): heading for heading in headings}
    assert (found["Thông tin"]["direction"], found["Thông tin"]["url"]) == (
        "ascending",
        "?xep=-information&level=commune",
    )
    assert (found["Cổng"]["direction"], found["Cổng"]["url"]) == ("", "?xep=portal&level=commune")


# --- CSV --------------------------------------------------------------------------------------------
def rows_of(response):
    text = b"".join(response.streaming_content) if response.streaming else response.content
    return list(csv.reader(StringIO(text.decode("utf-8-sig"))))


def test_the_table_as_a_file_has_a_row_a_portal_and_pack(office, a, b, department, province):
    plant_news(a)
    scored(a, b, department, province)
    response = office.get(BOARD, {"xuat": "csv"})
    head, *rows = rows_of(response)
    assert response["Content-Disposition"] == 'attachment; filename="diem-2024-Q1.csv"'
    assert (len(head), [row[0] for row in rows]) == (14, ["so-a"] * 4 + ["tinh", "xa-a", "xa-b"])
    assert rows[5][6:] == ["2024-Q1", "2024-03-22T23:59:59+07:00", "info_commune", "1", "4.0", "55", "7.3", "45.0"]
    assert rows[4][8:] == [""] * 6  # the province has no scale


def test_the_file_obeys_filter_and_rights(log_in, a, b):
    scored(a, b)
    response = log_in(a, Role.EDITOR).get(BOARD, {"xuat": "csv"})
    assert [row[0] for row in rows_of(response)[1:]] == ["xa-a"]


def test_a_name_that_looks_like_a_formula_is_quoted():
    portal = Portal(slug="x", name="=HYPERLINK(1)", group="commune", level="commune", state="active")
    rows = list(csv_rows([PortalScore(portal, None, ())], period=find_period(Q1)))
    assert rows[1][1] == "'=HYPERLINK(1)"


# --- cost -------------------------------------------------------------------------------------------
def test_thirty_portals_cost_the_queries_of_two(
    office, a, b, django_assert_num_queries, django_assert_max_num_queries
):
    scored(a, b)
    office.get(BOARD)
    with django_assert_max_num_queries(30) as two:
        office.get(BOARD)
    many = [make_portal(f"xa-{number}") for number in range(28)]
    scored(a, b, *many)
    with django_assert_num_queries(len(two)):
        assert len(slugs(office.get(BOARD))) == 32
