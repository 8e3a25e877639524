"""Answered questions among what can be found: only what was cleared for everybody ever comes in here.

The rows come from the one door of cms.questions.listing; neither the case nor its asker is read.
"""

from django.db import transaction
from django.utils import timezone

from cms.pages.bilingual.language import ENGLISH, SOURCE
from cms.questions.listing.addresses import path_of
from cms.questions.listing.queries import in_full, public_rows
from cms.questions.models import Question
from tenants.hosts import base_url
from tenants.scoping import platform_scope, portal_scope

from .asking import SearchScope, parse
from .engines import engine
from .models import SearchEntry
from .rows import bring_into_line
from .text import normalise

KIND, SECTION = "question", "questions"
MOST_FOUND = 1_000


@transaction.atomic
def refresh(numbers, *, anew=False):
    """Bring the entries of these questions (primary keys) into line with them. Returns how many entries changed."""
    numbers = sorted(set(numbers))
    with platform_scope():
        # two who refresh one question do it one after the other, so the later one reads the newer question
        list(Question.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))
        found = in_full(public_rows().filter(pk__in=numbers))
        wanted = {values["uid"]: values for question in found for values in entry_values(question)}
        return bring_into_line(SearchEntry.objects.filter(question_number__in=numbers), wanted, anew=anew)


def entry_values(question):
    """One dict of SearchEntry fields for each language: the English site finds what is Vietnamese as well."""
    day = timezone.localdate(question.answered_at)
    shared = {
        "portal_id": question.portal_id,
        "question_number": question.number,
        "kind": KIND,
        "section": SECTION,
        "title": normalise(question.heading)[: SearchEntry._meta.get_field("title").max_length],
        "summary": normalise(question.text) if question.says_more else "",
        "body": normalise(f"{question.answer} {question.topic}"),
        "published": day,
        "year": day.year,
        "deleted": False,
    }
    return [{"uid": f"question:{question.number}:{lang}", "lang": lang, **shared} for lang in (SOURCE, ENGLISH)]


def numbers_of(portal_ids):
    """Questions of these portals (None: all) that may be found, and those that were found before."""
    with platform_scope():
        shown, entries = public_rows(), SearchEntry.objects.filter(deleted=False, question_number__isnull=False)
        if portal_ids is not None:
            shown, entries = shown.filter(portal__in=portal_ids), entries.filter(portal__in=portal_ids)
        return sorted({*shown.values_list("pk", flat=True), *entries.values_list("question_number", flat=True)})


def numbers_with(text, portal_ids):
    """Numbers of the newest public questions that hold every word; `portal_ids` None: of the whole province."""
    scope = (SearchScope.province() if portal_ids is None else SearchScope.portals(portal_ids)).of_questions()
    query = parse(text)
    if not query:
        return []
    with platform_scope() if portal_ids is None else portal_scope(portal_ids):
        hits = engine().find(query, scope=scope, lang=SOURCE, limit=MOST_FOUND)
        entries = SearchEntry.objects.filter(pk__in=[pk for pk, _score in hits], deleted=False)
        return list(entries.values_list("question_number", flat=True))


def addresses_of(entries, request):
    """{number: (address, language of its words)} of the questions here that may still be read; one query if any.

    In the language of the site; the path alone on the portal's own host.
    """
    wanted = {entry.question_number: entry.portal_id for entry in entries if entry.question_number}
    if not wanted:
        return {}
    here = getattr(request, "portal", None)
    found = public_rows().filter(pk__in=wanted).values_list("pk", "portal_id", "language")
    return {
        number: (_root(portal, here, request) + path_of(number), language)
        for number, portal, language in found
        if wanted[number] == portal
    }


def _root(portal, here, request):
    return "" if here is not None and here.pk == portal else base_url(portal, request)
