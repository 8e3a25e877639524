"""The code opens a case of any portal on any portal's host, and nothing else opens it."""

import hmac

import pytest
from django.core import signing
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from cms.questions.models import Question
from cms.questions.tracking import address_with_code, find_by_code
from cms.questions.tracking.keys import SALT, KeyEnded, key_of, question_of
from tests.factories.questions import make_question

from .conftest import TRACK, words


def test_a_code_finds_its_case_however_it_is_typed(a, b):
    ours, theirs = make_question(a), make_question(b)
    for typed in (ours.code, ours.code.lower(), ours.code.replace("-", ""), f"  {ours.code.replace('-', ' ')} "):
        assert find_by_code(typed) == ours
    assert find_by_code(theirs.code) == theirs


@pytest.mark.parametrize("typed", ["", "-", "K7QX-2MRD-9TWF", "%", "_" * 12, "\0", "a" * 10_000, "-" * 64, "１２"])
def test_what_is_no_code_finds_nothing(a, b, typed):
    make_question(a), make_question(b)
    assert find_by_code(typed) is None


def test_a_code_that_another_system_gave_opens_nothing(a, b):
    for portal, code in ((a, "HD-2024-1"), (b, "K7QX-2MRD-9TWF")):
        question = make_question(portal)
        Question._base_manager.filter(pk=question.pk).update(code=code, imported=True)
        assert find_by_code(code) is None


def test_codes_are_compared_in_constant_time(a, b, monkeypatch):
    compared = []

    def compare(one, other):
        compared.append((one, other))
        return constant_time_compare(one, other)

    monkeypatch.setattr("cms.questions.tracking.finding.constant_time_compare", compare)
    question = make_question(a)
    make_question(b)
    find_by_code(question.code), find_by_code("2222-2222-2222")
    assert [hmac.compare_digest(*pair) for pair in compared] == [True, False]


def test_a_key_opens_one_case_for_half_an_hour_and_takes_what_was_written_for_half_a_day(a, b, later):
    question = make_question(a)
    make_question(b)
    key = key_of(question)
    assert question_of(key) == question
    later(minutes=31)
    with pytest.raises(KeyEnded):
        question_of(key)
    assert question_of(key, writes=True) == question
    later(hours=13)
    with pytest.raises(KeyEnded):
        question_of(key, writes=True)


@pytest.mark.parametrize(
    "key",
    ["x", "", "a:b:c", signing.dumps(1), signing.dumps(1, salt="other")],
    ids=["a letter", "nothing", "no signature", "no salt", "another salt"],
)
def test_a_key_that_we_did_not_make_opens_nothing(tracker, a, b, key):
    make_question(a), make_question(b)
    with pytest.raises(signing.BadSignature):
        question_of(key)
    for path in (f"{TRACK}{key or 'y'}/", f"{TRACK}{key or 'y'}/lam-ro/"):
        assert tracker(a).client.get(path, follow=True).status_code == 404
    assert tracker(a).send(f"{TRACK}{key or 'y'}/lam-ro/", text="Một nội dung đủ dài").status_code == 404


def test_a_key_of_no_case_has_ended(tracker, a, b):
    key = signing.dumps(987_654_321, salt=SALT)
    assert tracker(a).client.get(f"{TRACK}{key}/").status_code == 410


def test_the_address_of_a_receipt_keeps_the_code_behind_the_hash(a, b):
    for portal in (a, b):
        address = address_with_code("K7QX-2MRD-9TWF", portal=portal)
        assert address == f"http://{portal.slug}.localhost:8000/hoi-dap/tra-cuu/#K7QX-2MRD-9TWF"
    english = address_with_code("K7QX-2MRD-9TWF", portal=a, language="en")
    assert english == "http://xa-a.localhost:8000/en/hoi-dap/tra-cuu/#K7QX-2MRD-9TWF"


def test_any_host_opens_it_and_says_which_portal_holds_it(tracker, facts, a, b, province):
    question = make_question(b)
    for portal, here in ((a, False), (b, True), (province, False)):
        page = tracker(portal).page(question)
        assert facts(page)["Đơn vị đang giữ"].startswith("Xã Bình Yên")
        link = page.select_one(".facts dd a")["href"]
        assert link.startswith("http://xa-b.localhost")
        assert (portal.name == b.name) is here


def test_the_code_is_in_no_address(tracker, a, b):
    question = make_question(a)
    answer = tracker(b).open(question.code)
    assert [question.code in address for address, _status in answer.redirect_chain] == [False]
    assert question.code.replace("-", "") not in answer.redirect_chain[0][0]


def test_a_wrong_code_is_told_and_stays_typed(tracker, a, b):
    make_question(b)
    answer = tracker(a).open("K7QX-2MRD-9TWF")
    assert answer.status_code == 422
    assert "Mã tra cứu có" not in answer.text
    assert "Không có câu hỏi nào mang mã này" in answer.text and 'value="K7QX-2MRD-9TWF"' in answer.text


@pytest.mark.parametrize("typed", ["ABC", "K7QX-2MRD-9TWF-2222", "Ô Quý Hồ"])
def test_what_is_too_short_or_too_long_is_told_how_a_code_looks(tracker, a, b, typed):
    make_question(b)
    answer = tracker(a).open(typed)
    assert answer.status_code == 422 and "Không có câu hỏi nào mang mã này" not in answer.text
    assert "Mã tra cứu có 12 chữ và số" in answer.text


def test_who_guesses_is_stopped_and_who_knows_is_not(tracker, a, b, monkeypatch):
    at_noon = timezone.now().replace(hour=5, minute=0)  # no span of counting ends while this runs
    monkeypatch.setattr("django.utils.timezone.now", lambda: at_noon)
    question, visitor = make_question(b), tracker(a)
    assert [visitor.open(f"2222-2222-22{n:02}").status_code for n in range(20, 40)] == [422] * 20
    stopped = visitor.open("K7QX-2MRD-9TWF")
    assert (stopped.status_code, stopped.headers["Retry-After"]) == (429, "600")
    assert visitor.open(question.code).status_code == 429
    other = tracker(b)
    other.client.defaults["REMOTE_ADDR"] = "10.9.8.7"
    assert [other.open(question.code).status_code for _n in range(25)] == [200] * 25


def test_nobody_keeps_or_indexes_any_of_it(tracker, a, b):
    question, visitor = make_question(a), tracker(b)
    answers = [visitor.client.get(TRACK), visitor.open(question.code), visitor.open("K7QX-2MRD-9TWF")]
    for answer in answers:
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert not answer.cookies


def test_an_ended_page_asks_for_the_code_again(tracker, later, a, b):
    question, visitor = make_question(a), tracker(b)
    path = visitor.path(question)
    later(minutes=31)
    answer = visitor.client.get(path)
    assert answer.status_code == 410
    assert "Hãy nhập lại mã" in answer.text and question.text not in answer.text


def test_below_en_it_is_english(tracker, a, b):
    question = make_question(a)
    page = tracker(b).page(question, "/en")
    assert page.html["lang"] == "en" and "An Binh Commune" in words(page.main)


def test_the_form_refuses_other_verbs(tracker, a, b):
    question, client = make_question(a), tracker(b).client
    for path in (TRACK, f"{TRACK}{key_of(question)}/lam-ro/"):
        assert client.put(path).status_code == 405
    assert client.post(f"{TRACK}{key_of(question)}/").status_code == 405
