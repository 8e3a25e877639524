"""Ask a question: for a citizen who fills in the form, or on behalf of one who called, wrote or spoke."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cms.pages.models import PortalPage
from cms.questions.codes import new_code
from cms.questions.models import Asker, CaseFile, Channel, EventKind, Question
from cms.questions.settings import working_calendar
from cms.questions.standing import receipt_due
from tenants.scoping import platform_scope
from tenants.verbs import verb

from .handling import Handling, NotDone, needed, rule_of

LATEST_BACK = timedelta(days=30)
Purpose = CaseFile.Purpose


@dataclass(frozen=True)
class Contact:
    """How to reach the asker; one way at least where the kind needs one."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def is_reachable(self):
        return bool(self.email or self.phone or self.address)


@dataclass(frozen=True)
class Upload:
    """A file that was checked: `content_type` is what its content says it is, `size` in bytes."""

    file: File
    name: str
    content_type: str
    size: int


def takes_questions(portal):
    """Is the portal active, with a section of questions that citizens find?"""
    with platform_scope():
        pages = PortalPage.objects.filter(portal=portal, starts_section="questions")
        return portal.is_public and pages.live().exists()


def check_takes(portal):
    if not takes_questions(portal):
        raise NotDone(_("%(unit)s hiện không nhận câu hỏi: hãy chọn đơn vị khác.") % {"unit": portal.name})


def ask(*, portal, text, kind, contact, submission=None, now, **values) -> Question:
    """A new case; the same `submission` again gives the case of before. Raises NotDone.

    `values`: topic, region, language, channel, wants_private, files (of Upload), consented_at, page_path, suspicion,
    by (the officer who records it), and `asked_at` for what was not asked on the web: at most 30 days ago.
    """
    try:
        return _ask(portal=portal, text=text, kind=kind, contact=contact, submission=submission, now=now, **values)
    except IntegrityError:
        if submission and (before := _asked_before(submission)):  # two presses of one button, at the same time
            return before
        raise


def _asked_before(submission):
    with platform_scope():
        return Question.objects.filter(submission=submission).first()


@verb
def _ask(
    *, portal, text, kind, contact, submission, now, channel=Channel.WEB, asked_at=None, files=(),
    consented_at=None, by=None, **columns,
):  # fmt: skip
    if submission and (before := _asked_before(submission)):
        return before
    check_takes(portal)
    _check_time(asked_at, channel=channel, now=now)
    if kind.needs_contact and not contact.is_reachable:
        raise NotDone(_("Hãy cho một cách liên hệ: thư điện tử, điện thoại hoặc địa chỉ."))
    question = Question(
        portal=portal,
        kind=kind,
        text=needed(text, _("Hãy viết nội dung câu hỏi.")),
        channel=channel,
        submission=submission or None,
        asked_at=asked_at or now,
        **columns,
    )
    question = begin(question, by=by, now=now, contact=contact, consented_at=consented_at)
    add_files(question, files, purpose=Purpose.ASKED, now=now)
    return question


def _check_time(asked_at, *, channel, now):
    if asked_at is None:
        return
    if channel == Channel.WEB:
        raise NotDone(_("Câu hỏi gửi trên cổng tính từ lúc gửi: không ghi thời điểm khác được."))
    if asked_at > now:
        raise NotDone(_("Thời điểm hỏi không thể ở tương lai."))
    if asked_at < now - LATEST_BACK:
        text = _("Thời điểm hỏi không thể quá %(days)s ngày trước: hãy ghi ngày nhận được.")
        raise NotDone(text % {"days": LATEST_BACK.days})


def begin(question, *, by, now, contact, consented_at, happened=None, parent=None):
    """Write an unsaved case with its asker and its first events.

    A part of a split has a `parent` (a number) and has `happened` before: it counts from now on, not from the asking.
    """
    rule = rule_of(question.kind, question.asked_at)
    question.code = new_code()
    question.receipt_due_on = question.due_on = receipt_due(question, rule=rule, calendar=working_calendar())
    question.held_since = now if parent else question.asked_at
    question.save(force_insert=True)
    details = {name: getattr(contact, name) for name in ("name", "email", "phone", "address")} if contact else {}
    Asker.objects.create(question=question, consented_at=consented_at, **details)
    handling = Handling(question, by=by, now=now)
    handling.happening = list(happened or [])
    at = now if parent else question.asked_at
    detail = {"channel": question.channel, **({"parent": parent} if parent else {})}
    handling.happens(EventKind.ASKED, at=at, by_unit=False, to_unit=question.portal.slug, detail=detail)
    return handling.done("question.asked")


def add_files(question, files, *, purpose, now):
    """Keep files with a case; the sound of a spoken question is its recording. Nothing stays of a failure."""
    stored = []
    try:
        with transaction.atomic():
            for upload in files:
                is_recording = question.channel == Channel.VOICE and upload.content_type.startswith("audio/")
                row = CaseFile(
                    question=question,
                    purpose=Purpose.RECORDING if is_recording else purpose,
                    name=upload.name[:160],
                    content_type=upload.content_type,
                    size=upload.size,
                    added_at=now,
                )
                row.file.save(upload.name, upload.file, save=False)
                stored.append(row.file)
                row.save()
    except Exception:
        for file in stored:
            file.storage.delete(file.name)
        raise
