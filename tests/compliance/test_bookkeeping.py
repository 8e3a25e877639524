"""How results become rows: heads of chains, evidence that is shared, and the cost of writing."""

import pytest

from compliance.bookkeeping import heads_of
from compliance.chain import GENESIS, digest
from compliance.models import EvidenceSet, LedgerEntry, ScoreSheet
from compliance.proving import verify
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_article, make_portal

from .making import at
from .planting import plant_everything, plant_news, scored

pytestmark = pytest.mark.django_db


def heads(*portals):
    with platform_scope():
        found = heads_of(list(portals))
    return {portal.slug: (found[portal.pk].sequence, found[portal.pk].hash) for portal in portals}


def test_a_portal_that_was_never_scored_begins_at_the_beginning(a, b):
    scored(b)
    assert heads(a, b)["xa-a"] == (0, GENESIS)


def test_the_head_is_the_last_entry_of_the_newest_sheet(a, b):
    scored(a, b)
    scored(a)
    with platform_scope():
        last = LedgerEntry.objects.filter(portal=a).order_by("-sequence").first()
    assert heads(a, b) == {"xa-a": (52, last.entry_hash), "xa-b": (26, heads(b)["xa-b"][1])}


def test_a_sheet_without_packs_carries_the_head_on(a, b):
    scored(a, b)
    type(a).objects.filter(pk=a.pk).update(scale="none")
    a.refresh_from_db()
    before = heads(a)
    scored(a, b)
    assert heads(a) == before
    type(a).objects.filter(pk=a.pk).update(scale="commune")
    a.refresh_from_db()
    scored(a, b)
    assert heads(a)["xa-a"][0] == 52
    assert [proof.breaks for proof in verify([a, b])] == [(), ()]


# --- evidence -----------------------------------------------------------------------------------------
def evidence_of(portal, criterion, pack="info_commune"):
    with portal_scope([portal]):
        return [
            entry.evidence
            for entry in LedgerEntry.objects.filter(portal=portal, pack=pack, criterion=criterion)
            .select_related("evidence")
            .order_by("sequence")
        ]


def test_evidence_carries_its_own_digest(a, b):
    plant_news(a, weeks=[11, 12])
    plant_news(b)
    scored(a, b)
    (kept,) = evidence_of(a, "C17")
    assert kept.digest == digest(kept.items)
    assert len(kept.items) == 2


def test_the_same_sight_is_kept_once_and_another_sight_anew(a, b):
    plant_news(a, weeks=[11])
    scored(a, b)
    scored(a, b)
    make_article(a, "Thêm", at=at((3, 21)))
    scored(a, b)
    first, second, third = evidence_of(a, "C17")
    assert (first.pk == second.pk, second.pk == third.pk) == (True, False)


def test_two_packs_of_one_portal_share_what_both_saw(department, a):
    plant_everything(department)
    plant_news(a)
    scored(department, a)
    assert evidence_of(department, "G16", "info_gov_A") == evidence_of(department, "G16", "info_gov_B")


def test_two_portals_never_share_evidence(a, b):
    """Both saw nothing, and each keeps its own nothing."""
    scored(a, b)
    (mine,), (theirs,) = evidence_of(a, "C17"), evidence_of(b, "C17")
    assert (mine.digest, mine.portal, theirs.portal) == (theirs.digest, a, b)
    assert mine.pk != theirs.pk


def test_evidence_of_posts_pages_and_sections_has_one_shape(department, a):
    plant_everything(department)
    plant_news(a)
    scored(department, a)
    with portal_scope([department]):
        items = [item for kept in EvidenceSet.objects.all() for item in kept.items]
    assert {item["kind"] for item in items} == {"page", "post", "unit", "section", "platform"}
    shape = {"kind", "id", "revision", "path", "title", "at", "counted", "notes"}
    assert all(set(item) == shape for item in items)
    assert all(item["path"].startswith("/") and item["revision"] for item in items if item["kind"] == "page")


# --- cost -----------------------------------------------------------------------------------------------
def test_writing_thirty_portals_costs_few_queries_more_than_two(a, b, django_assert_max_num_queries):
    """Only batches of rows add to it: 26 entries a portal in batches of 500."""
    scored(a, b)
    many = [a, b, *(make_portal(f"xa-{number}") for number in range(28))]
    with django_assert_max_num_queries(60) as two:
        scored(a, b)
    with django_assert_max_num_queries(len(two) + 20):
        scored(*many)


def test_a_run_writes_a_sheet_for_every_portal(a, b, province):
    run = scored(a, b, province)
    with platform_scope():
        sheets = ScoreSheet.objects.filter(run=run).values_list("portal__slug", "entries")
        assert sorted(sheets) == [("tinh", 0), ("xa-a", 26), ("xa-b", 26)]
