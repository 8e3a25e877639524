"""The home screen says what would bring more points, and opens the place to work in."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from compliance.periods import find_period
from compliance.queries import PortalScore, portal_score
from compliance.reasons import Reason
from compliance.remedies import BELOW_A_SECTION, IN_A_SECTION, IN_THE_REGISTER, todo_list
from tenants.models import Role, State
from tests.factories import make_user, section_page

from .planting import (
    Q1,
    plant_contact,
    plant_documents,
    plant_everything,
    plant_introduction,
    plant_leader,
    plant_news,
    scored,
)

pytestmark = pytest.mark.django_db
HEADING = "Việc cần làm để được thêm điểm"


@pytest.fixture(autouse=True)
def _first_quarter(settings):
    settings.COMPLIANCE_DEFAULT_PERIOD = Q1


def todos(portal):
    return todo_list(portal, period=find_period(Q1))


def test_the_most_valuable_comes_first_and_never_more_than_seven(department, a):
    plant_everything(a)
    scored(department, a)
    found = todos(department)
    assert [todo.points for todo in found.todos] == [5, 4, 3, 2, 2, 2, 2]  # G05, G16, G01, then those of 2
    assert found.points == 23  # G01 3, G02 2, G03 2, G04 2, G05 5, G16 4, G17 2, G18 1, G19 2
    assert sum(todo.points for todo in found.todos) == 20


def test_what_is_not_measured_is_no_work_to_do(a, b):
    plant_everything(a)
    scored(a, b)
    assert [todo.title for todo in todos(a).todos] == ["Không mục trống, không bản thử nghiệm"]


def test_another_portals_gaps_are_not_ones_own(department, a):
    plant_everything(department)
    scored(department, a)
    assert [todo.points for todo in todos(department).todos] == [2, 1]  # English, empty sections


def place(portal, title):
    return next(todo.url for todo in todos(portal).todos if title in todo.title)


def test_each_thing_opens_the_place_to_work_in(department, a):
    plant_news(a)
    scored(department, a)
    edit, explore = "wagtailadmin_pages:edit", "wagtailadmin_explore"
    assert place(department, "Giới thiệu chung") == reverse(edit, args=[section_page(department, "introduction").pk])
    assert place(department, "Tin tức") == reverse(explore, args=[section_page(department, "news").pk])
    assert place(department, "Văn bản QPPL") == reverse(explore, args=[section_page(department, "documents").pk])
    assert place(department, "Tiểu sử") == reverse("wagtailsnippets_pages_post:list")


def test_missing_units_open_the_register_of_units(department, a):
    plant_introduction(department)
    plant_introduction(a)
    scored(department, a)
    assert place(department, "Giới thiệu chung") == reverse("wagtailsnippets_pages_unit:list")


def test_every_reason_knows_a_place_or_falls_back_to_the_portal():
    known = {*IN_THE_REGISTER, *IN_A_SECTION, *BELOW_A_SECTION}
    assert known <= set(Reason)
    assert Reason.NOT_MEASURED not in known


def test_before_the_first_scoring_there_is_nothing_to_say(a, b):
    found = todos(a)
    assert (found.todos, found.points, found.scored_as_of) == ((), 0, None)


# --- the panel --------------------------------------------------------------------------------------
def home(client):
    return client.get("/admin/").content.decode()


def test_an_editor_sees_what_to_do_on_the_home_screen(log_in, a, b):
    plant_contact(a)
    plant_everything(b)
    scored(a, b)
    page = home(log_in(a, Role.EDITOR))
    assert HEADING in page
    assert "Còn có thể thêm <strong>9 điểm</strong> (kỳ 2024-Q1, tính đến 22/03/2024)." in page
    assert "+4" in page and "Không có tin, bài nào trong 30 ngày gần nhất" in page
    assert f'href="{reverse("wagtailadmin_explore", args=[section_page(a, "news").pk])}"' in page
    assert 'href="/admin/compliance/xa-a/"' in page


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
def test_who_does_not_write_reads_what_to_do_without_buttons_that_refuse(log_in, a, b, role):
    plant_contact(a)
    plant_everything(b)
    scored(a, b)
    page = home(log_in(a, role))
    assert HEADING in page and "Không có tin, bài nào trong 30 ngày gần nhất" in page
    assert "Làm ngay" not in page and "Xem phiếu điểm" in page
    assert "Làm ngay" in home(log_in(a, Role.CHIEF))


def test_the_panel_counts_the_points_that_the_board_shows(log_in, a, b):
    plant_contact(a)
    plant_news(a, weeks=range(5, 13))
    plant_everything(b)
    scored(a, b)
    client = log_in(a, Role.CHIEF)
    pack = client.get("/admin/compliance/").context["rows"][0]["score"].packs[0]
    assert todos(a).points == pack.measured_max - pack.score


def test_a_portal_never_scored_says_when_it_will_be(log_in, a, b):
    scored(b)
    assert "Hệ thống chấm lại mỗi đêm." in home(log_in(a, Role.EDITOR))


def test_who_has_nothing_to_gain_sees_no_panel(log_in, province):
    assert HEADING not in home(log_in(province, Role.PROVINCE_OFFICE))


def test_a_portal_under_construction_has_no_panel(log_in, a):
    type(a).objects.filter(pk=a.pk).update(state=State.BUILDING)
    assert HEADING not in home(log_in(a, Role.EDITOR))


def test_the_menu_leads_to_the_scores(log_in, a):
    client = log_in(a, Role.EDITOR)
    assert '"url": "/admin/compliance/"' in home(client)
    assert client.get("/admin/compliance/").status_code == 200


def test_who_works_for_no_portal_has_no_menu_item_and_no_panel(client, a):
    user = make_user("khach@example.vn", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    page = client.get("/admin/", headers={"host": "xa-a.localhost"}).content.decode()
    assert '"url": "/admin/compliance/"' not in page
    assert HEADING not in page


def test_who_oversees_finds_the_scores_first_and_who_writes_finds_writing_first(log_in, province, a):
    overseeing = home(log_in(province, Role.PROVINCE_OFFICE))
    assert "Điểm của từng cổng và minh chứng" in overseeing
    assert overseeing.index("Điểm của từng cổng và minh chứng") < overseeing.index("Mở cổng như người dân thấy")
    assert "Điểm của từng cổng và minh chứng" not in home(log_in(a, Role.EDITOR))


def test_all_done_is_said_as_well(log_in, department, a, monkeypatch):
    plant_everything(department)
    plant_leader(a, biography="")
    plant_documents(a, abstract="", issue_date=date(2024, 1, 2))
    scored(department, a)
    monkeypatch.setattr("compliance.remedies.portal_score", lambda portal, period: _all_done(portal, period))
    assert "Mọi tiêu chí đo được đều đã đạt đủ điểm." in home(log_in(department, Role.EDITOR))


def _all_done(portal, period):
    run = portal_score(portal, period=period).run
    return PortalScore(portal, run, ())
