"""What happens to cases, told to rooms above. Sent after the commit, with `question`, in the platform scope.

`question_changed` follows every verb, whatever else was sent: asked, drafted, split and hidden cases too.
"""

import logging

from django.dispatch import Signal

from tenants.scoping import platform_scope

from .models import EventKind, Question

logger = logging.getLogger(__name__)

question_received = Signal()  # a unit has taken a case in
question_forwarded = Signal()  # another unit holds it now: forwarded, or returned
question_answered = Signal()  # signed, for the first time or corrected
question_removed = Signal()
question_changed = Signal()
questions_imported = Signal()  # alone after an import; `numbers`: primary keys of those that everybody reads

OF_KIND = {
    EventKind.RECEIVED: question_received,
    EventKind.FORWARDED: question_forwarded,
    EventKind.RETURNED: question_forwarded,
    EventKind.ANSWERED: question_answered,
    EventKind.REMOVED: question_removed,
}


def tell(question, kinds):
    """Send the signals of these kinds of events, each once. A receiver that fails is logged: the case is written."""
    wanted = [signal for kind, signal in OF_KIND.items() if kind in kinds]
    with platform_scope():
        for signal in dict.fromkeys([*wanted, question_changed]):
            for receiver, fault in signal.send_robust(sender=Question, question=question):
                if isinstance(fault, Exception):
                    logger.error("%s failed on case %s", receiver, question.pk, exc_info=fault)
