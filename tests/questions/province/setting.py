"""What tests of the province's settings share."""

from cms.questions.models import ClockRule, Question, QuestionKind
from cms.questions.working_time import WorkingCalendar

SET = "/admin/questions/set/"
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


def working_day(after):
    return WorkingCalendar().following(after)
