"""Receiving and forwarding several cases at once: all of ours or, with a stranger's number among them, none."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.actions import forward, receive
from cms.questions.models import Stage
from tests.factories.questions import events_of, make_question
from tests.questions.screens import again

from .conftest import DESK, address

REASON = {"reason": "not-ours", "words": ""}


@pytest.fixture
def three(a, staff_a, staff_b):
    return [make_question(a, f"Câu {number}") for number in range(3)]


def bulk(client, verb, questions, **data):
    versions = {f"version-{question.pk}": question.version for question in questions}
    sent = {"question_id": [question.pk for question in questions], **versions, **data}
    return client.post(f"{DESK}bulk/{verb}/", sent, follow=True)


def stages(questions):
    return [again(question).stage for question in questions]


def test_several_are_received_with_one_press(officer, three):
    answer = bulk(officer, "receive", three[:2])
    assert stages(three) == [Stage.RECEIVED, Stage.RECEIVED, Stage.SENT]
    assert "Đã tiếp nhận 2 câu hỏi." in answer.text and answer.redirect_chain[-1][0] == DESK


def test_several_are_forwarded_after_unit_and_reason_were_asked(officer, three, b):
    page = bulk(officer, "forward", three)
    assert "3 câu hỏi đã chọn" in page.text and 'name="unit"' in page.text and stages(three) == [Stage.SENT] * 3
    form = BeautifulSoup(page.content, "html.parser").select_one("form.cong-verb")
    assert [tag["value"] for tag in form.select("input[name=confirmed]")] == ["1"]
    assert len(form.select("input[name=question_id]")) == 3
    answer = bulk(officer, "forward", three, confirmed="1", unit="binh yen", **REASON)
    assert [again(question).portal for question in three] == [b] * 3
    assert "Đã chuyển 3 câu hỏi đến Xã Bình Yên." in answer.text
    assert {events_of(question)[-1].by for question in three} == {officer.user}


def test_a_wrong_form_keeps_the_chosen_cases(officer, three):
    page = bulk(officer, "forward", three, confirmed="1", unit="", words="Không phải của xã.")
    assert "Hãy gõ tên đơn vị." in page.text and "Không phải của xã." in page.text
    assert page.text.count('name="question_id"') == 3 and stages(three) == [Stage.SENT] * 3


@pytest.mark.parametrize("verb", ["receive", "forward"])
def test_with_a_number_of_another_portal_nothing_is_done(officer, three, theirs, verb):
    for strangers in ([theirs], [*three, theirs]):
        answer = bulk(officer, verb, strangers, confirmed="1", unit="so thu", **REASON)
        assert answer.status_code == 404 and theirs.text not in answer.text
    assert stages([*three, theirs]) == [Stage.SENT] * 4 and again(theirs).version == theirs.version


@pytest.mark.parametrize("number", ["99999999", "x", "-1", "1" * 40, "1 OR 1=1"])
def test_a_number_that_nobody_has_is_not_found(officer, three, number):
    sent = {"question_id": [three[0].pk, number]}
    assert officer.post(f"{DESK}bulk/receive/", sent).status_code == 404
    assert stages(three) == [Stage.SENT] * 3


def test_nothing_chosen_says_so(officer, three):
    assert "Chưa chọn câu hỏi nào" in bulk(officer, "receive", []).text


def test_what_cannot_be_done_is_said_case_by_case_and_the_rest_is_done(officer, three, staff_a, a):
    receive(three[0].pk, portal=a, by=staff_a.head, now=timezone.now())
    answer = bulk(officer, "receive", three)
    assert stages(three) == [Stage.RECEIVED] * 3
    assert f"Số {three[0].pk}:" in answer.text and "Đã tiếp nhận 2 câu hỏi." in answer.text
    assert events_of(three[0])[-1].by == staff_a.head


def test_what_a_colleague_handed_on_meanwhile_is_left_out(officer, three, staff_a, a, b):
    forward(three[0].pk, portal=a, to=b, reason="Của xã bên.", by=staff_a.head, now=timezone.now())
    answer = bulk(officer, "receive", three)
    assert "1 câu hỏi đã chuyển sang đơn vị khác." in answer.text
    assert stages(three) == [Stage.FORWARDED, Stage.RECEIVED, Stage.RECEIVED]


def test_it_leads_back_to_the_list_it_came_from(officer, three):
    assert bulk(officer, "receive", three, back="all").redirect_chain[-1][0] == f"{DESK}all/"


@pytest.mark.parametrize("verb", ["remove", "extend", "sign", "split", "send_back_to_sender"])
def test_nothing_else_is_done_in_bulk(officer, three, verb):
    assert bulk(officer, verb, three).status_code == 404
    assert officer.get(f"{DESK}bulk/receive/").status_code == 405


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_only_the_desk_does_it(enter, a, three, role):
    bulk(enter(a, role), "receive", three)
    assert stages(three) == [Stage.SENT] * 3


def test_both_lists_offer_it(officer, three):
    for path in (DESK, f"{DESK}all/"):
        page = officer.get(path).text
        assert f'formaction="{DESK}bulk/receive/"' in page and f'formaction="{DESK}bulk/forward/"' in page
        assert page.count('name="question_id"') == 3 and address(three[0]) in page
