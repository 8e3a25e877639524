"""Sends what waits in the outbox. A mail that fails is tried again, later and later; the case never waits for it."""

import logging
from contextlib import suppress
from datetime import timedelta

from django.core.mail import get_connection
from django.db.models import F
from django.utils import timezone

from cms.questions.models import CaseMail

from .alerts import is_called_for
from .letters import TO_STAFF, letter_of

logger = logging.getLogger(__name__)

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WAITS = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR)  # after each failure
AT_ONCE = 200  # mails a run
PATIENCE = 20  # seconds for one answer of the mail server
State = CaseMail.State


def send_waiting(*, now):
    """Send the mails that are due; returns how many went out. Needs the platform scope.

    While the mail server does not answer at all, nothing is tried and nothing is given up.
    """
    due = CaseMail.objects.filter(state=State.WAITING, next_try_at__lte=now).order_by("next_try_at", "pk")
    mails = list(due.select_related("question__portal", "question__kind")[:AT_ONCE])
    connection = opened() if mails else None
    if connection is None:
        return 0
    try:
        return sum(_send(mail, connection, now=now) for mail in mails)
    finally:
        close(connection)


def opened():
    """A connection to the mail server, None (and a line in the log) if there is none to be had."""
    connection = get_connection(timeout=PATIENCE)
    try:
        connection.open()
    except Exception:
        logger.exception("The mail server does not answer: mails about questions wait")
        return None
    return connection


def close(connection):
    with suppress(Exception):
        connection.close()


def _send(mail, connection, *, now):
    if mail.kind in TO_STAFF and not is_called_for(mail, now=now):
        mail.delete()  # answered or forwarded meanwhile
        return False
    if not _claim(mail, now=now):
        return False
    try:
        letter = letter_of(mail, today=timezone.localdate(now))
        letter.connection = connection
        letter.send()
    except Exception as fault:
        logger.exception("Mail %s about case %s was not sent", mail.pk, mail.question_id)
        close(connection)  # a broken one must not fail the next mail
        _note(mail, state=State.GIVEN_UP if mail.tries > len(WAITS) else State.WAITING, fault=_said(fault))
        return False
    _note(mail, state=State.SENT, sent_at=now, fault="")
    return True


def _claim(mail, *, now):
    """Is it ours to send? Counted and put off before it is tried: whatever breaks then, it is tried again later."""
    wait = WAITS[min(mail.tries, len(WAITS) - 1)]
    rows = CaseMail.objects.filter(pk=mail.pk, state=State.WAITING, tries=mail.tries)
    claimed = rows.update(tries=F("tries") + 1, next_try_at=now + wait)
    mail.tries += 1
    return bool(claimed)


def _note(mail, **columns):
    CaseMail.objects.filter(pk=mail.pk).update(**columns)


def _said(fault):
    return f"{type(fault).__name__}: {fault}"[:300]
