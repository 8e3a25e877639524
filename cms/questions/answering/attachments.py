"""Files that go out with an answer; they come and go while it is being drafted, and stay once it is signed."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.questions.actions import NotDone
from cms.questions.models import CaseFile, Question, Stage
from tenants.audit import record

ATTACHED, DETACHED = "questions.file.attach", "questions.file.detach"


def answer_files(question):
    return list(question.files.filter(purpose=CaseFile.Purpose.ANSWER))


def went_out(question, file):
    """Is it part of the answer that stands? What is added while the asker waits for the next one is not yet."""
    is_signed = question.signed_at is not None and file.added_at <= question.signed_at
    return is_signed and file.purpose == CaseFile.Purpose.ANSWER


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
    if went_out(locked, row):
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
