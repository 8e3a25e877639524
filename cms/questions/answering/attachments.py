"""Files that go out with an answer; they come and go while it is being drafted, and stay once it is signed."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.questions.actions import NotDone
from cms.questions.models import CaseFile, EventKind, Question, Stage
from tenants.audit import record

ATTACHED, DETACHED = "questions.file.attach", "questions.file.detach"


def answer_files(question):
    """Those of the unit that holds the case; what another one signed went out with its own answer."""
    files, events = question.files.filter(purpose=CaseFile.Purpose.ANSWER), list(question.events.order_by("number"))
    return [file for file in files if _is_of(question.portal.slug, file, events)]


def went_out(question, files, events):
    """Those of the files that are part of the newest signed answer; `events` of the case, in order.

    What is added while the asker waits for the next one is not yet.
    """
    signed = [event.from_unit for event in events if event.kind == EventKind.ANSWERED]
    if question.signed_at is None or not signed:
        return []
    sent = [file for file in files if file.purpose == CaseFile.Purpose.ANSWER and file.added_at <= question.signed_at]
    return [file for file in sent if _is_of(signed[-1], file, events)]


def _is_of(unit, file, events):
    """Was it added after the last answer that another unit than this (its slug) signed?"""
    others = [event.at for event in events if event.kind == EventKind.ANSWERED and event.from_unit != unit]
    return not others or file.added_at > others[-1]


def may_change(question):
    """A signed answer keeps its files, and what waits for a signature is not changed behind the head's back."""
    return question.stage != Stage.ANSWERED and not question.submitted_at and not question.removal


@transaction.atomic
def attach(question, uploads, *, by, now):
    """Keep Uploads (files/checks) with the answer. Raises NotDone."""
    locked = _locked(question)
    for upload in uploads:
        row = CaseFile(
            question=locked,
            purpose=CaseFile.Purpose.ANSWER,
            name=upload.name,
            content_type=upload.content_type,
            size=upload.size,
            added_at=now,
        )
        row.file.save(upload.name, upload.file, save=False)
        row.save()
        _note(ATTACHED, locked, row, by=by, now=now)


@transaction.atomic
def detach(question, key, *, by, now):
    """Take a file away again. Raises NotDone, CaseFile.DoesNotExist."""
    locked = _locked(question)
    row = locked.files.get(pk=key, purpose=CaseFile.Purpose.ANSWER)
    if went_out(locked, [row], list(locked.events.order_by("number"))):
        raise NotDone(_("Tệp “%(name)s” đã gửi kèm trả lời đã ký: không bỏ được.") % {"name": row.name})
    _note(DETACHED, locked, row, by=by, now=now)
    name, storage = row.file.name, row.file.storage
    row.delete()
    transaction.on_commit(lambda: storage.delete(name))
    return row


def _locked(question):
    locked = Question.objects.select_for_update(of=("self",)).get(pk=question.pk, portal=question.portal_id)
    if not may_change(locked):
        raise NotDone(_("Trả lời đang chờ ký hoặc đã ký: không thay đổi tệp gửi kèm được."))
    return locked


def _note(action, question, row, *, by, now):
    with override("vi"):
        title = _("Câu hỏi số %(number)s") % {"number": question.pk}
    target = (question._meta.label_lower, question.pk, title)
    record(action, portal=question.portal_id, by=by, now=now, target=target, detail={"what": row.name})
