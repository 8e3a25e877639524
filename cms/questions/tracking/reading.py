"""Everything that the page of a tracked case shows, read at once: a template never meets the case itself.

Who holds the code is the asker or has the asker's receipt: question and answer are shown, name and contact are not.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils.translation import get_language

from cms.pages.queries import contact_of
from cms.questions.actions import next_steps
from cms.questions.answering.attachments import went_out
from cms.questions.files import link_for
from cms.questions.listing.naming import NOTHING, Named, named_titles, named_topic
from cms.questions.models import CaseEvent, CaseFile, EventKind, Question, Rating, Removal, SigningForm
from tenants.hosts import base_url
from tenants.scoping import platform_scope

from .deadlines import Deadline, deadline_of, reopen_until
from .keys import key_of
from .timeline import told_of
from .words import State, state_of

FOR_ASKERS = frozenset({"clarify", "rate", "reopen"})
FROM_ASKERS = frozenset({CaseFile.Purpose.ASKED, CaseFile.Purpose.CLARIFIED})


@dataclass(frozen=True)
class Holder:
    """The unit that has the case now, and how to reach it."""

    name: str
    url: str
    phone: str
    is_here: bool


@dataclass(frozen=True)
class SignedAnswer:
    """`form` and `signed_for`: "Thừa lệnh (TL.)", "Chủ tịch UBND xã"; empty for who signed in their own right."""

    text: str
    at: datetime
    name: str
    title: Named
    form: str
    signed_for: Named


@dataclass(frozen=True)
class Part:
    """One part of a split question: the right to the whole is the right to its parts."""

    text: str
    holder: str
    state: State
    key: str


@dataclass(frozen=True)
class Tracked:
    """A case for who asked. `answers` are the newest first, `may` the verbs that make sense today.

    `is_asked_again`: the newest answer is that from before the asker asked again. `removal` is (why, the reason in the
    unit's words); `files` are (CaseFile, link) of the answer; `sent` are the CaseFiles that the asker sent, shown by
    name and size.
    """

    code: str
    key: str
    language: str
    kind: str
    topic: Named
    text: str
    asked_at: datetime
    holder: Holder
    is_asked_again: bool
    state: State
    deadline: Deadline | None
    asked_back: str
    removal: tuple
    answers: list
    files: list
    sent: list
    parts: list
    happened: list
    is_rated: bool
    reopen_until: date | None
    may: frozenset


def track(question, *, request, today) -> Tracked:
    """The Tracked of a case, whichever portal holds it: read over the platform, for the code is the right."""
    with platform_scope():
        ordered = Prefetch("events", CaseEvent.objects.order_by("number"))
        rows = Question.objects.select_related("portal", "kind").prefetch_related(ordered)
        return _read(rows.get(pk=question.pk), request=request, today=today)


def _read(question, *, request, today):
    events, may = list(question.events.all()), FOR_ASKERS & next_steps(question, today=today)
    files = list(CaseFile.objects.filter(question=question).order_by("pk"))
    until = reopen_until(question) if "reopen" in may else None
    return Tracked(
        code=question.code,
        key=key_of(question),
        language=question.language,
        kind=_named(question.kind),
        topic=named_topic(question.topic),
        text=question.text,
        asked_at=question.asked_at,
        holder=_holder(question.portal, request),
        is_asked_again=_is_asked_again(events),
        state=state_of(question, today=today, reopen_until=until),
        deadline=deadline_of(question, events, today=today),
        asked_back=_asked_back(events) if question.stands_since else "",
        removal=_removal(question, events),
        answers=_answers(events),
        files=[(file, link_for(file, request)) for file in went_out(question, files, events)],
        sent=[file for file in files if file.purpose in FROM_ASKERS],
        parts=_parts(question, today) if question.is_split else [],
        happened=told_of(events),
        is_rated=Rating.objects.filter(question=question).exists(),
        reopen_until=until,
        may=may,
    )


def _named(kind):
    return kind.name_en if get_language() == "en" and kind.name_en else kind.name


def _holder(portal, request):
    contact = contact_of(portal)
    phone = contact.phone if contact is not None and not contact.is_starter else ""
    prefix = "/en/" if get_language() == "en" else "/"
    url = f"{base_url(portal.pk, request)}{prefix}" if portal.is_public else ""
    return Holder(portal.display_name, url, phone, portal.pk == request.portal.pk)


def _asked_back(events):
    asked = [event.detail.get("text", "") for event in events if event.kind == EventKind.ASKED_BACK]
    return asked[-1] if asked else ""


def _removal(question, events):
    if not question.removal:
        return ()
    reasons = [event.reason for event in events if event.kind == EventKind.REMOVED]
    return Removal(question.removal).label, reasons[-1] if reasons else ""


def _answers(events):
    """The newest first."""
    answered = [event.detail for event in events if event.kind == EventKind.ANSWERED]
    titles = named_titles(*(detail.get(name, "") for detail in answered for name in ("title", "signed_for")))
    return [_answer(event, titles) for event in reversed(events) if event.kind == EventKind.ANSWERED]


def _answer(event, titles):
    detail = event.detail
    form = SigningForm(detail["form"]).label if detail.get("form") else ""
    signed_for = detail.get("signed_for", "")
    return SignedAnswer(
        text=detail.get("answer", ""),
        at=event.at,
        name=detail.get("name", ""),
        title=titles.get(detail.get("title", ""), NOTHING),
        form=form,
        signed_for=titles.get(signed_for, NOTHING),
    )


def _is_asked_again(events):
    told = [event.kind for event in events if event.kind in (EventKind.REOPENED, EventKind.ANSWERED)]
    return bool(told) and told[-1] == EventKind.REOPENED


def _parts(question, today):
    parts = Question.objects.filter(parent=question).select_related("portal").order_by("pk")
    return [Part(part.text, part.portal.display_name, state_of(part, today=today), key_of(part)) for part in parts]
