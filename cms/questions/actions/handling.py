"""What every verb on a case shares: the row is locked and looked at, events are appended, the clock is read anew."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.questions.history import chain
from cms.questions.mail.outbox import write_mails
from cms.questions.models import CaseEvent, EventKind, Question, Stage
from cms.questions.settings import NoRule, Rules, working_calendar
from cms.questions.signals import tell
from cms.questions.standing import clock_of
from tenants.audit import record
from tenants.audit.labels import label_of
from tenants.models import AuditEntry

HOPS = (EventKind.FORWARDED, EventKind.RETURNED)
A_DAY = timedelta(hours=24)


class NotDone(Exception):
    """A verb cannot be done to this case; the message says why and what to do, in the reader's language."""


class Stale(NotDone):
    """Somebody has changed the case since the screen was shown; the message says who, what and when."""


def locked(pk, *, portal, version=None):
    """The case of this portal, locked to the end of the transaction.

    `version`: that of the screen somebody acts from. Raises Stale, Question.DoesNotExist.
    """
    question = _lock(pk=pk, portal=portal)
    if question is None:
        if (
            version is not None
            and CaseEvent.objects.filter(question=pk, kind__in=HOPS, from_unit=portal.slug).exists()
        ):  # it was this portal's: its people may know where it went
            raise Stale(_newest_deed(pk, portal))
        raise Question.DoesNotExist(pk)
    if version is not None and version != question.version:
        raise Stale(_newest_deed(pk, portal))
    return question


def locked_for_asker(question):
    """The same case as it is now, whichever portal holds it."""
    return _lock(pk=question.pk)


def _lock(**wanted):
    rows = Question.objects.select_for_update(of=("self",)).select_related("kind", "portal")
    return rows.filter(**wanted).first()


def _newest_deed(pk, portal):
    deeds = AuditEntry.objects.filter(portal=portal, target_model="questions.question", target_pk=str(pk))
    deed = deeds.order_by("-happened_at", "-pk").first()
    if deed is None:
        return _("Câu hỏi này vừa có thay đổi: hãy xem lại rồi làm tiếp.")
    moment = timezone.localtime(deed.happened_at)
    words = {
        "who": deed.actor_name or _("Người hỏi"),
        "what": label_of(deed.action).text,
        "time": date_format(moment, "H:i"),
        "day": date_format(moment, "d/m/Y"),
    }
    text = _("%(who)s vừa làm việc “%(what)s” với câu hỏi này lúc %(time)s ngày %(day)s: hãy xem lại rồi làm tiếp.")
    return text % words


class Handling:
    """A locked case, what has happened to it, and what happens now. `by` None is the asker."""

    def __init__(self, question, *, by, now):
        self.question, self.by, self.now = question, by, now
        self.before = list(question.events.order_by("number")) if question.pk else []
        self.happening = []

    @property
    def today(self):
        return timezone.localdate(self.now)

    @property
    def kinds(self):
        return [event.kind for event in self.before] + [happening["kind"] for happening in self.happening]

    @property
    def rule(self):
        """The clock rule under which the case was asked. Raises NotDone."""
        return rule_of(self.question.kind, self.question.asked_at)

    def since_reopened(self, *kinds):
        """How many events of these kinds there are since the asker last asked again, or ever."""
        told = self.kinds
        start = len(told) - told[::-1].index(EventKind.REOPENED) if EventKind.REOPENED in told else 0
        return sum(kind in kinds for kind in told[start:])

    @property
    def working_stage(self):
        """Where a case stands that a unit has and works on."""
        return Stage.EXTENDED if self.since_reopened(EventKind.EXTENDED) else Stage.RECEIVED

    def happens(self, kind, *, at=None, by_unit=True, **facts):
        """Note an event; `facts`: to_unit, reason, detail. Of a deed of the asker there is no unit."""
        unit = {"from_unit": self.question.portal.slug} if by_unit else {}
        self.happening.append({"kind": kind, "at": at or self.now, "by": self.by, **unit, **facts})

    def take_up(self):
        """Who works on a case has received it, whether they said so or not."""
        if self.question.stage in (Stage.SENT, Stage.FORWARDED):
            self.happens(EventKind.RECEIVED)
            self.question.received_at = self.question.received_at or self.now
            self.question.stage = self.working_stage

    def done(self, action, *, portals=(), note="", **columns):
        """Write the case, its events, its clock, the log of each of these portals (or the holder's) and its mails."""
        question = self.question
        for name, value in columns.items():
            setattr(question, name, value)
        question.version += 1
        events = self._append()
        question.save()
        write_mails(question, events, now=self.now)
        log(action, question, portals=portals, by=self.by, now=self.now, note=note)
        kinds = [event.kind for event in events]
        transaction.on_commit(lambda: tell(question, kinds))
        return question

    def _append(self):
        after = self.before[-1] if self.before else None
        events = chain(self.question, self.happening, recorded_at=self.now, after=after)
        CaseEvent.objects.bulk_create(events)
        clock = clock_of(self.question, [*self.before, *events], rule=self.rule, calendar=working_calendar())
        self.question.due_on, self.question.stands_since = clock.due, clock.stands_since
        self.before, self.happening = [*self.before, *events], []
        return events


def log(action, question, *, portals=(), by, now, note=""):
    """An entry in the log of each portal, in the language of the office.

    It names the case by its number, for the code opens it to whoever knows it; of the asker it keeps nothing.
    """
    detail = {"note": note[:300]} if note else {}
    with override("vi"):
        title = _("Câu hỏi số %(number)s") % {"number": question.pk}
        visitor = "" if by else _("Người hỏi")
    target = (question._meta.label_lower, question.pk, title)
    for portal in portals or [question.portal]:
        record(action, portal=portal, by=by, visitor=visitor, now=now, target=target, detail=detail)


def rule_of(kind, asked_at):
    try:
        return Rules.read().on(kind.pk, timezone.localdate(asked_at))
    except NoRule as error:
        raise NotDone(_("Loại câu hỏi này chưa có thời hạn trả lời: tỉnh cần thiết lập trước.")) from error


def needed(text, message):
    """The text without white space around it. Raises NotDone with this message if nothing is left."""
    if not (text or "").strip():
        raise NotDone(message)
    return text.strip()


def reason_of(text):
    return needed(text, _("Hãy ghi lý do."))
