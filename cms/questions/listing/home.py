"""The newest answers on the home of a portal."""

from cms.pages.bilingual.language import get_site_language

from .addresses import path_of
from .naming import NOTHING, named_topics
from .queries import newest

SHOWN = 4


def latest_questions(page, request):
    language = get_site_language()
    rows = newest(page.portal_id, SHOWN)
    topics = named_topics(*(question.topic for question in rows))
    return {
        "latest_questions": [
            {
                "title": question.heading,
                "url": path_of(question.number),
                "date": question.answered_at,
                "topic": topics.get(question.topic, NOTHING),
                "topic_lang": _topic_language(topics.get(question.topic, NOTHING), question, language),
                "lang": question.language if question.language != language else "",
            }
            for question in rows
        ]
    }


def _topic_language(topic, question, language):
    """Of the topic, where it is not that of the words around it."""
    return topic.lang or (language if question.language != language else "")
