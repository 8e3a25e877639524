"""The list of answered questions, and the page of one."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.pages.bilingual.language import get_site_language
from cms.pages.contexts.sections import section
from cms.pages.models import PortalPage
from cms.pages.models.content import NOT_INDEXED
from tenants.hosts import with_scheme
from tenants.models import Portal, PortalHost
from tenants.scoping import platform_scope

from .addresses import address_of, alternates_of, path_of
from .choosing import Chosen
from .naming import NOTHING, named_titles, named_topic, named_topics
from .queries import as_public, excerpts, find_public, is_filled

SECTION = "questions"
PAGE_SIZE = 20
DESCRIPTION = 200  # characters


@require_safe
def index(request):
    page = _section_page(request.portal).specific
    has_text = not page.is_starter and bool(page.body)
    request.is_blank_page = not has_text and not is_filled(request.portal)
    context = {"page": page, "has_text": has_text, **page.language_context(request), **section(page, request)}
    response = render(request, "questions/list/index.html", {**context, **_listed(request)})
    if request.is_blank_page:
        response.headers["X-Robots-Tag"] = NOT_INDEXED
    return response


def _listed(request):
    """All of it is read here: what the template reads later belongs to the host's portal alone."""
    chosen = Chosen(request.GET, request.portal)
    if chosen.is_province:
        with platform_scope():
            return _read(request, chosen)
    return _read(request, chosen)


def _read(request, chosen):
    found = Paginator(excerpts(chosen.found()), PAGE_SIZE).get_page(request.GET.get("trang"))
    questions = [as_public(values) for values in found]
    holders = _holders(questions) if chosen.is_province else {}
    topics = named_topics(*(question.topic for question in questions))
    rows = [_row(question, topics, holders.get(question.portal_id), request) for question in questions]
    lists = {"topics": chosen.topics, "units": chosen.units, "tabs": chosen.tabs}
    return {"filter": chosen, "found": found, "rows": rows, "chosen": chosen.chosen, **lists}


def _holders(questions):
    """{key: Portal with its host}: one query, whatever number of portals stand together."""
    primary = PortalHost.objects.filter(portal=OuterRef("pk"), is_primary=True).values("host")
    holders = Portal.objects.annotate(primary_host=Subquery(primary[:1]))
    return holders.in_bulk({question.portal_id for question in questions})


def _row(question, topics, holder, request):
    """`topics`: {name: Named}; `holder` where questions of several portals stand."""
    is_elsewhere = question.portal_id != request.portal.pk
    root, language = with_scheme(holder.primary_host, request) if is_elsewhere else "", get_site_language()
    return {
        "question": question,
        "topic": topics.get(question.topic, NOTHING),
        "url": root + path_of(question.number),
        "unit": holder.display_name if holder else "",
        "lang": question.language if question.language != language else "",
    }


@require_safe
def detail(request, question_number):
    question = find_public(request.portal, int(question_number))
    if question is None:
        raise Http404
    language = get_site_language()
    titles = named_titles(question.signer_title, question.signed_for)
    context = {
        "question": question,
        "topic": named_topic(question.topic),
        "signer_title": titles.get(question.signer_title, NOTHING),
        "signed_for": titles.get(question.signed_for, NOTHING),
        "page": Described.of(question),
        "shown_language": question.language,
        "is_fallback": language == "en" and question.language != "en",
        "canonical": address_of(question, language if language == question.language else "vi", request),
        "alternates": alternates_of(question, request),
        "trail": _trail(request.portal),
        "lang": question.language if question.language != language else "",
    }
    return render(request, "questions/list/detail.html", context)


@dataclass(frozen=True)
class Described:
    """What the description of a page for machines asks a page for."""

    title: str
    search_description: str
    first_published_at: datetime
    lead: str = ""

    @classmethod
    def of(cls, question):
        answer = Truncator(" ".join(question.answer.split())).chars(DESCRIPTION)
        return cls(question.heading, answer, question.answered_at)


def _trail(portal):
    """Breadcrumbs: the home and the section."""
    home = (_("Trang chủ"), reverse("wagtail_serve", args=("",)))
    return [home, (_section_page(portal).title, reverse("public_questions"))]


def _section_page(portal):
    """The page of the menu. Raises Http404 for a portal that has no such section."""
    page = PortalPage.objects.live().filter(portal=portal, starts_section=SECTION).first()
    if page is None:
        raise Http404
    return page
