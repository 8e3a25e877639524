"""News."""

from django.core.paginator import Paginator

from cms.pages.models import ArticlePage, NewsIndexPage
from cms.pages.queries import articles_of, related_articles

from .registry import context_for

NEWS_PAGE_SIZE = 12


@context_for(NewsIndexPage)
def news_index(page, request):
    articles = articles_of(page.portal_id).descendant_of(page)
    return {"articles": Paginator(articles, NEWS_PAGE_SIZE).get_page(request.GET.get("trang"))}


@context_for(ArticlePage)
def article(page, request):
    return {"related": related_articles(page), "attachments": list(page.attachments.select_related("document"))}
