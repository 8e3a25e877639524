"""Writes down, in the transaction of what happened, the mails that tell the asker of it; they are sent later."""

from cms.questions.models import Asker, CaseMail, EventKind

Kind = CaseMail.Kind
TOLD = {
    EventKind.ASKED: Kind.RECEIPT,
    EventKind.REOPENED: Kind.RECEIPT,
    EventKind.RESTORED: Kind.RECEIPT,
    EventKind.FORWARDED: Kind.FORWARDED,
    EventKind.RETURNED: Kind.FORWARDED,
    EventKind.EXTENDED: Kind.EXTENDED,
    EventKind.ASKED_BACK: Kind.ASKED_BACK,
    EventKind.REMOVED: Kind.REMOVED,
    EventKind.ANSWERED: Kind.ANSWERED,
}


def write_mails(question, events, *, now):
    """One mail an event of which the asker wants to know; none without an address."""
    events = [event for event in _new(events) if event.kind in TOLD]
    to = Asker.objects.filter(question=question).values_list("email", flat=True).first() if events else ""
    if not to:
        return
    CaseMail.objects.bulk_create(
        CaseMail(
            question=question,
            kind=TOLD[event.kind],
            mark=str(event.number),
            to=to,
            language=question.language,
            next_try_at=now,
        )
        for event in events
    )


def _new(events):
    """What a part of a split took over from the whole has been told before."""
    kinds = [event.kind for event in events]
    return events[kinds.index(EventKind.ASKED) :] if EventKind.ASKED in kinds else events
