"""Deadlines that the provincial administrator sets leave no gap and move the deadlines of open cases."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.questions.models import ClockRule, Question, QuestionKind
from cms.questions.province.settings.actions import NotSet, drop, keep
from cms.questions.province.settings.recomputing import RECOMPUTED
from tenants.models import AuditEntry
from tests.factories.questions import make_question

from .setting import RULE, SET, again, spans, usual


def test_a_new_rule_ends_the_one_before_and_moves_nothing_asked_earlier(admin, a, b):
    before, start = make_question(a), timezone.localdate() + timedelta(days=1)
    due = again(before).due_on
    answer = admin.post(f"{SET}rules/new/", {**RULE, "kind": usual().pk, "valid_from": f"{start:%d/%m/%Y}"})
    assert answer.status_code == 302
    assert spans(usual())[-2:] == [(date(2022, 8, 15), start - timedelta(days=1)), (start, None)]
    assert again(before).due_on == due


def test_a_changed_rule_moves_the_deadlines_of_open_cases_and_says_so(admin, a, b):
    waiting, other, answered = make_question(a), make_question(b), make_question(b, upto="answered")
    versions = again(waiting).version
    rule = ClockRule.objects.get(kind=usual(), valid_to=None)
    data = {**RULE, "valid_from": f"{rule.valid_from:%d/%m/%Y}", "answer_days": 3}
    answer = admin.post(f"{SET}rules/edit/{rule.pk}/", data, follow=True)
    assert "Hạn của 2 câu hỏi đang chờ đã được tính lại." in answer.text
    assert again(waiting).due_on == again(other).due_on < again(answered).due_on
    assert again(waiting).version == versions
    logged = AuditEntry._base_manager.filter(action=RECOMPUTED)
    assert {(entry.portal_id, entry.actor_id) for entry in logged} == {(portal.pk, admin.user.pk) for portal in (a, b)}
    assert AuditEntry._base_manager.filter(action="question_setting.saved", portal=None).count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"answer_days": "0"}, "Hãy điền một số từ 1 đến 250."),
        ({"answer_days": "9999"}, "250"),
        ({"receipt_days": "12"}, "Hạn tiếp nhận không thể dài hơn hạn trả lời."),
        ({"valid_from": "15/08/2022"}, "đã có thời hạn áp dụng từ đúng ngày này"),
        ({"valid_from": "hôm nay"}, "valid_from"),
        ({"kind": "0"}, "kind"),
    ],
)
def test_a_rule_that_cannot_be_is_said_and_kept_typed(admin, a, b, change, words):
    data = {**RULE, "kind": usual().pk, "valid_from": "01/01/2030", "legal_basis": "Quyết định thử", **change}
    answer = admin.post(f"{SET}rules/new/", data)
    assert (answer.status_code, words in answer.text, "Quyết định thử" in answer.text) == (200, True, True)
    assert len(spans(usual())) == 2


def test_the_first_rule_holds_on_the_day_of_the_first_question(admin, a, b):
    make_question(a), make_question(b)
    start = timezone.localdate() + timedelta(days=2)
    fault = QuestionKind.objects.get(code="bao-sai")
    make_question(a, kind="bao-sai")
    rule = ClockRule.objects.get(kind=fault)
    answer = admin.post(f"{SET}rules/edit/{rule.pk}/", {**RULE, "valid_from": f"{start:%d/%m/%Y}"})
    assert "đã có câu hỏi từ ngày" in answer.text and spans(fault) == [(date(2022, 8, 15), None)]


@pytest.fixture
def coming(a, b):
    """A rule from the first of 2045 on."""
    rule = ClockRule(kind=usual(), valid_from=date(2045, 1, 1), answer_days=5, cut_off=time(15, 45))
    keep(rule, by=None, now=timezone.now())
    return rule


def test_a_rule_that_has_begun_is_not_deleted_and_what_to_do_is_said(admin, a, b):
    questions = [make_question(portal) for portal in (a, b)]
    dues, before = [again(question).due_on for question in questions], spans(usual())
    for rule in ClockRule.objects.filter(kind=usual()):  # of the past, and of today
        for ask in (admin.get, admin.post):
            text = ask(f"{SET}rules/delete/{rule.pk}/", follow=True).text
            assert "nên không xóa được" in text and "hãy thêm thời hạn mới, áp dụng từ một ngày sắp tới" in text
        assert f"{SET}rules/delete/{rule.pk}/" not in admin.get(f"{SET}rules/edit/{rule.pk}/").text
    assert (spans(usual()), [again(question).due_on for question in questions]) == (before, dues)


def test_a_rule_to_come_is_deleted_after_its_effect_is_said(admin, coming, a, b):
    dues = [again(make_question(portal)).due_on for portal in (a, b)]
    assert f"{SET}rules/delete/{coming.pk}/" in admin.get(f"{SET}rules/edit/{coming.pk}/").text
    text = admin.get(f"{SET}rules/delete/{coming.pk}/").text
    assert "đến ngày 01/01/2045 mới áp dụng: xóa thì hạn của mọi câu hỏi đã gửi vẫn giữ nguyên." in text
    assert "Câu hỏi gửi từ ngày đó sẽ tính theo thời hạn “Hỏi - Đáp 15/08/2022”." in text
    admin.post(f"{SET}rules/delete/{coming.pk}/")
    assert spans(usual())[-1] == (date(2022, 8, 15), None)
    assert dues == [question.due_on for question in Question._base_manager.order_by("pk")]


def test_a_rule_that_a_question_uses_or_that_is_the_only_one_stays(coming, a, b):
    question = make_question(a)
    Question._base_manager.filter(pk=question.pk).update(asked_at=timezone.now() + timedelta(days=365 * 30))
    make_question(b)
    with pytest.raises(NotSet, match="đã có câu hỏi tính theo"):
        drop(coming, by=None, now=timezone.now())
    with pytest.raises(NotSet, match="thời hạn duy nhất"):
        drop(ClockRule.objects.get(kind__code="bao-sai"), by=None, now=timezone.now())


def test_a_new_rule_is_filled_in_from_the_one_before_without_its_basis(admin, coming, a, b):
    ClockRule.objects.filter(pk=coming.pk).update(legal_basis="Quyết định cũ", confidence="H")
    form = admin.get(f"{SET}rules/new/").context["form"]
    assert (form["kind"].value(), form["answer_days"].value(), form["cut_off"].value()) == (
        usual().pk,
        5,
        time(15, 45),
    )
    assert (form["valid_from"].value(), form["legal_basis"].value(), form["confidence"].value()) == (None, None, "L")
    assert "được điền sẵn theo “Hỏi - Đáp 01/01/2045”" in admin.get(f"{SET}rules/new/?loai=la").text
    fault = ClockRule.objects.get(kind__code="bao-sai")
    edit = admin.get(f"{SET}rules/edit/{fault.pk}/").text
    assert f"{SET}rules/new/?loai=bao-sai" in edit
    form = admin.get(f"{SET}rules/new/?loai=bao-sai").context["form"]
    assert (form["kind"].value(), form["answer_days"].value()) == (fault.kind_id, fault.answer_days)


def test_the_form_of_a_rule_says_before_how_many_questions_it_may_move(admin, coming, a, b):
    make_question(a), make_question(b), make_question(b, upto="answered"), make_question(a, kind="bao-sai")
    says = "câu hỏi đang chờ tính hạn theo thời hạn này"
    first, now = ClockRule.objects.filter(kind=usual()).order_by("valid_from")[:2]
    texts = {rule: admin.get(f"{SET}rules/edit/{rule.pk}/").text for rule in (first, now, coming)}
    assert f"2 {says}" in texts[now]
    assert says not in texts[first] and says not in texts[coming]


class Rules(TestCase):
    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.tuples(st.dates(date(2012, 1, 1), date(2032, 1, 1)), st.booleans()), max_size=8))
    def test_every_day_from_the_first_has_one_rule_whatever_is_added_and_dropped(self, deeds):
        kind = QuestionKind.objects.get(code="hoi-dap")
        for day, is_added in deeds:
            there = ClockRule.objects.filter(kind=kind, valid_from__gte=day).first()
            if is_added and not ClockRule.objects.filter(kind=kind, valid_from=day).exists():
                keep(ClockRule(kind=kind, valid_from=day, cut_off=time(17)), by=None, now=timezone.now())
            elif there is not None:
                try:
                    drop(there, by=None, now=timezone.now())
                except NotSet:
                    assert there.valid_from <= timezone.localdate()
                else:
                    assert there.valid_from > timezone.localdate()
        found = spans(kind)
        assert found[-1][1] is None
        for (_first, last), (following, _end) in pairwise(found):
            assert last + timedelta(days=1) == following
