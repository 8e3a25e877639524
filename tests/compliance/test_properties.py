"""What must hold whatever the numbers: more work never costs points, and nothing depends on the order of rows."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.chain import GENESIS, Link, breaks, chained, digest
from compliance.working_days import is_working_day, within_working_days

from .making import a_document, a_page, a_post, a_window, facts, points

DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2024, 3, 22))
ANY_DAY = st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 12, 31))
NEWS = st.lists(DAYS, max_size=30)
VOLUME = {"weeks_points": 12, "items_points": 8, "quota": 30}


def news(days):
    return facts(news=tuple(a_page(number, day) for number, day in enumerate(days)))


def documents(kinds):
    """`kinds`: one (complete, in time) for each document."""
    return facts(
        documents=tuple(
            a_document(
                number,
                day=(3, 12),
                issued=date(2024, 3, 11) if in_time else date(2024, 1, 2),
                missing=() if complete else ["thieu_tep"],
            )
            for number, (complete, in_time) in enumerate(kinds)
        )
    )


KINDS = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30)


# --- more work never costs points ---------------------------------------------------------------------
@settings(deadline=None)
@given(days=NEWS, more=DAYS)
def test_one_more_article_never_costs_a_point(days, more):
    for rule, params in (("news_frequency", {}), ("news_volume", VOLUME)):
        before, after = (points(rule, 20, news(found), **params)[0] for found in (days, [*days, more]))
        assert after >= before


@settings(deadline=None)
@given(kinds=KINDS)
def test_one_more_good_document_never_costs_a_point(kinds):
    for rule in ("document_attributes", "document_timeliness"):
        before, after = (points(rule, 20, documents(found))[0] for found in (kinds, [*kinds, (True, True)]))
        assert after >= before


@settings(deadline=None)
@given(kinds=KINDS.filter(bool))
def test_completing_a_document_never_costs_a_point(kinds):
    completed = [(True, in_time) for _complete, in_time in kinds]
    assert points("document_attributes", 20, documents(completed))[0] == 20
    assert points("document_timeliness", 20, documents(completed)) == points(
        "document_timeliness", 20, documents(kinds)
    )


@settings(deadline=None)
@given(lengths=st.lists(st.integers(0, 400), min_size=1, max_size=8))
def test_completing_a_leader_never_costs_a_point(lengths):
    def score(found):
        leaders = tuple(a_post(number, biography_length=length) for number, length in enumerate(found))
        return points("leaders", 6, facts(posts=leaders))[0]

    assert score([200, *lengths[1:]]) >= score([0, *lengths[1:]])


# --- nothing depends on the order of rows -------------------------------------------------------------
@settings(deadline=None)
@given(days=NEWS, data=st.data())
def test_the_order_of_articles_is_of_no_account(days, data):
    shuffled = data.draw(st.permutations(days))
    assert points("news_frequency", 5, news(days)) == points("news_frequency", 5, news(shuffled))


@settings(deadline=None)
@given(kinds=KINDS, data=st.data())
def test_the_order_of_documents_is_of_no_account(kinds, data):
    shuffled = data.draw(st.permutations(kinds))
    for rule in ("document_attributes", "document_timeliness"):
        given_points, again = (points(rule, 5, documents(found))[:3] for found in (kinds, shuffled))
        assert given_points == again


# --- numbers that must agree ----------------------------------------------------------------------------
@settings(deadline=None)
@given(days=NEWS, ends=DAYS)
def test_active_weeks_are_never_more_than_weeks(days, ends):
    _score, active, weeks, _reasons = points("news_frequency", 5, news(days), window=a_window(ends=ends))
    assert 0 <= active <= weeks
    assert weeks == (ends - date(2024, 1, 1)).days // 7 + 1  # 1 January 2024 is a Monday


@settings(deadline=None)
@given(kinds=KINDS)
def test_numerators_are_what_a_person_would_count(kinds):
    assert points("document_attributes", 5, documents(kinds))[1:3] == (sum(kind[0] for kind in kinds), len(kinds))
    assert points("document_timeliness", 5, documents(kinds))[1:3] == (sum(kind[1] for kind in kinds), len(kinds))


# --- working days -----------------------------------------------------------------------------------------
@given(start=ANY_DAY, days=st.integers(0, 40), limit=st.integers(1, 20))
def test_working_days_are_counted_one_by_one(start, days, limit):
    """Against the plainest way to count."""
    end = start + timedelta(days=days)
    used = sum(is_working_day(start + timedelta(days=number)) for number in range(1, days + 1))
    assert within_working_days(start, end, limit=limit) is (used <= limit)


@given(start=ANY_DAY, days=st.integers(0, 40), limit=st.integers(1, 20))
def test_an_earlier_publication_is_never_later(start, days, limit):
    if within_working_days(start, start + timedelta(days=days), limit=limit):
        assert all(within_working_days(start, start + timedelta(days=fewer), limit=limit) for fewer in range(days))


# --- the chain --------------------------------------------------------------------------------------------
CONTENTS = st.lists(st.dictionaries(st.text(max_size=5), st.integers(), max_size=3), min_size=2, max_size=8)


def chain_of(contents):
    links, previous = [], GENESIS
    for sequence, content in enumerate(contents, start=1):
        links.append(Link(sequence, previous, chained(previous, content), content))
        previous = links[-1].entry_hash
    return links


@given(contents=CONTENTS)
def test_a_chain_as_it_was_written_always_holds(contents):
    assert list(breaks(chain_of(contents))) == []


@given(contents=CONTENTS, data=st.data())
def test_an_entry_taken_out_of_a_chain_always_shows(contents, data):
    links = chain_of(contents)
    removed = data.draw(st.integers(0, len(links) - 2))  # the last one is what the sheet is for
    assert list(breaks(links[:removed] + links[removed + 1 :]))


@given(contents=CONTENTS, data=st.data())
def test_an_entry_with_another_content_always_shows(contents, data):
    links = chain_of(contents)
    victim = data.draw(st.integers(0, len(links) - 1))
    link = links[victim]
    links[victim] = Link(link.sequence, link.previous_hash, link.entry_hash, {**link.content, "added": 1})
    assert [found.fault for found in breaks(links)] == ["content"]


@given(
    one=st.dictionaries(st.text(max_size=3), st.integers()), other=st.dictionaries(st.text(max_size=3), st.integers())
)
def test_different_contents_have_different_digests(one, other):
    assert (digest(one) == digest(other)) is (one == other)
