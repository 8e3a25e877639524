"""PostgreSQL: two tsvector columns beside each entry, unknown to the model: `tsv` words and numbers, `tb` pairs.

The vectors are written out here, word by word: no text search configuration and no parser of the server's has a
say in what a word is.
"""

from django.db import connection

from cms.pages.bilingual.language import SOURCE
from search.terms import entry_terms, number_terms, own_number_terms

WEIGHTS = "{0.1, 0.2, 0.4, 1.0}"  # D (body), C, B, A (title)
POSITIONS = 16  # kept for a word; more hardly change its rank
LAST_POSITION = 16_383  # the type's own limit
NEWEST, NEWEST_TITLES = 2_000, 500  # matches that are ranked: what keeps a word that stands everywhere quick

MATCHING = """SELECT id FROM search_searchentry AS entry
    WHERE NOT deleted AND (lang = %(lang)s AND {match} {by_number}) {portals} {kinds}"""
# A page without a living entry in the language asked for is found in Vietnamese by its number.
BY_NUMBER = """OR lang = %(source)s AND tsv @@ %(own_numbers)s::tsquery AND NOT EXISTS (
    SELECT 1 FROM search_searchentry AS translated
    WHERE translated.page_number = entry.page_number AND translated.lang = %(lang)s AND NOT translated.deleted)"""
FIND = """WITH chosen AS (
        ({matching} ORDER BY published DESC NULLS LAST, id DESC LIMIT %(newest)s)
        UNION ({matching} AND tsv @@ %(titles)s::tsquery ORDER BY published DESC NULLS LAST, id DESC LIMIT %(more)s))
    SELECT id, ts_rank(%(weights)s::real[], tsv, %(words)s::tsquery, 1)
        + 3 * ts_rank(%(weights)s::real[], tb, %(pairs)s::tsquery, 1)
        + 10 * (tsv @@ %(numbers)s::tsquery)::int AS score
    FROM search_searchentry JOIN chosen USING (id) ORDER BY score DESC, id DESC LIMIT %(limit)s OFFSET %(offset)s"""
COUNT = "SELECT count(*) FROM ({matching} LIMIT %(most)s) AS counted"


def index(entries):
    rows = [(*_vectors(entry), entry.pk) for entry in entries]
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE search_searchentry SET tsv = %s::tsvector, tb = %s::tsvector WHERE id = %s", rows)


def remove(uids):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_searchentry SET tsv = NULL, tb = NULL WHERE uid = ANY(%s)", [list(uids)])


def tidy():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_searchentry SET tsv = NULL, tb = NULL WHERE deleted AND tsv IS NOT NULL")


def find(query, *, scope, lang, limit, offset=0, loose=False):
    window = {"newest": NEWEST, "more": NEWEST_TITLES, "limit": limit, "offset": offset}
    return _rows(FIND, query, scope, lang, loose, {**window, "weights": WEIGHTS, "titles": _titled(query)})


def count(query, *, scope, lang, most, loose=False):
    return _rows(COUNT, query, scope, lang, loose, {"most": most})[0][0]


def _rows(template, query, scope, lang, loose, more):
    match = "tsv @@ (%(words)s::tsquery || %(numbers)s::tsquery)"
    matching = MATCHING.format(
        match=f"({match} OR tb @@ %(pairs)s::tsquery)" if loose else match,
        by_number=BY_NUMBER if query.numbers and lang != SOURCE else "",
        portals="" if scope.portal_ids is None else "AND portal_id = ANY(%(portals)s)",
        kinds="AND question_number IS NOT NULL" if scope.questions_only else "",
    )
    parameters = {
        "lang": lang,
        "source": SOURCE,
        "words": _joined(query.words, " & "),
        "pairs": _joined(query.pairs, " | "),
        "numbers": _joined(number_terms(query), " | "),
        "own_numbers": _joined(own_number_terms(query), " | "),
        "portals": list(scope.portal_ids or ()),
    }
    with connection.cursor() as cursor:
        cursor.execute(template.format(matching=matching), parameters | more)
        return cursor.fetchall()


def _vectors(entry):
    terms = entry_terms(entry)
    words = _vector([(terms.title, "A"), (terms.body, "D"), (terms.numbers, "D")])
    return words, _vector([(terms.title_pairs, "A"), (terms.body_pairs, "D")])


def _vector(weighted):
    """A tsvector as text: 'lao':1A,7D 'cai':2A. Words hold letters and figures only, so nothing needs escaping."""
    places, position = {}, 0
    for terms, weight in weighted:
        for term in terms:
            position += 1
            known = places.setdefault(term, [])
            if len(known) < POSITIONS:
                known.append(f"{min(position, LAST_POSITION)}{weight}")
    return " ".join(f"'{term}':{','.join(known)}" for term, known in places.items())


def _titled(query):
    """Every word with weight A: in the title."""
    return " & ".join(f"'{word}':A" for word in query.words)


def _joined(terms, operator):
    return operator.join(f"'{term}'" for term in terms)
