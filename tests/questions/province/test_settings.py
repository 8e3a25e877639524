"""What the provincial administrator sets: it holds for all, leaves no gap, and moves the deadlines of open cases."""

import re
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


def test_a_day_off_moves_deadlines_and_its_going_moves_them_back(admin, a, b):
    question, other = make_question(a), make_question(b)
    due, day = again(question).due_on, _working_day(timezone.localdate() + timedelta(days=2))
    data = {"day": f"{day:%d/%m/%Y}", "is_worked": "0", "name": "Lễ hội của tỉnh"}
    answer = admin.post(f"{SET}calendar/new/", data, follow=True)
    assert "Hạn của 2 câu hỏi" in answer.text
    assert again(question).due_on == again(other).due_on == _working_day(due)
    row = CalendarDay.objects.get()
    assert "Ngày này đã có trong lịch" in admin.post(f"{SET}calendar/new/", data).text
    effect = f"Xóa thì ngày {day:%d/%m/%Y} lại là ngày làm việc. Hạn của các câu hỏi đang chờ được tính lại."
    assert effect in admin.get(f"{SET}calendar/delete/{row.pk}/").text
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
    assert "Đã có loại câu hỏi mang mã này" in admin.post(f"{SET}kinds/new/", data).text
    make_question(a, kind="gop-y"), make_question(b)
    assert "không xóa được" in admin.post(f"{SET}kinds/delete/{kind.pk}/", follow=True).text
    assert "không xóa được" in admin.post(f"{SET}kinds/delete/{usual().pk}/", follow=True).text


def test_a_kind_that_nobody_used_goes_with_its_deadlines(admin, a, b):
    admin.post(f"{SET}kinds/new/", {"code": "thu", "name": "Thử", "order": "5"})
    kind = QuestionKind.objects.get(code="thu")
    assert "Thời hạn trả lời của loại này cũng bị xóa." in admin.get(f"{SET}kinds/delete/{kind.pk}/").text
    admin.post(f"{SET}kinds/delete/{kind.pk}/")
    assert not QuestionKind.objects.filter(code="thu").exists() and spans(usual())


def test_titles_say_in_which_groups_they_sign_and_stand_once(admin, a, b):
    data = {"name": "Chủ tịch  Hội đồng", "signs_for": ["party", "vertical"]}
    admin.post(f"{SET}titles/new/", data)
    title = OfficialTitle.objects.get(name="Chủ tịch Hội đồng")
    assert title.signs_for == ["party", "vertical"]
    assert "không ký trả lời được nữa" in admin.get(f"{SET}titles/delete/{title.pk}/").text
    answer = admin.post(f"{SET}titles/new/", {"name": "chủ tịch uỷ ban nhân dân xã", "signs_for": ["commune"]})
    assert "đã có trong danh mục" in answer.text
    assert admin.post(f"{SET}titles/new/", {"name": "Lạ", "signs_for": ["x"]}).status_code == 200


def test_topics_come_and_go_and_cases_keep_the_name_they_had(admin, a, b):
    admin.post(f"{SET}topics/new/", {"name": "Lễ hội", "name_en": "Festivals", "order": "3"})
    topic = Topic.objects.get(name="Lễ hội")
    question = make_question(a, topic="Lễ hội")
    make_question(b)
    admin.post(f"{SET}topics/edit/{topic.pk}/", {"name": "Văn hóa", "order": "3"})
    assert (
        "Chủ đề này đã có trong danh sách." in admin.post(f"{SET}topics/new/", {"name": "Văn hóa", "order": "4"}).text
    )
    assert "vẫn giữ chủ đề đang ghi" in admin.get(f"{SET}topics/delete/{topic.pk}/").text
    admin.post(f"{SET}topics/delete/{topic.pk}/")
    assert again(question).topic == "Lễ hội" and not Topic.objects.filter(pk=topic.pk).exists()


def test_ticks_and_crosses_of_kinds_are_read_aloud_as_words(admin, a, b):
    cells = re.findall(r'w-sr-only">\s*(\w+)\s*<', admin.get(f"{SET}kinds/").text)
    assert {"Có", "Không"} <= set(cells) and not {"True", "False"} & set(cells)
