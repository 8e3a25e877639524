"""SQLite: one FTS5 table beside the entries, its row ids are theirs.

The words are folded and joined by spaces before they get here, so the plain `ascii` tokenizer sees exactly ours.
Portal and language are words of the column `place`, and so is that an entry is a question: the filter is one more word
to intersect, not a join.
"""

from django.db import connection

from cms.pages.bilingual.language import SOURCE
from search.terms import entry_terms, number_terms, own_number_terms

QUESTION = "question"
NEWEST, NEWEST_TITLES = 2_000, 500  # matches that are ranked; ranking one costs far more than finding it

# Row ids grow, so the highest are the newest. The weights are those of the columns, in their order; FTS5 ranks
# downwards. The plus keeps it from looking each row id up by itself.
CHOSEN = "SELECT rowid FROM search_fts WHERE search_fts MATCH %s {0} ORDER BY rowid DESC LIMIT %s"
FIND = """SELECT rowid, -bm25(search_fts, 0, 6, 1, 2, 20) AS score FROM search_fts WHERE search_fts MATCH %s
    AND +rowid IN (SELECT * FROM ({0}) UNION SELECT * FROM ({0}))
    ORDER BY score DESC, rowid DESC LIMIT %s OFFSET %s"""
COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_fts WHERE search_fts MATCH %s {0} LIMIT %s)"
# What is found in Vietnamese by its number gives way to the page's own entry in the language asked for.
UNTRANSLATED = """AND NOT EXISTS (
    SELECT 1 FROM search_searchentry source JOIN search_searchentry translated USING (page_number)
    WHERE source.id = search_fts.rowid AND source.lang = %s AND translated.lang = %s AND NOT translated.deleted)"""


def index(entries):
    rows = [_row(entry) for entry in entries]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM search_fts WHERE rowid = %s", [row[:1] for row in rows])
        cursor.executemany(
            "INSERT INTO search_fts (rowid, place, title, body, pairs, numbers) VALUES (%s, %s, %s, %s, %s, %s)", rows
        )


def remove(uids):
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM search_fts WHERE rowid = (SELECT id FROM search_searchentry WHERE uid = %s)",
            [(uid,) for uid in uids],
        )


def tidy():
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM search_fts WHERE rowid NOT IN (SELECT id FROM search_searchentry WHERE NOT deleted)"
        )


def find(query, *, scope, lang, limit, offset=0, loose=False):
    match = _match(query, scope, lang, loose)
    titles = f"{match} AND title : ({_joined(query.words, ' AND ')})"
    only, languages = _only(query, lang)
    chosen = [match, *languages, NEWEST, titles, *languages, NEWEST_TITLES]
    return _rows(FIND.format(CHOSEN.format(only)), [match + _raising(query, lang), *chosen, limit, offset])


def count(query, *, scope, lang, most, loose=False):
    only, languages = _only(query, lang)
    return _rows(COUNT.format(only), [_match(query, scope, lang, loose), *languages, most])[0][0]


def _rows(sql, parameters):
    with connection.cursor() as cursor:
        return cursor.execute(sql, parameters).fetchall()


def _row(entry):
    terms = entry_terms(entry)
    texts = (terms.title, terms.body, terms.title_pairs + terms.body_pairs, terms.numbers)
    kind = f" {QUESTION}" if entry.question_number else ""
    return (entry.pk, f"p{entry.portal_id} {entry.lang}{kind}", *map(" ".join, texts))


def _match(query, scope, lang, loose):
    """The FTS5 expression of what is found."""
    wanted = [f"{{title body}} : ({_joined(query.words, ' AND ')})"]
    if query.numbers:
        wanted.append(f"numbers : ({_joined(number_terms(query), ' OR ')})")
    if loose and query.pairs:
        wanted.append(_neighbours(query))
    found = f"{_language(lang)} AND ({' OR '.join(wanted)})"
    if _asks_source(query, lang):
        found += f" OR {_language(SOURCE)} AND numbers : ({_joined(own_number_terms(query), ' OR ')})"
    parts = [f"({found})"]
    if scope.portal_ids is not None:
        parts.append(f"place : ({_joined([f'p{pk}' for pk in sorted(scope.portal_ids)] or ['nowhere'], ' OR ')})")
    if scope.questions_only:
        parts.append(f'place : "{QUESTION}"')
    return " AND ".join(parts)


def _raising(query, lang):
    """A condition that is always true: neighbouring words do not decide what is found, but they raise its rank."""
    languages = f"place : ({_joined([lang, SOURCE], ' OR ')})"
    return f" AND ({languages} OR {_neighbours(query)})" if query.pairs else ""


def _only(query, lang):
    """(SQL, its parameters) that keeps Vietnamese entries from standing beside those in the language asked for."""
    return (UNTRANSLATED, [SOURCE, lang]) if _asks_source(query, lang) else ("", [])


def _asks_source(query, lang):
    return bool(query.numbers) and lang != SOURCE


def _language(lang):
    return f'place : "{lang}"'


def _neighbours(query):
    return f"pairs : ({_joined(query.pairs, ' OR ')})"


def _joined(terms, operator):
    return operator.join(f'"{term}"' for term in terms)
