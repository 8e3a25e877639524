"""Cases in every state that a case can be in, with who asked, and what a portal keeps for answering."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from cms.questions.history import chain
from cms.questions.models import (
    AnswerTemplate,
    Asker,
    CaseEvent,
    CaseFile,
    CaseMail,
    Delegation,
    DigestMail,
    OfficialTitle,
    Question,
    QuestionKind,
    Rating,
    SigningAccount,
    SigningTitle,
)

from ..canaries import canary, fill

ANSWERED = {"stage": "answered", "received_at": True, "answered_at": True, "signed_at": True}
STATES = {
    "sent": {},
    "received": {"stage": "received", "received_at": True},
    "forwarded": {"stage": "forwarded", "received_at": True},
    "extended": {"stage": "extended", "received_at": True, "extensions": 1},
    "submitted": {"stage": "submitted", "received_at": True, "visibility": "public"},
    "answered": {**ANSWERED, "visibility": "public"},
    "private": {**ANSWERED, "visibility": "private"},
    "unseen": {**ANSWERED, "visibility": "hidden"},
    "removed": {"stage": "received", "received_at": True, "removal": "violation"},
    "split": {"stage": "received", "received_at": True, "is_split": True},
}


def plant_questions(word, portal, people, register, *, now):
    """{state: case}; each holds a canary in every text, and so does all that hangs on it."""
    cases = {state: _case(word, portal, state, values, people, now=now) for state, values in STATES.items()}
    _plant_keeping(word, portal, people, register, now=now)
    return cases


def _case(word, portal, state, values, people, *, now):
    asked, label = now - timedelta(days=2), f"case{state}"
    moments = {name: now for name in ("received_at", "answered_at", "signed_at") if name in values}
    question = Question(
        portal=portal,
        kind=QuestionKind.objects.get(code="hoi-dap"),
        asked_at=asked,
        held_since=asked,
        due_on=timezone.localdate(now) + timedelta(days=1),
        receipt_due_on=timezone.localdate(now),
        draft_by=people["officer"],
        submission=canary(word, label, "submission"),
        answered_by=portal if "signed_at" in values else None,
        **{**values, **moments},
    )
    fill(question, word, label)
    question.signed_for = canary(word, label, "signedfor")
    question.correction = {"subject": canary(word, label, "correction")}
    question.save()
    _plant_history(word, question, label, people, now=now)
    for row in (Asker(question=question), Rating(question=question, stars=4, rated_at=now)):
        fill(row, word, label).save()
    text = f"{canary(word, label, 'file')} content".encode()
    file = CaseFile(question=question, purpose="answer", content_type="text/plain", size=len(text), added_at=now)
    file.file.save("file", ContentFile(text), save=False)
    fill(file, word, label).save()
    fill(CaseMail(question=question, kind="receipt", mark="1", next_try_at=now), word, label).save()
    return question


def _plant_history(word, question, label, people, *, now):
    detail = {"text": canary(word, label, "detail")}
    told = {"by": people["officer"], "reason": canary(word, label, "reason"), "detail": detail}
    happened = [
        {"kind": "asked", "at": question.asked_at, "to_unit": question.portal.slug},
        {"kind": "asked_back", "at": now, "from_unit": question.portal.slug, **told},
        {"kind": "clarified", "at": now, "detail": detail},
    ]
    CaseEvent.objects.bulk_create(chain(question, happened, recorded_at=now))


def _plant_keeping(word, portal, people, register, *, now):
    """A template, the account of whoever signs, a title of the portal's own choice, and who signs for whom."""
    today = timezone.localdate(now)
    kind, title = QuestionKind.objects.get(code="hoi-dap"), OfficialTitle.objects.order_by("pk").first()
    fill(AnswerTemplate(portal=portal), word, "template").save()
    SigningAccount.objects.create(portal=portal, person=register["person"], user=people["head"])
    SigningTitle.objects.create(portal=portal, kind=kind, title=title)
    delegation = Delegation(portal=portal, person=register["person"], form="TL", signs_for=title, from_date=today)
    fill(delegation, word, "delegation").save()
    DigestMail.objects.create(user=people["officer"], day=today, sent_at=now)
