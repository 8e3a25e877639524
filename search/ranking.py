"""The second look at an engine's best candidates: what an index of folded words cannot weigh."""

from .numbers import number_forms
from .text import fold, pairs, spans

RERANKED = 100  # candidates; a multiple of the page size, so that pages neither repeat nor skip a result
WHOLE_NUMBER, NUMBER_PART = 100.0, 50.0
TITLE_PAIRS, TITLE_WORDS, TITLE_BEGINS, EXACT_MARKS = 0.6, 0.4, 0.3, 0.4  # beside an engine's score of 0 to 1


def rerank(hits, titles, query):
    """Entry ids, the best first. `hits` are (id, score), `titles` {id: (title, document number, published or None)},
    the titles normalised, as entries hold them.

    Newer stands first among equals.
    """
    scores = _levelled(hits)
    ids = [pk for pk, _score in hits if pk in titles]
    bonus = {pk: _bonus(titles[pk][0], titles[pk][1], query) for pk in ids}
    return sorted(ids, key=lambda pk: (-round(scores[pk] + bonus[pk], 3), _age(titles[pk][2]), -pk))


def _levelled(hits):
    """The engine's scores brought to 0..1, the best being 1; engines differ in their units."""
    best = max((score for _pk, score in hits), default=0) or 1
    return {pk: score / best for pk, score in hits}


def _age(published):
    return -published.toordinal() if published else 0


def _bonus(title, doc_number, query):
    every = spans(title)
    title_words = [word for word, _start, _end in every]
    return (
        _number_bonus(doc_number, query)
        + TITLE_PAIRS * _share(query.pairs, pairs(title_words))
        + TITLE_WORDS * _share(query.words, title_words)
        + TITLE_BEGINS * fold(title).startswith(fold(query.text))
        + EXACT_MARKS * _share(query.exact, [title[start:end].lower() for _word, start, end in every])
    )


def _number_bonus(doc_number, query):
    forms = number_forms(doc_number) if query.numbers else []
    if forms and forms[-1] in query.numbers:
        return WHOLE_NUMBER
    return NUMBER_PART if set(forms) & set(query.numbers) else 0.0


def _share(asked, present):
    return len(set(asked) & set(present)) / len(asked) if asked else 0.0
