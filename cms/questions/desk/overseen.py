"""A case file for who may read cases and not askers: what tells who somebody is, is taken out of every text in it."""

from copy import copy
from dataclasses import replace

from cms.questions.answering.queries import asker_words, public_words
from cms.questions.masking import mask

TEXTS = ("text", "answer", "subject", "region")


def masked(case, *, day):
    """The Case with its texts masked as they would be for everybody. The question in it is a copy, not to be saved."""
    known = asker_words(case.question)
    keep = public_words(case.question.portal, day=day)

    def cleared(text):
        return mask(text, known=known, keep=keep)[0] if text else text

    question = copy(case.question)
    for name in TEXTS:
        setattr(question, name, cleared(getattr(question, name)))
    lines = [
        replace(
            line,
            reason=cleared(line.reason),
            said=[replace(one, text=cleared(one.text)) if one.is_words else one for one in line.said],
        )
        for line in case.lines
    ]
    return replace(case, question=question, lines=lines, exchange=[])
