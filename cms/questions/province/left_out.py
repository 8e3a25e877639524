"""Kinds of questions that do not count (reports of wrong information): the province's screens and files say so."""

from django.db.models import Count
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.questions.models import QuestionKind

from .waiting import open_cases


def kinds_left_out():
    """Their names in the language of the screens, as one text; "" if every kind counts."""
    return "; ".join(_name(kind) for kind in _kinds())


def left_out_waiting(portals):
    """The same, each with how many of them wait at these units. Two queries."""
    waiting = open_cases(portals).filter(kind__counts=False).order_by().values_list("kind")
    numbers = dict(waiting.annotate(number=Count("pk")))
    said = [{"kind": _name(kind), "number": numbers.get(kind.pk, 0)} for kind in _kinds()]
    return "; ".join(_("%(kind)s (%(number)d đang chờ)") % words for words in said)


def _kinds():
    return QuestionKind.objects.filter(counts=False).order_by("order", "pk")


def _name(kind):
    return (get_language() == "en" and kind.name_en) or kind.name
