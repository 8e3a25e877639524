"""Whatever dates and statements say: what a live document ends is never in force."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.pages.legal.force import derive
from cms.pages.models import DocumentRelation, LegalDocumentPage
from tests.factories import make_document
from tests.factories.documents import force_of, make_acting

TODAY = date(2026, 6, 15)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
DATES = st.one_of(st.just((None, "unknown")), st.tuples(DAYS, st.sampled_from(["day", "month", "year"])))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=DATES, expiry=DATES, effective=DATES, stated=st.sampled_from(["", "in_force", "partly", "expired"]),
       kind=st.sampled_from(["repeals", "replaces", "amends", "guides"]), partial=st.booleans(), live=st.booleans(),
       today=DAYS)  # fmt: skip
def test_what_a_live_document_ends_is_never_in_force(pair, own, expiry, effective, stated, kind, partial, live, today):
    source, target, theirs = pair
    rows = LegalDocumentPage._base_manager
    rows.filter(pk=source.pk).update(effective_date=effective[0], effective_precision=effective[1], live=live)
    rows.filter(pk=target.pk).update(
        effective_date=own[0], effective_precision=own[1], stated_force=stated,
        expiry_date=expiry[0], expiry_precision=expiry[1],
    )  # fmt: skip
    DocumentRelation.objects.filter(source=source).update(kind=kind, is_partial=partial)
    derive(today=today)
    force = force_of(target)
    acts = live and effective[1] != "unknown" and _begun(effective, today)
    ends = acts and kind in ("repeals", "replaces") and not partial
    if ends or stated == "expired" or _over(expiry, today):
        assert force == "expired"
    else:
        assert force != "expired"
    if acts and kind == "amends":
        assert force != "in_force" or stated == "in_force"
    if force == "pending":
        assert not _begun(own, today) and not stated
    assert force_of(theirs) == "in_force"
    assert derive(today=today) == 0  # a second look changes nothing


def _begun(known, today):
    day, precision = known
    first = {"month": lambda: day.replace(day=1), "year": lambda: day.replace(month=1, day=1)}
    return precision == "unknown" or first.get(precision, lambda: day)() <= today


def _over(known, today):
    day, precision = known
    return {
        "unknown": lambda: False,
        "day": lambda: day < today,
        "month": lambda: (day.year, day.month) < (today.year, today.month),
        "year": lambda: day.year < today.year,
    }[precision]()


@pytest.fixture
def pair(a, b):
    target = make_document(a)
    return make_acting(a, "repeals", target), target, make_document(b, effective_date=date(2020, 1, 1))
