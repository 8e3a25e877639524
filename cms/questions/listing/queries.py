"""The one door to what everybody may read of cases: what was cleared for it, of answers that stand and are shown.

Rows leave this module as values, not as cases: no template can reach the asker's own words through them.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.db.models.functions import Coalesce, Left
from django.utils.text import Truncator

from cms.questions.models import Question, SigningForm, Visibility
from cms.questions.models.case import HEADING_LENGTH
from tenants.models import Portal, State

STANDS = Q(signed_at__isnull=False, answered_by=F("portal"))
IS_SHOWN = (
    STANDS
    & Q(removal="", is_split=False, visibility=Visibility.PUBLIC)
    & ~Q(public_text="", subject="")  # nothing was cleared: there is nothing to show
)
SHOWN_SINCE = Coalesce("answered_at", "signed_at")  # who asked again waits, so the case is not answered for now
EXCERPT = 400  # characters of question and answer that a list reads
FIELDS = ("pk", "portal_id", "language", "topic", "subject", "asked_at")
TOLD = {"shown_since": SHOWN_SINCE, "is_asked_again": Q(answered_at__isnull=True)}
RENAMED = {"pk": "number", "shown_text": "text", "shown_answer": "answer", "shown_since": "answered_at"}
SIGNED = ("signer_name", "signer_title", "signing_form", "signed_for")


@dataclass(frozen=True)
class PublicQuestion:
    """`number` is the public number of a case: it is in addresses, and it is not the code of its asker.

    `answered_at` is when the answer that is read was given. `is_asked_again`: the unit is answering further.
    """

    number: int
    portal_id: int
    language: str
    topic: str
    subject: str
    text: str
    answer: str
    asked_at: datetime
    answered_at: datetime
    is_asked_again: bool = False
    signer_name: str = ""
    signer_title: str = ""
    signing_form: str = ""
    signed_for: str = ""

    @property
    def heading(self):
        return self.subject or Truncator(" ".join(self.text.split())).chars(HEADING_LENGTH)

    @property
    def says_more(self):
        """Is there more in the question than its heading says?"""
        return self.heading != " ".join(self.text.split())

    @property
    def signing_label(self):
        """How it was signed, if not in one's own right: "Thừa lệnh (TL.)"."""
        return SigningForm(self.signing_form).label if self.signing_form else ""


def public_rows():
    """Cases of the open scope that everybody may read, with `shown_since`."""
    return Question.objects.filter(IS_SHOWN, portal__state=State.ACTIVE).annotate(shown_since=SHOWN_SINCE)


def public_rows_of_all():
    """The same of all portals, whatever scope is open: for questions of the tree, not for a screen."""
    return Question._base_manager.filter(IS_SHOWN).annotate(shown_since=SHOWN_SINCE)


def excerpts(rows):
    """Values for `as_public`, the newest answer first, with the beginnings of question and answer."""
    shortened = {"shown_text": Left("public_text", EXCERPT), "shown_answer": Left("public_answer", EXCERPT)}
    return rows.order_by("-shown_since", "-pk").values(*FIELDS, **TOLD, **shortened)


def as_public(values):
    """A PublicQuestion of what a query with these names found."""
    return PublicQuestion(**{RENAMED.get(name, name): value for name, value in values.items()})


def in_full(rows):
    """Whole PublicQuestions."""
    whole = {"shown_text": F("public_text"), "shown_answer": F("public_answer")}
    return [as_public(values) for values in rows.values(*FIELDS, *SIGNED, **TOLD, **whole)]


def newest(portal, number):
    return [as_public(values) for values in excerpts(public_rows().filter(portal=portal))[:number]]


def find_public(portal, number):
    """A whole PublicQuestion of this portal, or None if there is none that everybody may read."""
    return next(iter(in_full(public_rows().filter(portal=portal, pk=number))), None)


def topics_of(rows):
    """Topics of these cases, by name."""
    return sorted(filter(None, rows.order_by().values_list("topic", flat=True).distinct()))


def units_of(rows):
    """The portals that hold these cases, by name."""
    return list(Portal.objects.placed().filter(pk__in=rows.order_by().values("portal")).order_by("name"))


def is_filled(portal):
    return public_rows().filter(portal=portal).exists()
