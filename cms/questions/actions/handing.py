"""Take a case in, hand it to another unit, or split it among several."""

from django.utils.translation import gettext as _

from cms.questions.models import CaseFile, EventKind, Question, Stage
from tenants.models import Portal
from tenants.verbs import verb

from .asking import Contact, begin, check_takes
from .handling import A_DAY, Handling, NotDone, locked, needed, reason_of
from .standing import NEW, check_open, was_forwarded

OF_THE_CLOCK = (
    EventKind.RECEIVED, EventKind.EXTENDED, EventKind.ASKED_BACK, EventKind.CLARIFIED, EventKind.RESUMED,
    EventKind.REOPENED,
)  # fmt: skip
OF_THE_CASE = ("kind", "topic", "region", "language", "channel", "wants_private", "asked_at", "page_path")


@verb
def receive(pk, *, portal, by, now, version=None):
    """The unit takes the case in. Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    if question.stage not in NEW:
        raise NotDone(_("Câu hỏi đã được tiếp nhận rồi."))
    handling = Handling(question, by=by, now=now)
    handling.take_up()
    return handling.done("question.received")


@verb
def forward(pk, *, portal, to, reason, by, now, version=None):
    """Another unit holds the case from now on; its clock runs on. Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    if to.pk == portal.pk:
        raise NotDone(_("Câu hỏi đang ở đơn vị này: hãy chọn đơn vị khác."))
    check_takes(to)
    handling = Handling(question, by=by, now=now)
    return _hand_over(handling, EventKind.FORWARDED, to, reason=reason_of(reason), stage=Stage.FORWARDED)


@verb
def send_back_to_sender(pk, *, portal, reason, by, now, version=None):
    """The case goes back to the unit that forwarded it, within 24 hours of its coming.

    Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    handling = Handling(question, by=by, now=now)
    if not was_forwarded(handling.before):
        raise NotDone(_("Câu hỏi không do đơn vị khác chuyển đến: nếu không thuộc thẩm quyền, hãy chuyển tiếp."))
    if now - question.held_since > A_DAY:
        raise NotDone(_("Đã quá 24 giờ kể từ lúc được chuyển đến: hãy chuyển tiếp đến đơn vị có thẩm quyền."))
    sender = _sender(handling)
    received = any(e.kind == EventKind.RECEIVED and e.from_unit == sender.slug for e in handling.before)
    stage = handling.working_stage if received else Stage.SENT
    return _hand_over(handling, EventKind.RETURNED, sender, reason=reason_of(reason), stage=stage)


def _sender(handling):
    slug = [event for event in handling.before if event.kind == EventKind.FORWARDED][-1].from_unit
    sender = Portal.objects.filter(slug=slug).first()
    if sender is None or not sender.is_public:
        raise NotDone(_("Đơn vị đã chuyển câu hỏi không còn hoạt động: hãy chuyển đến đơn vị khác."))
    return sender


def _hand_over(handling, kind, to, *, reason, stage):
    """The draft goes along as in a paper file, but not the name of who wrote it.

    What was signed stays with who signed it (`Question.stands`): it is read again when the case comes back.
    """
    left = handling.question.portal
    handling.happens(kind, to_unit=to.slug, reason=reason)
    return handling.done(
        f"question.{kind}",
        portals=[left, to],
        note=f"{left.name} → {to.name}: {reason}",
        portal=to,
        stage=stage,
        held_since=handling.now,
        draft_by=None,
    )


@verb
def split(pk, *, portal, parts, reason, by, now, version=None):
    """Parts [(Portal, text)], two at least, take the case's place; returns them in this order.

    Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    reason = reason_of(reason)
    if len(parts) < 2:
        raise NotDone(_("Hãy tách thành ít nhất hai phần."))
    texts = [needed(text, _("Mỗi phần phải có nội dung.")) for _unit, text in parts]
    for unit, _text in parts:
        if unit.pk != portal.pk:
            check_takes(unit)
    handling = Handling(question, by=by, now=now)
    handling.take_up()
    if question.stands_since:
        handling.happens(EventKind.RESUMED, reason=reason)
    carried = _carried(handling)
    made = [
        _part(question, unit, text, carried=carried, reason=reason, by=by, now=now)
        for (unit, _text), text in zip(parts, texts, strict=True)
    ]
    handling.happens(EventKind.SPLIT, reason=reason, detail={"parts": [part.pk for part in made]})
    handling.done("question.split", note=reason, is_split=True)
    return made


def _carried(handling):
    """What moved the clock of the whole moves that of each part: splitting wins no time and loses none."""
    before = [
        {name: getattr(event, name) for name in ("kind", "at", "from_unit", "to_unit", "reason", "detail", "by")}
        for event in handling.before
        if event.kind in OF_THE_CLOCK
    ]
    return before + [dict(happening) for happening in handling.happening if happening["kind"] in OF_THE_CLOCK]


def _part(question, unit, text, *, carried, reason, by, now):
    part = Question(
        portal=question.portal,
        parent=question,
        text=text,
        stage=question.stage,
        received_at=question.received_at,
        extensions=question.extensions,
        **{name: getattr(question, name) for name in OF_THE_CASE},
    )
    asker = getattr(question, "asker", None)
    begin(
        part,
        by=by,
        now=now,
        contact=asker and Contact(asker.name, asker.email, asker.phone, asker.address),
        consented_at=asker and asker.consented_at,
        happened=carried,
        parent=question.pk,
    )
    _copy_files(question, part)
    if unit.pk == question.portal_id:
        return part
    handling = Handling(part, by=by, now=now)
    return _hand_over(handling, EventKind.FORWARDED, unit, reason=reason, stage=Stage.FORWARDED)


def _copy_files(question, part):
    """Each part has what the asker sent; the stored file is the same."""
    for row in CaseFile.objects.filter(question=question).exclude(purpose=CaseFile.Purpose.ANSWER):
        row.pk, row._state.adding, row.question = None, True, part
        row.save(force_insert=True)
