"""One mail a working day to each officer and head: how many cases of each portal wait for what."""

import logging
from dataclasses import dataclass
from datetime import time

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from cms.questions.models import DigestMail, Question, Stage
from cms.questions.settings import working_calendar
from tenants.hosts import base_url
from tenants.models import Portal, Role

from .letters import compose
from .sending import close, opened
from .staff import staff_memberships

logger = logging.getLogger(__name__)

MORNING = time(7, 30)
SOON = 2  # working days


@dataclass(frozen=True)
class Waiting:
    """Numbers of a portal's cases on a morning; `to_sign` is the head's business."""

    portal: Portal
    new: int
    soon: int
    overdue: int
    to_sign: int

    @property
    def desk(self):
        return base_url(self.portal.pk) + reverse("questions_desk:index")


def send_digests(*, now):
    """Send today's digests that have not gone out yet; returns how many went. Needs the platform scope.

    Runs again and again in the morning: what failed is sent then, with the numbers of that moment.
    """
    local, calendar = timezone.localtime(now), working_calendar()
    if local.time() < MORNING or not calendar.is_working(local.date()):
        return 0
    _write(local.date(), calendar, now=now)
    rows = DigestMail.objects.filter(day=local.date(), sent_at=None).select_related("user")
    connection = opened() if rows else None
    if connection is None:
        return 0
    news = _by_person(local.date(), calendar, now=now)
    try:
        return sum(_send(row, news.get(row.user_id, []), connection, now=now) for row in rows)
    finally:
        close(connection)


def _write(day, calendar, *, now):
    """Who gets a digest is decided once, by the first run of the morning."""
    if DigestMail.objects.filter(day=day).exists():
        return
    rows = [DigestMail(user_id=user, day=day) for user in _by_person(day, calendar, now=now)]
    DigestMail.objects.bulk_create(rows, ignore_conflicts=True)


def _by_person(day, calendar, *, now):
    """{user primary key: [Waiting]}, of people with something to do; three queries."""
    numbers, people = _numbers(day, calendar), {}
    roles = {}
    for row in staff_memberships(now=now):
        roles.setdefault((row.user_id, row.portal), set()).add(row.role)
    for (user, portal), held in roles.items():
        found = numbers.get(portal.pk, {})
        waiting = Waiting(portal, **{**dict.fromkeys(("new", "soon", "overdue", "to_sign"), 0), **found})
        if waiting.new or waiting.soon or waiting.overdue or (waiting.to_sign and Role.HEAD in held):
            people.setdefault(user, []).append(waiting)
    return people


def _numbers(day, calendar):
    """{portal primary key: {"new" | "soon" | "overdue" | "to_sign": number}}"""
    open_case, runs = ~Q(stage=Stage.ANSWERED), Q(stands_since=None)
    rows = Question.objects.filter(removal="", is_split=False).order_by().values("portal")
    counted = rows.filter(open_case | Q(submitted_at__isnull=False)).annotate(
        new=Count("pk", filter=Q(stage__in=(Stage.SENT, Stage.FORWARDED))),
        soon=Count("pk", filter=open_case & runs & Q(due_on__range=(day, calendar.following(day, SOON)))),
        overdue=Count("pk", filter=open_case & runs & Q(due_on__lt=day)),
        to_sign=Count("pk", filter=Q(submitted_at__isnull=False)),
    )
    return {row.pop("portal"): row for row in counted}


def _send(row, waiting, connection, *, now):
    """A digest of nothing any more has nothing to tell; it counts as gone."""
    claimed = DigestMail.objects.filter(pk=row.pk, sent_at=None)
    if not waiting:
        claimed.update(sent_at=now)
        return False
    if not claimed.update(sent_at=now):  # another worker has it
        return False
    try:
        with override("vi"):
            letter = compose("digest", to=row.user.email, user=row.user, waiting=waiting, day=row.day)
        letter.connection = connection
        letter.send()
    except Exception:
        logger.exception("The digest of person %s was not sent", row.user_id)
        close(connection)
        DigestMail.objects.filter(pk=row.pk).update(sent_at=None)
        return False
    return True
