"""Writes rows down as cases with their histories, many at a time."""

from django.utils import timezone

from cms.questions.history import chain
from cms.questions.masking import mask
from cms.questions.models import CaseEvent, EventKind, Question, Stage
from cms.questions.settings import working_calendar
from cms.questions.standing import clock_of, receipt_due

BATCH = 500
AS_IN_THE_ROW = (
    "code", "kind", "topic", "region", "text", "asked_at", "visibility", "removal", "received_at", "answered_at",
    "answer", "signer_title",
)  # fmt: skip
MARK = "row"  # in the detail of the first event: CaseRow.mark


def record(cases, *, rules, now, progress):
    """`progress(done, total)` is told after each batch. Returns the primary keys of what everybody reads."""
    calendar, shown = working_calendar(), []
    for start in range(0, len(cases), BATCH):
        batch = cases[start : start + BATCH]
        questions = [_question(case) for case in batch]
        histories = [_history(*pair, now=now) for pair in zip(questions, batch, strict=True)]
        for question, events in zip(questions, histories, strict=True):
            _set_clock(question, events, rules, calendar)
        Question.objects.bulk_create(questions)
        for question, events in zip(questions, histories, strict=True):
            for event in events:
                event.question = question
        CaseEvent.objects.bulk_create([event for events in histories for event in events])
        shown += [question.pk for question in questions if question.is_public]
        progress(start + len(batch), len(cases))
    return shown


def happened(case):
    """What happened to a case, in order: dicts for the chain."""
    yield {"kind": EventKind.ASKED, "at": case.asked_at, "to_unit": case.portal.slug, "detail": {MARK: case.mark}}
    if case.received_at:
        yield {"kind": EventKind.RECEIVED, "at": case.received_at, "from_unit": case.portal.slug}
    if case.extended_to:  # nobody wrote down when: before the first deadline at the latest, so the day does not matter
        yield {
            "kind": EventKind.EXTENDED,
            "at": case.received_at or case.asked_at,
            "reason": case.extension_reason,
            "detail": {"to": case.extended_to.isoformat()},
        }
    if case.forwarded_at:
        units = {"from_unit": case.portal.slug, "to_unit": case.forwarded_to.slug}
        yield {"kind": EventKind.FORWARDED, "at": case.forwarded_at, **units}
    if case.answered_at:
        signed = {"title": case.signer_title, "name": "", "form": "", "signed_for": "", "is_right": case.is_right}
        detail = {**signed, "answer": case.answer}
        yield {"kind": EventKind.ANSWERED, "at": case.answered_at, "from_unit": case.holder.slug, "detail": detail}
    if case.removal:
        told = {"reason": case.removal_reason, "detail": {"removal": case.removal}}
        yield {"kind": EventKind.REMOVED, "at": case.removed_at, "from_unit": case.holder.slug, **told}


def _history(question, case, *, now):
    return chain(question, happened(case), recorded_at=now)


def _question(case):
    question = Question(
        portal=case.holder,
        imported=True,
        stage=_stage(case),
        signed_at=case.answered_at,
        answered_by=case.holder if case.answered_at else None,
        held_since=case.forwarded_at or case.asked_at,
        extensions=int(case.extended_to is not None),
        **{name: getattr(case, name) for name in AS_IN_THE_ROW},
    )
    if question.is_public:  # nobody confirms here what may be read, so whatever tells who somebody is goes
        question.public_text, question.public_answer = mask(case.text)[0], mask(case.answer)[0]
    return question


def _set_clock(question, events, rules, calendar):
    rule = rules.on(question.kind_id, timezone.localdate(question.asked_at))
    question.version = len(events)
    question.due_on = clock_of(question, events, rule=rule, calendar=calendar).due
    question.receipt_due_on = receipt_due(question, rule=rule, calendar=calendar)


def _stage(case):
    if case.answered_at:
        return Stage.ANSWERED
    if case.extended_to:
        return Stage.EXTENDED
    if case.forwarded_at:
        return Stage.FORWARDED
    return Stage.RECEIVED if case.received_at else Stage.SENT
