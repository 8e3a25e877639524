"""What the provincial administrator sets: it holds for all, leaves no gap, and moves the deadlines of open cases."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.questions.models import CalendarDay, ClockRule, OfficialTitle, Question, QuestionKind, Topic
from cms.questions.province.settings.actions import NotSet, drop, keep
from cms.questions.province.settings.recomputing import RECOMPUTED
from cms.questions.working_time import WorkingCalendar
from tenants.models import AuditEntry
from tests.factories.questions import make_question

from .conftest import at_screen

SET = "/admin/questions/set/"
NAMES = ("rules", "kinds", "calendar", "topics", "titles")
RULE = {
    "receipt_days": 2, "answer_days": 10, "extensions": 1, "extension_days": 15, "reopen_days": 15, "cut_off": "16:30",
    "legal_basis": "", "confidence": "L",
}  # fmt: skip


def usual():
    return QuestionKind.objects.get(code="hoi-dap")


def spans(kind):
    rules = ClockRule.objects.filter(kind=kind).order_by("valid_from")
    return [(rule.valid_from, rule.valid_to) for rule in rules]


def again(question):
    return Question._base_manager.get(pk=question.pk)


def _working_day(after):
    return WorkingCalendar().following(after)


@pytest.mark.parametrize("name", NAMES)
def test_the_administrator_opens_every_list_and_form(admin, a, b, name):
    assert admin.get(f"{SET}{name}/").status_code == 200
    assert admin.get(f"{SET}{name}/new/").status_code == 200
    assert f"{SET}{name}/" in admin.get("/admin/").text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", ["province_office", "chief", "head", "officer", "district_assessor"])
def test_nobody_else_does(province, a, b, role, name):
    client = at_screen(province if role == "province_office" else a, role)
    pk = {"rules": ClockRule, "kinds": QuestionKind, "topics": Topic, "titles": OfficialTitle}.get(name, Topic)
    pk = pk.objects.first().pk
    for path in ("", "new/", f"edit/{pk}/", f"delete/{pk}/"):
        for ask in (client.get, client.post):
            assert ask(f"{SET}{name}/{path}").status_code in (302, 403, 404)
    assert SET not in client.get("/admin/").text


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
        ({"valid_from": "15/08/2022"}, "đã"),
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


def test_a_dropped_rule_leaves_its_days_to_the_one_before_and_the_last_stays(admin, a, b):
    newest = ClockRule.objects.get(kind=usual(), valid_to=None)
    admin.post(f"{SET}rules/delete/{newest.pk}/")
    assert spans(usual()) == [(date(2011, 10, 1), None)]
    only = ClockRule.objects.get(kind=usual())
    assert "thời hạn duy nhất" in admin.post(f"{SET}rules/delete/{only.pk}/", follow=True).text
    assert spans(usual()) == [(date(2011, 10, 1), None)]


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
                    assert ClockRule.objects.filter(kind=kind).count() == 1
        found = spans(kind)
        assert found[-1][1] is None
        for (_first, last), (following, _end) in pairwise(found):
            assert last + timedelta(days=1) == following


def test_a_day_off_moves_deadlines_and_its_going_moves_them_back(admin, a, b):
    question, other = make_question(a), make_question(b)
    due, day = again(question).due_on, _working_day(timezone.localdate() + timedelta(days=2))
    data = {"day": f"{day:%d/%m/%Y}", "is_worked": "0", "name": "Lễ hội của tỉnh"}
    answer = admin.post(f"{SET}calendar/new/", data, follow=True)
    assert "Hạn của 2 câu hỏi" in answer.text
    assert again(question).due_on == again(other).due_on == _working_day(due)
    row = CalendarDay.objects.get()
    assert "Lễ hội của tỉnh" in admin.get(f"{SET}calendar/?nam={day.year}").text
    admin.post(f"{SET}calendar/delete/{row.pk}/")
    assert again(question).due_on == again(other).due_on == due


def test_a_swap_is_one_form(admin, a, b):
    off = _working_day(timezone.localdate() + timedelta(days=30))
    saturday = off + timedelta(days=(5 - off.weekday()) % 7)
    data = {"day": f"{off:%d/%m/%Y}", "is_worked": "0", "name": "Hoán đổi", "instead": f"{saturday:%d/%m/%Y}"}
    admin.post(f"{SET}calendar/new/", data)
    rows = {row.day: (row.is_worked, row.name) for row in CalendarDay.objects.all()}
    assert rows == {off: (False, "Hoán đổi"), saturday: (True, f"Làm bù cho ngày {off:%d/%m/%Y}")}
    assert (
        CalendarDay.objects.count() == 2
        and AuditEntry._base_manager.filter(action="question_setting.saved").count() == 1
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"day": "05/09/2026"}, "Ngày này vốn đã nghỉ."),
        ({"day": "02/09/2026"}, "Ngày này vốn đã nghỉ."),
        ({"is_worked": "1"}, "Ngày này vốn đã làm việc."),
        ({"instead": "08/09/2026"}, "Ngày này vốn đã làm việc."),
        ({"day": "31/02/2026"}, "day"),
        ({"is_worked": "2"}, "is_worked"),
        ({"name": ""}, "name"),
    ],
)
def test_a_day_that_changes_nothing_or_is_none_is_refused(admin, a, b, change, words):
    data = {"day": "07/09/2026", "is_worked": "0", "name": "Nghỉ riêng", **change}
    answer = admin.post(f"{SET}calendar/new/", data)
    assert (answer.status_code, words in answer.text) == (200, True) and not CalendarDay.objects.exists()


def test_the_year_shows_tet_the_swaps_and_ones_own_days(admin, a, b):
    CalendarDay.objects.create(day=date(2026, 9, 7), name="Ngày của tỉnh")
    text = admin.get(f"{SET}calendar/?nam=2026").text
    for words in ("Tết Nguyên Đán", "22/08/2026, Làm bù", "Ngày của tỉnh", "Quốc khánh", "Ngày Giỗ Tổ Hùng Vương"):
        assert words in text
    assert text.count("cong-year__month") == 12
    for year in ("x", "99999", "1066", "²²²²"):
        assert f"Năm {timezone.localdate().year}" in admin.get(f"{SET}calendar/?nam={year}").text
    assert "10/09/2026" in admin.get(f"{SET}calendar/new/?ngay=10/09/2026").text


def test_a_new_kind_has_deadlines_at_once_and_keeps_its_code(admin, a, b):
    data = {"code": "gop-y", "name": "Góp ý", "is_offered": "on", "counts": "on", "order": "5"}
    admin.post(f"{SET}kinds/new/", data)
    kind = QuestionKind.objects.get(code="gop-y")
    assert spans(kind) == [(timezone.localdate(), None)]
    admin.post(f"{SET}kinds/edit/{kind.pk}/", {**data, "code": "khac", "name": "Góp ý, hiến kế"})
    kind.refresh_from_db()
    assert (kind.code, kind.name) == ("gop-y", "Góp ý, hiến kế")
    make_question(a, kind="gop-y"), make_question(b)
    assert "không xóa được" in admin.post(f"{SET}kinds/delete/{kind.pk}/", follow=True).text
    assert "không xóa được" in admin.post(f"{SET}kinds/delete/{usual().pk}/", follow=True).text


def test_a_kind_that_nobody_used_goes_with_its_deadlines(admin, a, b):
    admin.post(f"{SET}kinds/new/", {"code": "thu", "name": "Thử", "order": "5"})
    kind = QuestionKind.objects.get(code="thu")
    admin.post(f"{SET}kinds/delete/{kind.pk}/")
    assert not QuestionKind.objects.filter(code="thu").exists() and spans(usual())


def test_titles_say_in_which_groups_they_sign_and_stand_once(admin, a, b):
    data = {"name": "Chủ tịch  Hội đồng", "signs_for": ["party", "vertical"]}
    admin.post(f"{SET}titles/new/", data)
    title = OfficialTitle.objects.get(name="Chủ tịch Hội đồng")
    assert title.signs_for == ["party", "vertical"]
    answer = admin.post(f"{SET}titles/new/", {"name": "chủ tịch uỷ ban nhân dân xã", "signs_for": ["commune"]})
    assert "đã có trong danh mục" in answer.text
    assert admin.post(f"{SET}titles/new/", {"name": "Lạ", "signs_for": ["x"]}).status_code == 200


def test_topics_come_and_go_and_cases_keep_the_name_they_had(admin, a, b):
    admin.post(f"{SET}topics/new/", {"name": "Lễ hội", "name_en": "Festivals", "order": "3"})
    topic = Topic.objects.get(name="Lễ hội")
    question = make_question(a, topic="Lễ hội")
    make_question(b)
    admin.post(f"{SET}topics/edit/{topic.pk}/", {"name": "Văn hóa", "order": "3"})
    admin.post(f"{SET}topics/delete/{topic.pk}/")
    assert again(question).topic == "Lễ hội" and not Topic.objects.filter(pk=topic.pk).exists()
