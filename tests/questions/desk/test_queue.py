""" "Hôm nay": what wants something today, each case once, under what is most urgent; the same number everywhere."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.actions import ask_back, clarify, forward, receive, send_back_to_sender, send_draft_back
from cms.questions.desk.today import Group, queue_of
from cms.questions.models import Question
from cms.questions.settings import working_calendar
from tenants.scoping import portal_scope
from tests.factories.questions import days_ago, make_question

from .conftest import DESK

TODAY = timezone.localdate


def due(question, working_days):
    """Let a case be due so many working days from now (below zero: since)."""
    day = TODAY()
    if working_days >= 0:
        day = working_calendar().following(day, working_days)
    else:
        day -= timedelta(days=-working_days)
    Question._base_manager.filter(pk=question.pk).update(due_on=day)
    return question


def groups(portal):
    with portal_scope([portal]):
        queue = queue_of(portal, today=TODAY())
    return {group.value: [one.row.pk for one in rows] for group, _number, rows in queue.groups}


@pytest.fixture
def received(a, staff_a, staff_b):
    """received(text) -> a case of ours that can wait."""
    return lambda text="Khi nào?", **values: make_question(a, text, upto="received", **values)


def test_what_can_wait_is_not_in_it(a, b, received):
    received(), make_question(b, "Câu của xã bên")
    assert groups(a) == {}
    assert groups(b) == {"new": [Question._base_manager.get(portal=b).pk]}


def test_overdue_due_soon_and_not_yet(a, received):
    late, today, soon, later = (due(received(), days) for days in (-1, 0, 2, 3))
    assert groups(a) == {"overdue": [late.pk], "soon": [today.pk, soon.pk]}
    assert later.pk not in [key for found in groups(a).values() for key in found]


def test_what_came_back_and_what_was_clarified(a, b, staff_a, staff_b, received):
    now = timezone.now()
    returned = received("Của xã bên?")
    forward(returned.pk, portal=a, to=b, reason="Của xã bên.", by=staff_a.officer, now=now)
    send_back_to_sender(returned.pk, portal=b, reason="Không phải.", by=staff_b.officer, now=now)
    clear = received("Ở đâu?")
    ask_back(clear.pk, portal=a, text="Ở đâu?", by=staff_a.officer, now=now)
    assert clear.pk not in [key for found in groups(a).values() for key in found]
    clarify(clear, text="Ở thôn 3.", now=now)
    back = make_question(a, upto="submitted")
    assert back.pk not in [key for found in groups(a).values() for key in found]
    send_draft_back(back.pk, portal=a, reason="Chưa rõ.", by=staff_a.head, now=now)
    assert groups(a) == {"sent_back": [back.pk], "returned": [returned.pk], "clarified": [clear.pk]}


def test_new_ones_and_what_others_forwarded_wait_to_be_received(a, b, staff_b, received):
    new, came = make_question(a, "Câu mới"), make_question(b, "Câu chuyển đến")
    forward(came.pk, portal=b, to=a, reason="Của xã A.", by=staff_b.officer, now=timezone.now())
    assert groups(a) == {"new": [new.pk, came.pk]}


def test_a_case_stands_once_under_what_is_most_urgent(a, staff_a, staff_b):
    late = due(make_question(a, "Mới và quá hạn"), -3)
    with portal_scope([a]):
        queue = queue_of(a, today=TODAY())
    ((group, number, (one,)),) = queue.groups
    assert (group, number, one.also, one.row.pk) == (Group.OVERDUE, 1, [Group.NEW], late.pk)


def test_a_clock_that_stands_is_never_overdue(a, staff_a, received):
    case = received()
    ask_back(case.pk, portal=a, text="Ở đâu?", by=staff_a.officer, now=timezone.now())
    due(case, -5)
    with portal_scope([a]):
        queue = queue_of(a, today=TODAY())
    assert (queue.groups, queue.at_the_asker, queue.at_the_head, queue.in_time) == ([], 1, 0, 0)


@pytest.mark.parametrize("column", [{"removal": "violation"}, {"is_split": True}])
def test_what_counts_no_more_is_not_in_it(a, staff_a, staff_b, column):
    question = due(make_question(a), -3)
    Question._base_manager.filter(pk=question.pk).update(**column)
    assert groups(a) == {}


def test_answered_ones_are_done_with(a, staff_a, staff_b):
    due(make_question(a, upto="answered"), -3)
    assert groups(a) == {}


def test_the_screen_shows_our_queue_with_links_codes_and_clocks(officer, a, b):
    ours, theirs = due(make_question(a, "Sửa đường?"), -1), due(make_question(b, "Câu của xã bên"), -1)
    page = BeautifulSoup(officer.get(DESK).content, "html.parser")
    assert [tag.get_text(" ", strip=True) for tag in page.select(".cong-group h2")] == ["Quá hạn 1"]
    row = page.select_one(".cong-case")
    assert row.a["href"] == f"{DESK}{ours.pk}/" and row.a.text == "Sửa đường?"
    assert f"số {ours.pk}" in row.text and "Quá hạn" in row.text and "Chờ tiếp nhận" in row.text
    assert f"số {theirs.pk}<" not in page.text and "Câu của xã bên" not in page.text


def test_an_empty_queue_says_so_and_what_is_waiting_elsewhere(officer, a):
    make_question(a, upto="submitted"), make_question(a, upto="received")
    page = officer.get(DESK).text
    assert "Hôm nay không có câu hỏi nào cần xử lý." in page
    assert "1 câu còn hạn, 1 câu chờ lãnh đạo ký, 0 câu chờ người hỏi làm rõ" in " ".join(page.split())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_first_screen_leads_there_with_the_number(enter, a, b, language):
    make_question(a), make_question(a), make_question(b)
    home = enter(a, "officer", language=language).get("/admin/").text
    assert home.count(f'href="{DESK}"') >= 1 and (language == "en" or "2 câu hỏi cần xử lý" in home)


@pytest.mark.parametrize(("role", "may"), [("officer", True), ("head", True), ("editor", False), ("chief", False)])
def test_who_has_a_desk(enter, a, b, role, may):
    client = enter(a, role)
    assert (client.get(DESK).status_code == 200, client.get(f"{DESK}all/").status_code == 200) == (may, may)
    assert (f'"{DESK}"' in client.get("/admin/").text) is may


def test_nobody_works_at_the_desk_of_a_portal_that_is_not_theirs(enter, a, b):
    make_question(b, "Câu của xã bên")
    page = enter(a, "officer", on=b)  # logged in on the other portal's host
    assert "Câu của xã bên" not in page.get(DESK).text


def test_one_and_thirty_rows_cost_the_same(officer, a, received):
    due(received(), -1), make_question(a)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(DESK).status_code == 200
        return len(queries)

    before = asked() and asked()
    for number in range(30):
        due(received(f"Câu {number}"), number % 4 - 1), make_question(a, f"Mới {number}", at=days_ago(1))
    assert asked() == before


def test_many_of_a_group_are_counted_and_the_first_shown(officer, a, monkeypatch):
    monkeypatch.setattr("cms.questions.desk.today.SHOWN", 2)
    for number in range(3):
        make_question(a, f"Mới {number}")
    page = BeautifulSoup(officer.get(DESK).content, "html.parser")
    assert (len(page.select(".cong-case")), page.select_one(".cong-group__number").text) == (2, "3")
    assert "Xem cả 3 câu hỏi" in page.text


def test_receiving_empties_the_row(officer, a, staff_a):
    question = make_question(a)
    receive(question.pk, portal=a, by=staff_a.officer, now=timezone.now())
    assert groups(a) == {}
