"""Puts a mail of the outbox into words when it is sent. Officers' mails hold no word of the case."""

from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override

from cms.questions.models import CaseMail
from tenants.hosts import base_url
from tenants.models import Portal

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
TO_STAFF = (CaseMail.Kind.DUE, CaseMail.Kind.OVERDUE)


def letter_of(mail) -> EmailMessage:
    """The letter of a row of the outbox; needs a scope that reaches the case."""
    question = mail.question
    words = {"question": question, "unit": question.portal, **_event(mail)}
    with override(mail.language):
        host = base_url(question.portal_id)
        words["link"] = host + reverse("questions_track")
        words["desk"] = host + reverse("questions_desk:case", args=[question.pk])
        return compose(mail.kind, to=mail.to, **words)


def _event(mail):
    """What happened, and the units of it under the names of today."""
    if mail.kind in TO_STAFF:
        return {}
    event = mail.question.events.get(number=int(mail.mark))
    units = {unit.slug: unit for unit in Portal.objects.filter(slug__in=[event.from_unit, event.to_unit])}
    return {"event": event, "from_unit": units.get(event.from_unit), "to_unit": units.get(event.to_unit)}


def compose(name, *, to, **words):
    """A letter from the template `questions/mail/<name>.txt`: its first line is the subject. Plain text."""
    template = get_template(f"questions/mail/{name}.txt").template
    subject, _break, body = template.render(Context(words, autoescape=False)).strip().partition("\n")
    return EmailMessage(" ".join(subject.split()), body.strip() + "\n", None, [to], headers=AUTOMATIC)
