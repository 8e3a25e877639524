"""Brings the quarter's questions and tells the stories of the cases that are being worked on; each once."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from cms.questions.actions import Contact, ask
from cms.questions.importing import REQUIRED, import_rows
from cms.questions.models import Channel, Question, QuestionKind
from cms.questions.settings import working_calendar
from demo.loading.reading import HERE, read_yaml
from tenants.models import Membership, Portal, Role
from tenants.portal_file import read_rows

from .signing import prepare
from .stories import ASKED_AT, CHANNELS, STORIES, Case

QUARTER = HERE / "questions_q1_2024.csv"
CODES = "MINHHOA-2024Q1-"
SUBMISSION = "minh-hoa-{slug}-{number}"


class QuestionsRefused(Exception):
    """The demonstration's own file was refused: it is out of step with the product."""


def plant_questions(*, now):
    """Needs the platform scope, portals with content, and accounts. Returns how many cases were made."""
    portals = {portal.slug: portal for portal in Portal.objects.all()}
    return _bring_the_quarter(portals, now=now) + _tell_stories(portals, now=now)


def _bring_the_quarter(portals, *, now):
    """Rows whose portals stand; a small demonstration has few of them."""
    named = [row for row in read_rows(QUARTER, required=REQUIRED) if _is_there(row[1], portals)]
    if Question.objects.filter(code__startswith=CODES).count() >= len(named):
        return 0
    outcome = import_rows(named, now=now)
    if outcome.refused:
        raise QuestionsRefused(outcome.refused)
    return outcome.created


def _is_there(row, portals):
    return row["portal"] in portals and (not row["forwarded_to"] or row["forwarded_to"] in portals)


def _tell_stories(portals, *, now):
    there = set(Question.objects.filter(submission__startswith="minh-hoa-").values_list("submission", flat=True))
    told = {slug: rows for slug, rows in read_yaml("content/questions.yaml").items() if slug in portals}
    if len(there) >= sum(len(rows) for rows in told.values()):
        return 0
    with transaction.atomic():
        staff = _staff_of(told)
        for slug in told:
            prepare(portals[slug], today=timezone.localdate(now))
        teller = Teller(portals, staff, now=now)
        return sum(teller.tell(slug, number, row) for slug in told for number, row in enumerate(told[slug]))


def _staff_of(slugs):
    """{slug: {role: user}} of the accounts that handle questions."""
    found = {}
    held = Membership.objects.filter(portal__slug__in=slugs, role__in=(Role.OFFICER, Role.HEAD))
    for membership in held.select_related("user", "portal").order_by("pk"):
        found.setdefault(membership.portal.slug, {}).setdefault(membership.role, membership.user)
    return found


class Teller:
    """Asks each question on its day and lets its story happen."""

    def __init__(self, portals, staff, *, now):
        self.portals, self.staff, self.now = portals, staff, now
        self.calendar, self.kind = working_calendar(), QuestionKind.objects.get(code="hoi-dap")
        self.asked = 0

    def tell(self, slug, number, row):
        self.asked += 1
        day = self._back(row["ago"])
        first = self.portals[row.get("from", slug)]
        channel = CHANNELS.get(row["story"], Channel.WEB)
        asked_at = min(datetime.combine(day, ASKED_AT, timezone.get_current_timezone()), self.now)
        is_told = channel != Channel.WEB
        question = ask(
            portal=first,
            kind=self.kind,
            contact=Contact(name=f"Người hỏi minh họa {self.asked}", phone=f"0000 000 {self.asked:03d}"),
            channel=channel,
            submission=SUBMISSION.format(slug=slug, number=number),
            consented_at=asked_at,
            by=self.staff[first.slug]["officer"] if is_told else None,
            now=asked_at,
            **{name: row[name] for name in ("text", "topic", "region")},
        )
        case = Case(question, asked_on=day, staff=self.staff, calendar=self.calendar, now=self.now)
        STORIES[row["story"]](case, {**row, "portal": slug})
        return 1

    def _back(self, days):
        """The day so many working days before the day of loading."""
        day = timezone.localdate(self.now)
        while days > 0:
            day -= timedelta(days=1)
            days -= self.calendar.is_working(day)
        return day
