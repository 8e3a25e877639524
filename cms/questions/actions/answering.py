"""Draft an answer, submit it, send it back, sign it, correct it, and say who may read it."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cms.questions.models import EventKind, Stage, Visibility
from cms.questions.settings import Titles
from cms.questions.signing import signers_of, why_not
from tenants.models import Membership, Role
from tenants.verbs import verb

from .handling import Handling, NotDone, locked, needed, reason_of
from .standing import IN_WORK, SUBMITTED, check_open

DRAFTED = ("subject", "topic", "public_text", "public_answer", "visibility")


@dataclass(frozen=True)
class Drafted:
    """An answer in the making, and what of it everybody will read once it is signed."""

    answer: str
    subject: str
    topic: str
    public_text: str
    public_answer: str
    visibility: str


def drafted(question) -> Drafted:
    """What is being drafted: beside an answer that stands its correction, beginning with what was signed.

    A unit begins without the words that another one signed.
    """
    found = Drafted(question.draft, *(getattr(question, name) for name in DRAFTED))
    if question.signed_at is None:
        return found
    if question.stands:
        found = replace(found, answer=question.draft or question.answer)
    else:
        found = replace(found, public_text="", public_answer="", visibility=Visibility.HIDDEN)
    return replace(found, **question.correction)


@verb
def save_draft(pk, *, portal, draft, by, now, version=None, **texts):
    """Keep a draft; `texts`: subject, topic, public_text, public_answer, visibility, as far as given.

    Citizens go on reading what was signed, if an answer stands. Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    _check_may_draft(question)
    told = {name: texts[name] for name in DRAFTED if texts.get(name) is not None}
    handling = Handling(question, by=by, now=now)
    handling.take_up()
    if question.signed_at is not None:
        told = {"correction": {**question.correction, **{name: str(value) for name, value in told.items()}}}
    return handling.done("question.drafted", draft=draft, draft_by=by, **told)


def _check_may_draft(question):
    check_open(question, stages=(*IN_WORK, Stage.ANSWERED))
    if question.submitted_at:
        raise NotDone(SUBMITTED)


@verb
def submit(pk, *, portal, by, now, version=None, masked=False):
    """The draft waits for its signature; `masked`: the officer confirms that no personal data will be public.

    Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    _check_may_draft(question)
    needed(question.draft, _("Chưa có dự thảo trả lời: hãy soạn trước khi trình ký."))
    planned = drafted(question)
    if planned.visibility == Visibility.PUBLIC:
        _check_public(question, planned)
        if not masked:
            raise NotDone(_("Hãy xác nhận đã che thông tin cá nhân trước khi trình ký để công khai."))
    handling = Handling(question, by=by, now=now)
    handling.take_up()
    told = {"answer": question.draft, "visibility": planned.visibility, "masked": masked}
    handling.happens(EventKind.SUBMITTED, detail=told)
    stage = Stage.ANSWERED if question.stage == Stage.ANSWERED else Stage.SUBMITTED
    return handling.done("question.submitted", stage=stage, submitted_at=now)


correct = submit  # of an answered case: its correction waits for a signature, what was signed stays until then


def _check_public(question, planned):
    if question.wants_private:
        raise NotDone(_("Người hỏi không muốn công khai: hãy chọn “Trả lời riêng”."))
    needed(planned.public_text, _("Hãy soạn câu hỏi khi công khai."))
    needed(planned.public_answer, _("Hãy soạn trả lời khi công khai."))


@verb
def send_draft_back(pk, *, portal, reason, by, now, version=None):
    """The head sends the draft back to be mended. Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    _check_submitted(question)
    reason, handling = reason_of(reason), Handling(question, by=by, now=now)
    handling.happens(EventKind.SENT_BACK, reason=reason)
    stage = Stage.ANSWERED if question.stage == Stage.ANSWERED else handling.working_stage
    return handling.done("question.sent_back", note=reason, stage=stage, submitted_at=None)


