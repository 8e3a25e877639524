"""What is in force follows from relations, dates and what is stated, on every way a document comes and goes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cms.pages.legal.force import derive
from cms.pages.models import LegalDocumentPage
from cms.pages.tasks import derive_force
from tenants.clock import TIMETABLE
from tests.factories import make_document, publish
from tests.factories.documents import act, force_of, make_acting

TODAY = date(2026, 6, 15)


def _stays(b):
    """A document of another portal, of the same number, that nothing of all this may touch."""
    return make_document(b, number="1/QĐ-UBND")


@pytest.mark.parametrize(
    ("kind", "partial", "force"),
    [
        ("repeals", False, "expired"),
        ("replaces", False, "expired"),
        ("repeals", True, "partly"),
        ("replaces", True, "partly"),
        ("amends", False, "partly"),
        ("amends", True, "partly"),
        ("guides", False, "in_force"),
        ("guides", True, "in_force"),
    ],
)
def test_what_others_do_decides(a, b, kind, partial, force):
    target, theirs = make_document(a), _stays(b)
    make_acting(a, kind, target, partial=partial)
    assert (force_of(target), force_of(theirs)) == (force, "in_force")


@pytest.mark.parametrize(("kind", "partial"), [("repeals", False), ("replaces", True), ("amends", False)])
def test_nothing_ends_on_a_day_that_nobody_knows(a, b, kind, partial):
    target, theirs = make_document(a), _stays(b)
    source = make_acting(a, kind, target, partial=partial, effective_date=None, effective_precision="unknown")
    assert (force_of(target), force_of(source), force_of(theirs)) == ("in_force", "unknown", "in_force")
    source.effective_date, source.effective_precision = date(2024, 1, 1), "year"
    publish(source)
    assert (force_of(target), force_of(theirs)) == ("partly" if partial or kind == "amends" else "expired", "in_force")


def test_an_amendment_that_took_nothing_away_is_stated(a, b):
    target, theirs = make_document(a, stated_force="in_force"), make_document(b, stated_force="in_force")
    make_acting(a, "amends", target)
    make_acting(b, "repeals", theirs, partial=True)
    assert (force_of(target), force_of(theirs)) == ("in_force", "partly")


def test_a_draft_does_nothing(a, b):
    target = make_document(a)
    make_acting(a, "repeals", target, live=False)
    make_acting(b, "repeals", _stays(b))
    assert force_of(target) == "in_force"


def test_a_document_acts_from_the_day_on_which_it_takes_effect(a, b):
    target, theirs = make_document(a), _stays(b)
    tomorrow = timezone.localdate() + timedelta(days=1)
    make_acting(a, "repeals", target, effective_date=tomorrow, effective_precision="day")
    assert force_of(target) == "in_force"
    assert derive(today=tomorrow) == 2  # the target, and the one that is pending no more
    assert (force_of(target), force_of(theirs)) == ("expired", "in_force")


@pytest.mark.parametrize(
    ("effective", "expiry", "force"),
    [
        (("2026-06-15", "day"), None, "in_force"),
        (("2026-06-16", "day"), None, "pending"),
        (("2026-06-30", "month"), None, "in_force"),
        (("2026-07-01", "month"), None, "pending"),
        (("2026-12-31", "year"), None, "in_force"),
        (("2027-01-01", "year"), None, "pending"),
        (None, None, "unknown"),
        (("2020-01-01", "day"), ("2026-06-14", "day"), "expired"),
        (("2020-01-01", "day"), ("2026-06-15", "day"), "in_force"),
        (("2020-01-01", "day"), ("2026-06-01", "month"), "in_force"),
        (("2020-01-01", "day"), ("2026-05-31", "month"), "expired"),
        (("2020-01-01", "day"), ("2026-01-01", "year"), "in_force"),
        (("2020-01-01", "day"), ("2025-01-01", "year"), "expired"),
        (None, ("2025-01-01", "day"), "expired"),
    ],
)
def test_its_own_dates_decide_as_far_as_they_are_known(a, b, effective, expiry, force):
    values = {}
    for name, known in (("effective", effective), ("expiry", expiry)):
        values |= {f"{name}_date": known and date.fromisoformat(known[0])}
        values |= {f"{name}_precision": known[1] if known else "unknown"}
    page, theirs = make_document(a, **values), _stays(b)
    derive(today=TODAY)
    assert (force_of(page), force_of(theirs)) == (force, "in_force")


@pytest.mark.parametrize(
    ("stated", "dates", "force"),
    [
        ("in_force", {}, "in_force"),
        ("partly", {}, "partly"),
        ("expired", {}, "expired"),
        ("in_force", {"effective_date": None, "effective_precision": "unknown"}, "in_force"),
        ("in_force", {"effective_date": date(2099, 1, 1)}, "in_force"),
        ("in_force", {"expiry_date": date(2020, 1, 1), "expiry_precision": "day"}, "expired"),
        ("partly", {"effective_date": date(2099, 1, 1)}, "partly"),
        ("", {"effective_date": date(2099, 1, 1)}, "pending"),
    ],
)
def test_of_what_is_stated_and_derived_the_worse_wins(a, b, stated, dates, force):
    page, theirs = make_document(a, stated_force=stated, **dates), _stays(b)
    assert (force_of(page), force_of(theirs)) == (force, "in_force")


def test_what_was_repealed_by_mistake_is_back_when_the_mistake_goes(a, b):
    target, theirs = make_document(a), _stays(b)
    mistake = make_acting(a, "repeals", target)
    make_acting(b, "repeals", theirs)
    mistake.unpublish()
    assert (force_of(target), force_of(theirs)) == ("in_force", "expired")
    publish(LegalDocumentPage.objects.get(pk=mistake.pk))
    assert force_of(target) == "expired"
    LegalDocumentPage.objects.get(pk=mistake.pk).delete()
    assert force_of(target) == "in_force"


def test_a_relation_that_an_editor_takes_out_frees_its_target(a, b):
    target, theirs = make_document(a), _stays(b)
    source = make_acting(a, "repeals", target)
    source.relations = []
    publish(source)
    assert (force_of(target), force_of(theirs)) == ("in_force", "in_force")


def test_a_repeal_outlives_the_document_that_brought_it(a, b):
    first = make_document(a, title="Đầu")
    second = make_acting(a, "repeals", first, title="Giữa")
    make_acting(a, "repeals", second, title="Cuối")
    theirs = _stays(b)
    assert [force_of(page) for page in (first, second, theirs)] == ["expired", "expired", "in_force"]


def test_two_that_repeal_one_another_end_somewhere(a, b):
    one = make_document(a)
    two = make_acting(a, "repeals", one)
    act(one, "repeals", two)
    _stays(b)
    assert {force_of(one), force_of(two)} == {"expired"}


def test_an_alias_says_what_its_original_says_and_acts_for_nobody(a, b):
    target = make_document(a)
    alias = target.create_alias(update_slug="ban-song-hanh")
    source = make_acting(a, "amends", target)
    source.create_alias(update_slug="nguon-song-hanh")
    theirs = _stays(b)
    assert [force_of(page) for page in (target, alias, theirs)] == ["partly", "partly", "in_force"]
    source.unpublish()
    assert force_of(alias) == "in_force"


def test_an_old_revision_does_not_bring_back_an_old_force(a, b):
    target, theirs = make_document(a), _stays(b)
    old = target.latest_revision
    make_acting(a, "repeals", target)
    old.publish()
    assert (force_of(target), force_of(theirs)) == ("expired", "in_force")


def test_the_night_writes_only_what_changed(a, b):
    ending = {"expiry_date": timezone.localdate(), "expiry_precision": "day"}
    pages = [make_document(portal, **ending) for portal in (a, b)]
    make_document(a)
    make_document(b)
    assert derive(today=timezone.localdate()) == 0
    assert derive(today=timezone.localdate() + timedelta(days=1)) == 2
    assert [force_of(page) for page in pages] == ["expired", "expired"]


def test_the_clock_knows_the_nightly_task(a, b):
    assert derive_force in [due.task for due in TIMETABLE]
    pages = [make_document(portal) for portal in (a, b)]
    LegalDocumentPage.objects.update(force="unknown")
    derive_force.call()
    assert [force_of(page) for page in pages] == ["in_force", "in_force"]
