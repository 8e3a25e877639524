"""What each page type's template gets beside the page itself: one function a type."""

from django.core.paginator import Paginator
from django.utils import timezone

from .accents import digits, without_accents
from .document_filters import DocumentFilter
from .models import (
    ArticlePage,
    DirectoryPage,
    DocumentIndexPage,
    HomePage,
    IntroductionPage,
    LeadersPage,
    LegalDocumentPage,
    NewsIndexPage,
    SectionPage,
)
from .models.base import CONTEXT_BUILDERS
from .people.queries import leaders_on, posts_on, unit_tree
from .queries import articles_of, child_pages, documents_of, portal_groups, related_articles
from .sections import column_of

NEWS_PAGE_SIZE = 12
DOCUMENT_PAGE_SIZE = 20


def context_for(page_type):
    def register(build):
        CONTEXT_BUILDERS[page_type] = build
        return build

    return register


@context_for(HomePage)
def home(page, request):
    today = timezone.localdate()
    news = list(articles_of(page.portal_id)[:5])
    return {
        "lead_article": news[0] if news else None,
        "articles": news[1:],
        "documents": list(documents_of(page.portal_id)[:5]),
        "leaders": list(leaders_on(page.portal_id, today)[:6]),
        "portal_groups": portal_groups() if page.portal.level == "province" else [],
    }


@context_for(SectionPage)
def section(page, request):
    definition = page.definition
    column = column_of(page.portal)
    bases = definition.legal_bases_on(timezone.localdate(), column=column) if definition else []
    return {"children": child_pages(page), "definition": definition, "legal_bases": bases}


@context_for(NewsIndexPage)
def news_index(page, request):
    articles = articles_of(page.portal_id).descendant_of(page)
    return {"articles": Paginator(articles, NEWS_PAGE_SIZE).get_page(request.GET.get("trang"))}


@context_for(ArticlePage)
def article(page, request):
    return {"related": related_articles(page), "attachments": list(page.attachments.select_related("document"))}


@context_for(DocumentIndexPage)
def document_index(page, request):
    chosen = DocumentFilter(request.GET, documents_of(page.portal_id).descendant_of(page))
    return {
        "filter": chosen,
        "documents": Paginator(chosen.found(), DOCUMENT_PAGE_SIZE).get_page(request.GET.get("trang")),
    }


@context_for(LegalDocumentPage)
def legal_document(page, request):
    return {"files": page.public_files}


@context_for(IntroductionPage)
def introduction(page, request):
    return {"units": unit_tree(page.portal_id), "children": child_pages(page)}


@context_for(LeadersPage)
def leaders(page, request):
    return {"posts": list(leaders_on(page.portal_id, timezone.localdate()))}


@context_for(DirectoryPage)
def directory(page, request):
    """The register of today, searched by name, title or phone without regard to accents."""
    query = request.GET.get("q", "").strip()[:100]
    posts = list(posts_on(page.portal_id, timezone.localdate()))
    if query:
        posts = [post for post in posts if matches(post, query)]
    return {"query": query, "units": _by_unit(posts), "total": len(posts)}


def matches(post, query):
    """Does every word asked for stand in the post, whatever the accents? A number also counts without its gaps."""
    unit = post.unit.name if post.unit else ""
    text = without_accents(" ".join([post.person.name, post.title, unit, post.email]))
    numbers = [digits(number) for number in (post.phone, post.mobile, post.fax)]
    asked = digits(query)
    if asked and not any(character.isalpha() for character in query):
        return any(asked in number for number in numbers)
    return all(word in text for word in without_accents(query).split())


def _by_unit(posts):
    """[(Unit or None, [Post, ...])] in the order of units; those without a unit first."""
    grouped = {}
    for post in posts:
        grouped.setdefault(post.unit, []).append(post)
    return sorted(grouped.items(), key=lambda pair: (pair[0] is not None, pair[0].order if pair[0] else 0))
