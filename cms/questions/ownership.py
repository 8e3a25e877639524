"""Whose the rows of this room are (tenants.rules): a case is its holder's, what the province sets is everybody's."""

from tenants.rules import bookkeeping, own, shared

from .models import (
    AnswerTemplate,
    Asker,
    CalendarDay,
    CaseEvent,
    CaseFile,
    CaseMail,
    ClockRule,
    Delegation,
    DigestMail,
    OfficialTitle,
    Question,
    QuestionKind,
    Rating,
    SigningAccount,
    SigningTitle,
    Tally,
    Topic,
)


def register():
    for model in (Question, SigningTitle, SigningAccount, Delegation, AnswerTemplate):
        own(model)
    for model in (CaseEvent, Asker, Rating, CaseFile, CaseMail):
        own(model, "question__portal")
    shared(QuestionKind, Topic, ClockRule, OfficialTitle, CalendarDay)
    bookkeeping(DigestMail, Tally)
