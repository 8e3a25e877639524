"""Articles in two languages, and what the database really holds of them."""

from django.db import connection

from cms.pages.models import ArticlePage
from tests.factories import make_article

WORDS = {
    "title": "Bài viết",
    "title_en": "Article",
    "lead": "Tóm tắt",
    "lead_en": "Summary",
    "body": [("heading", "Đầu đề")],
    "body_en": [("heading", "Headline")],
}
UNTRANSLATED = {"title_en": None, "lead_en": "", "body_en": []}


def bilingual_article(portal, **changes):
    """A live article with title, lead and body in both languages; pass UNTRANSLATED for one in Vietnamese only."""
    return make_article(portal, **{**WORDS, **changes})


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def columns(page):
    """{column: value} of the page's row as the database holds it, past every descriptor and manager."""
    return _row("pages_portalpage", "id", page.pk)


def own_columns(page):
    """The same of the article's own table."""
    return _row("pages_articlepage", "portalpage_ptr_id", page.pk)


def titles(page):
    row = columns(page)
    return row["title"], row["title_vi"], row["title_en"]


def _row(table, key, value):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {key} = %s", [value])
        return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
