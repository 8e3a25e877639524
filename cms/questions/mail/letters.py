"""Puts a mail of the outbox into words when it is sent. Officers' mails hold no word of the case."""

from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override

from cms.questions.actions import next_steps
from cms.questions.models import CaseMail
from cms.questions.standing import is_correction
from cms.theme.partial_days import whole_day
from tenants.hosts import base_url
from tenants.models import Portal

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
TO_STAFF = (CaseMail.Kind.DUE, CaseMail.Kind.OVERDUE)


def letter_of(mail, *, today) -> EmailMessage:
    """The letter of a row of the outbox, sent on a local day; needs a scope that reaches the case."""
    question = mail.question
    words = {"question": question, "unit": question.portal, **_event(mail, today)}
    with override(mail.language):
        words["due"] = whole_day(question.due_on)
        host = base_url(question.portal_id)
        words["link"] = host + reverse("questions_track")
        words["desk"] = host + reverse("questions_desk:case", args=[question.pk])
        return compose(mail.kind, to=mail.to, **words)


def _event(mail, today):
    """What happened, the units of it under the names of today, and what the asker may still do with an answer."""
    if mail.kind in TO_STAFF:
        return {}
    events = list(mail.question.events.filter(number__lte=int(mail.mark)).order_by("number"))
    event, steps = events[-1], next_steps(mail.question, today=today)
    units = {unit.slug: unit for unit in Portal.objects.filter(slug__in=[event.from_unit, event.to_unit])}
    return {
        "event": event,
        "from_unit": units.get(event.from_unit),
        "to_unit": units.get(event.to_unit),
        "is_correction": is_correction(event, events),
        "may_rate": "rate" in steps,
        "may_reopen": "reopen" in steps,
    }


def compose(name, *, to, **words):
    """A letter from the template `questions/mail/<name>.txt`: its first line is the subject. Plain text."""
    template = get_template(f"questions/mail/{name}.txt").template
    subject, _break, body = template.render(Context(words, autoescape=False)).strip().partition("\n")
    return EmailMessage(" ".join(subject.split()), body.strip() + "\n", None, [to], headers=AUTOMATIC)
