"""The introduction and the contact page: which of their fields say something."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from html import unescape

from django.utils.html import strip_tags

from cms.pages.models import ContactPage, IntroductionPage

from .nouns import ContactFact, IntroductionFact
from .pages import FIELDS, fact_of, public_then


def says(text: str | None) -> bool:
    """Is there a word in it? Markup, spaces and `&nbsp;` are none."""
    return bool(unescape(strip_tags(text or "")).strip())


def introductions(portal_ids: Iterable[int], *, as_of: datetime) -> dict[int, list[IntroductionFact]]:
    fields = ("functions_vi", "duties_vi", "history_vi", "chart_id", "chart_alt_vi")
    return _facts(IntroductionPage, fields, _introduction, portal_ids, as_of)


def contacts(portal_ids: Iterable[int], *, as_of: datetime) -> dict[int, list[ContactFact]]:
    return _facts(ContactPage, ("address_vi", "phone", "email"), _contact, portal_ids, as_of)


def _introduction(page, functions, duties, history, chart, chart_alt) -> IntroductionFact:
    return IntroductionFact(
        page,
        functions=says(functions),
        duties=says(duties),
        history=says(history),
        chart=bool(chart) and says(chart_alt),
    )


def _contact(page, address, phone, email) -> ContactFact:
    return ContactFact(page, address=says(address), phone=bool(phone), email=bool(email))


def _facts(model, fields, build, portal_ids, as_of) -> dict[int, list]:
    found = defaultdict(list)
    rows = public_then(model, portal_ids, as_of=as_of).order_by("pk")
    for portal_id, *values in rows.values_list("portal_id", *FIELDS, *fields):
        page = fact_of(values[: len(FIELDS)], kind=model.__name__)
        found[portal_id].append(build(page, *values[len(FIELDS) :]))
    return found
