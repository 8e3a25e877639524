"""Questions of citizens: what the province sets, cases, what happened to them, and what units keep for answering."""

from .answering import AnswerTemplate, Delegation, SigningAccount
from .askers import Asker, Rating
from .case import Channel, Question, Removal, SigningForm, Stage, Visibility
from .events import CaseEvent, EventKind
from .files import CaseFile
from .mails import CaseMail, DigestMail
from .settings import CalendarDay, ClockRule, QuestionKind, Topic
from .tallies import Tally
from .titles import OfficialTitle, SigningTitle

__all__ = [
    "AnswerTemplate",
    "Asker",
    "CalendarDay",
    "CaseEvent",
    "CaseFile",
    "CaseMail",
    "Channel",
    "ClockRule",
    "Delegation",
    "DigestMail",
    "EventKind",
    "OfficialTitle",
    "Question",
    "QuestionKind",
    "Rating",
    "Removal",
    "SigningAccount",
    "SigningForm",
    "SigningTitle",
    "Stage",
    "Tally",
    "Topic",
    "Visibility",
]
