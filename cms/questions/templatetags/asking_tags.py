"""What the form noticed about a question, in words for the officer."""

from django import template

from cms.questions.asking.scoring import words_of

register = template.Library()


@register.filter
def signs(question):
    """Words for `question.suspicion`; [] for what looks like any other question."""
    return words_of(question.suspicion)
