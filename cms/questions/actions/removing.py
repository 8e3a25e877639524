"""Take a case out of those to be answered, and put it back; it is never deleted."""

from django.utils.translation import gettext as _

from cms.questions.models import EventKind, Removal, Stage
from tenants.verbs import verb

from .handling import Handling, NotDone, locked, reason_of
from .standing import IN_WORK, check_open


@verb
def remove(pk, *, portal, removal, reason, by, now, version=None):
    """`removal` is one of Removal; citizens read the reason. Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    check_open(question, stages=(*IN_WORK, Stage.SUBMITTED))
    if removal not in Removal.values or not removal:
        raise NotDone(_("Hãy chọn vì sao không xử lý câu hỏi này."))
    reason, handling = reason_of(reason), Handling(question, by=by, now=now)
    handling.happens(EventKind.REMOVED, reason=reason, detail={"removal": str(removal)})
    note = f"{Removal(removal).label}: {reason}"
    return handling.done("question.removed", note=note, removal=removal)


@verb
def restore(pk, *, portal, reason, by, now, version=None):
    """Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    if not question.removal:
        raise NotDone(_("Câu hỏi này không bị loại bỏ."))
    reason, handling = reason_of(reason), Handling(question, by=by, now=now)
    handling.happens(EventKind.RESTORED, reason=reason)
    return handling.done("question.restored", note=reason, removal=Removal.NONE)
