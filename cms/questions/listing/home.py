"""The newest answers on the home of a portal."""

from cms.pages.bilingual.language import get_site_language

from .addresses import path_of
from .queries import newest

SHOWN = 4


def latest_questions(page, request):
    language = get_site_language()
    rows = newest(page.portal_id, SHOWN)
    return {
        "latest_questions": [
            {
                "title": question.heading,
                "url": path_of(question.number),
                "date": question.answered_at,
                "topic": question.topic,
                "lang": question.language if question.language != language else "",
            }
            for question in rows
        ]
    }
