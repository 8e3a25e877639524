"""Likely answers to what somebody is typing: public questions first, then pages of the portal; the index is the same.

What is typed is a sentence, not a few words: what every question begins with ("tôi muốn hỏi ...") is no reason to
suggest a page, so such words alone find nothing.
"""

from dataclasses import replace
from html import unescape

from django.utils.html import strip_tags

from cms.questions.suggesting import MOST, Suggestion

from .asking import SearchScope, parse
from .deadline import within
from .queries import find_for
from .text import words

SECONDS = 0.2
QUESTIONS = 3
SAID_ANYWAY = frozenset(
    words(
        "a anh ba bang bao bi cac cai can cam cho chi chua co con cua cung da dau de deu di do duoc em gi giup hay "
        "hoi hon khi khong kinh la lam lau luc ma minh moi mong mot muon nao nay neu nhieu nhu nhung o on ong qua quy "
        "ra rang rat roi sao se tai the thi thua toi trong tu u va vao vay ve vi viec vien voi xin "
        "an and any are can do for how i in is it me my of on please the there to want what when where who why with"
    )
)


def suggest(text, portal, lang):
    """Suggestions from one portal, in one language. Fails rather than take longer than SECONDS."""
    query = _about(parse(text))
    if not query:
        return []
    scope = SearchScope.portals([portal])
    with within(SECONDS):
        asked = find_for(query, scope=scope.of_questions(), lang=lang).hits[:QUESTIONS]
        pages = find_for(query, scope=scope, lang=lang).hits[:MOST]
    return list({hit.url: _suggestion(hit) for hit in (*asked, *pages)}.values())[:MOST]


def _about(query):
    """What of the words says what the question is about. Neighbours of which both are said anyway do not count."""
    telling = tuple(word for word in query.words if word not in SAID_ANYWAY)
    pairs = tuple(pair for pair in query.pairs if not SAID_ANYWAY.issuperset(pair.split("_")))
    return replace(query, words=telling, pairs=pairs if telling else ())


def _suggestion(hit):
    return Suggestion(title=_plain(hit.title), url=hit.url, source=_source(hit))


def _plain(marked):
    return unescape(strip_tags(marked)).strip()


def _source(hit):
    """What kind of page it is and, of a document, what is in force: "Văn bản · Còn hiệu lực"."""
    kind = f"{hit.kind[:1].upper()}{hit.kind[1:]}"
    return f"{kind} · {hit.state}" if hit.state else kind
