"""What the home page shows."""

from django.utils import timezone

from cms.pages.models import HomePage
from cms.pages.people.queries import leaders_on
from cms.pages.queries import articles_of, documents_of, portal_groups

from .registry import context_for

# [part(page, request) -> dict]: what rooms above show on the home beside pages
HOME_PARTS = []


@context_for(HomePage)
def home(page, request):
    today = timezone.localdate()
    news = list(articles_of(page.portal_id)[:5])
    parts = {name: rows for part in HOME_PARTS for name, rows in part(page, request).items()}
    return {
        **parts,
        "lead_article": news[0] if news else None,
        "articles": news[1:],
        "documents": list(documents_of(page.portal_id)[:5]),
        "leaders": list(leaders_on(page.portal_id, today)[:6]),
        "portal_groups": portal_groups() if page.portal.level == "province" else [],
    }
