"""Five thousand submissions of whatever anybody may send: never our failure, and nothing valid is lost.

Random, but the same on every run: each kind of mischief is made in turn, with a question that must arrive in between.
"""

import random
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.questions.asking import sending
from cms.questions.asking.forms import LONGEST_TEXT
from cms.questions.asking.handling import handle
from cms.questions.asking.views import question_door, report_door
from tenants.scoping import portal_scope

from .conftest import PATH, REPORT_PATH, TEXT, cases, filled, host, token
from .mischief import CONTROLS, FLOOD, MISCHIEF, post, post_request

SUBMISSIONS = 5_000
EVERY = 17  # each so many a valid question
WHOLE = 25  # each so many through middleware, view and page


@pytest.fixture
def dice():
    return random.Random(20240322)


@pytest.fixture
def without_limits(monkeypatch):
    """One address sends them all."""
    for name in ("BY_ADDRESS", "BY_CONTACT", "WITH_FILES", "SAME_TEXT"):
        monkeypatch.setattr(sending, name, ())


def through_the_whole_stack(citizen, portal, path, request):
    return post(citizen, path, request, host(portal)).status_code


def through_the_form(citizen, portal, path, request):
    """All but the page around the form, which is the same each time and takes most of the time."""
    made = post_request(path, request)
    made.portal, made.LANGUAGE_CODE, now = portal, "vi", timezone.now()
    with portal_scope([portal]):
        door = (question_door if path == PATH else report_door)(made, now)
        handled = handle(made, door, now=now)
        assert handled.question or handled.unreadable or handled.form.errors
        return 302 if handled.question else handled.status


def test_five_thousand_submissions(citizen, a, b, dice, without_limits):
    statuses, wanted = Counter(), []
    for number in range(SUBMISSIONS):
        path, portal = PATH if number % 3 else REPORT_PATH, dice.choice([a, b])
        request = MISCHIEF[number % len(MISCHIEF)](dice, a)
        if number % EVERY == 0:
            wanted.append(f"Câu hỏi thật số {number}: bao giờ sửa đường vào thôn?")
            path, request = PATH, {"data": filled(a, text=wanted[-1])}
        through = through_the_whole_stack if number % WHOLE == 0 else through_the_form
        statuses[through(citizen, portal, path, request)] += 1
    assert set(statuses) <= {200, 302, 400}, statuses
    kept = [case.text for case in cases()]
    assert [text for text in kept if text in set(wanted)] == wanted


@pytest.mark.parametrize("name", ["text", "contact", "name", "region", "unit", "topic", "token"])
def test_a_megabyte_in_any_field_is_a_fault_of_that_field(citizen, a, without_limits, name):
    response = citizen.post(PATH, filled(a, **{name: FLOOD}), headers=host(a))
    assert response.status_code == 200
    assert cases() == []


def test_more_than_a_request_may_hold_is_said(citizen, a):
    response = citizen.post(PATH, filled(a, text=FLOOD * 3), headers=host(a))
    assert response.status_code == 413
    assert "Quay lại" in response.content.decode()


@pytest.mark.parametrize("odd", [CONTROLS + TEXT, TEXT + "\0", f"\u202e{TEXT}\u202c", TEXT.replace(" ", " \u200b")])
def test_what_no_eye_sees_is_left_out_and_the_words_arrive(send, without_limits, a, odd):
    response = send(a, text=odd)
    if response.status_code == 200:  # it looked doubtful: a box is ticked, and it goes
        assert send(a, text=odd, confirmed="on").status_code == 302
    assert [case.text for case in cases()] == [TEXT]


def test_quotes_and_markup_arrive_as_they_were_typed(send, citizen, without_limits, a):
    text = f"{TEXT} \"'<b>{{{{ x }}}}</b>'\" & 100% \\n"
    receipt = citizen.get(send(a, text=text)["Location"], headers=host(a)).content.decode()
    assert cases()[0].text == text
    assert "<b>{{" not in receipt


def test_a_replayed_token_makes_no_second_case_however_often(send, without_limits, a):
    same = token()
    first = send(a, token=same)["Location"]
    assert {send(a, token=same)["Location"] for _number in range(30)} == {first}
    assert len(cases()) == 1


def test_the_longest_question_is_taken(send, without_limits, a):
    text = ("Thửa đất số %d ở thôn Sả Séng. " * 400 % tuple(range(400)))[:LONGEST_TEXT].strip()
    assert send(a, text=text).status_code == 302
    assert cases()[0].text == text


def test_methods_that_no_form_uses_are_refused(citizen, a):
    answers = [
        citizen.generic(method, PATH, headers=host(a)).status_code for method in ("PUT", "DELETE", "PATCH", "X")
    ]
    assert answers == [405] * 4


def test_an_old_form_of_another_day_is_asked_for_once_more(send, a):
    assert send(a, token=token(ago=timedelta(days=400))).status_code == 200