def _check_submitted(question):
    check_open(question, stages=(Stage.SUBMITTED, Stage.ANSWERED, *IN_WORK))
    if not question.submitted_at:
        raise NotDone(_("Không có trả lời nào đang chờ ký."))


@verb
def sign(pk, *, portal, by, now, version=None, signer=""):
    """The head signs what was submitted, under the title of today: the case is answered.

    `signer`: the `key` of the Signer that was chosen where there are several; else the first.
    Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    _check_submitted(question)
    handling = Handling(question, by=by, now=now)
    signer = _signer(handling, signer)
    if question.stands_since:
        handling.happens(EventKind.RESUMED, reason=_("Trả lời được ký."))
    planned = drafted(question)
    handling.happens(EventKind.ANSWERED, detail=_signed(question, signer, planned))
    return handling.done(
        "question.answered",
        note=f"{signer.form} {signer.title_name}".strip(),
        stage=Stage.ANSWERED,
        answered_at=question.answered_at or now,
        signed_at=now,
        answered_by=question.portal,
        submitted_at=None,
        answer=question.draft,
        draft="",
        correction={},
        signer_name=signer.person_name,
        signer_title=signer.title_name,
        signing_form=signer.form,
        signed_for=signer.signed_for,
        **{name: getattr(planned, name) for name in DRAFTED},
    )


def _signer(handling, key):
    """Not what a screen let through counts, but role and register at this moment."""
    question, by = handling.question, handling.by
    heads = Membership.objects.live(handling.now).filter(role=Role.HEAD, reason="", portal=question.portal)
    if by.is_superuser or not heads.filter(user=by).exists():
        raise NotDone(_("Chỉ lãnh đạo đơn vị tự ký trả lời."))
    asked = {"portal": question.portal, "kind": question.kind, "day": handling.today}
    signers = signers_of(by, **asked)
    if not signers:
        raise NotDone(why_not(by, **asked))
    chosen = next((one for one in signers if one.key == key), None) if key else signers[0]
    if chosen is None:
        raise NotDone(_("Chức danh đã chọn hôm nay không ký được nữa: hãy chọn lại."))
    return chosen


def _signed(question, signer, planned):
    kept = {name: getattr(planned, name) for name in ("visibility", "public_text", "public_answer")}
    return {
        "title": signer.title_name,
        "name": signer.person_name,
        "form": str(signer.form),
        "signed_for": signer.signed_for,
        "is_right": _is_right(question, signer),
        "answer": question.draft,
        **kept,
    }


def _is_right(question, signer):
    titles = Titles()
    title = titles.find(signer.signed_for) if signer.form else signer.title
    return title is not None and titles.may_sign(title, portal=question.portal, kind=question.kind)


@verb
def set_visibility(pk, *, portal, visibility, reason, by, now, version=None):
    """Show or hide an answer that stands, though the asker asked again; public is what was cleared when it was signed.

    Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    check_open(question, stages=(*IN_WORK, Stage.SUBMITTED, Stage.ANSWERED))
    if not question.stands:
        raise NotDone(_("Chưa có trả lời: hãy chọn hiển thị khi trình ký."))
    if visibility not in Visibility.values:
        raise NotDone(_("Hãy chọn ai được xem câu hỏi và trả lời."))
    if visibility == Visibility.PUBLIC:
        _check_may_show(question)
    reason, handling = reason_of(reason), Handling(question, by=by, now=now)
    handling.happens(EventKind.SHOWN, reason=reason, detail={"visibility": str(visibility)})
    note = f"{Visibility(visibility).label}: {reason}"
    return handling.done("question.shown", note=note, visibility=visibility)


def _check_may_show(question):
    if question.wants_private:
        raise NotDone(_("Người hỏi không muốn công khai: hãy chọn “Trả lời riêng”."))
    if not (question.public_text.strip() and question.public_answer.strip()):
        raise NotDone(_("Chưa có nội dung để công khai: hãy soạn, xác nhận che thông tin cá nhân và trình ký lại."))
