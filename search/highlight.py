"""Where a query's words stand in a text: the best passage, and the words marked in it, as safe HTML."""

from django.utils.html import format_html, format_html_join

from .text import normalise, spans

READ = 20_000  # characters of a text that are looked through
PASSAGE = 240  # characters
LEAD_IN = 60  # characters shown before the first word found
WINDOWS = 60  # words found that are tried as the first of a passage, and that are counted in it


def marked(text, query):
    """The whole text, the query's words in <mark>. Everything else is escaped."""
    text = normalise(text)
    return _marked(text, found_spans(text, query))


def passage(text, query):
    """The part of the text that holds most of the query's words, marked; its beginning if it holds none."""
    text = normalise(text[:READ])
    found = found_spans(text, query)
    start, end = _best_window(text, found)
    inside = [(word, a - start, b - start) for word, a, b in found if start <= a and b <= end]
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return format_html("{}{}{}", before, _marked(text[start:end], inside), after)


def found_spans(normalised, query):
    """(folded word, start, end) of the words found, in order.

    A word that stands here as it was typed, marks included, hides its doubles with other marks. Words side by side
    as in the query hide the same words alone: "đạt" is not "đất đai".
    """
    every = spans(normalised)
    hits = [place for place, (word, _start, _end) in enumerate(every) if word in query.words]
    exact = {place for place in hits if normalised[slice(*every[place][1:])].lower() in query.exact}
    hits = _preferring(hits, every, exact)
    hits = _preferring(hits, every, _paired(every, hits, query))
    return [every[place] for place in hits]


def _preferring(hits, every, better):
    """Without the hits of words that also occur among the better ones."""
    hidden = {every[place][0] for place in better}
    return [place for place in hits if place in better or every[place][0] not in hidden]


def _paired(every, hits, query):
    """Places of hits whose neighbour completes one of the query's pairs."""
    known, paired = set(hits), set()
    for place in hits:
        if place + 1 in known and f"{every[place][0]}_{every[place + 1][0]}" in query.pairs:
            paired |= {place, place + 1}
    return paired


def _best_window(text, found):
    """(start, end) of the passage with most different words, the earliest of equals; ends at spaces."""
    best, first = 0, 0
    for place, (_word, start, _end) in enumerate(found[:WINDOWS]):
        near = found[place : place + WINDOWS]
        count = len({word for word, _start, end in near if end <= start + PASSAGE - LEAD_IN})
        if count > best:
            best, first = count, start
    start = max(0, first - LEAD_IN)
    if start:
        start = text.find(" ", start, first) + 1 or first
    end = start + PASSAGE
    if end < len(text):
        end = text.rfind(" ", first + 1, end) if " " in text[first + 1 : end] else end
    return start, min(end, len(text))


def _marked(text, found):
    pieces, done = [], 0
    for start, end in _merged(text, found):
        pieces += [text[done:start], format_html("<mark>{}</mark>", text[start:end])]
        done = end
    return format_html_join("", "{}", [(piece,) for piece in [*pieces, text[done:]]])


def _merged(text, found):
    """Marks with nothing but space between them become one."""
    merged = []
    for _word, start, end in found:
        if merged and text[merged[-1][1] : start].isspace():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
