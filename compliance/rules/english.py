"""The minimum in English."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from ..facts.nouns import PageFact, PortalFacts
from ..facts.window import Window
from ..reasons import Note, Reason
from .registry import rule
from .result import Evidence, Finding
from .showing import page_seen

CURRENT = "current"
NOTES = {CURRENT: Note.ENGLISH_CURRENT, "outdated": Note.ENGLISH_OUTDATED}


@rule(
    version=1,
    says=_("Trang giới thiệu và trang liên hệ đều có bản tiếng Anh không cũ hơn bản tiếng Việt"),
)
def english_minimum(facts: PortalFacts, window: Window, params) -> Finding:
    """Both pages or nothing."""
    pages = {
        Reason.NO_ENGLISH_INTRODUCTION: [intro.page for intro in facts.introductions],
        Reason.NO_ENGLISH_CONTACT: [contact.page for contact in facts.contacts],
    }
    reasons = tuple(reason.value for reason, found in pages.items() if not any(map(_current, found)))
    evidence = tuple(_seen(page) for found in pages.values() for page in found)
    held = 2 - len(reasons)
    return Finding(Fraction(held == 2), held, 2, reasons, evidence)


def _current(page: PageFact) -> bool:
    return page.en_status == CURRENT


def _seen(page: PageFact) -> Evidence:
    return page_seen(page, counted=_current(page), notes=(NOTES.get(page.en_status, Note.ENGLISH_MISSING),))
