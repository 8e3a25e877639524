"""The ledger is written once, chained per portal, and every way of tampering with it shows."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from compliance.chain import GENESIS, Link, breaks, chained, digest
from compliance.models import AppendOnlyError, EvidenceSet, LedgerEntry, ScoreSheet
from compliance.proving import verify
from tenants.scoping import platform_scope, portal_scope

from .planting import plant_news, scored

TABLES = ("compliance_ledgerentry", "compliance_evidenceset", "compliance_scoresheet")


# --- the arithmetic -------------------------------------------------------------------------------
def a_chain(length):
    links, previous = [], GENESIS
    for sequence in range(1, length + 1):
        content = {"points": sequence}
        link = Link(sequence, previous, chained(previous, content), content)
        links.append(link)
        previous = link.entry_hash
    return links


def test_an_untouched_chain_holds():
    assert list(breaks(a_chain(5))) == []
    assert list(breaks([])) == []


def changed(links):
    return [*links[:2], replace(links[2], content={"points": 99}), *links[3:]]


def rewritten(links):
    """Changed together with its own hash."""
    content = {"points": 99}
    again = chained(links[2].previous_hash, content)
    return [*links[:2], replace(links[2], content=content, entry_hash=again), *links[3:]]


def exchanged(links):
    return [links[1], links[0], *links[2:]]


@pytest.mark.parametrize(
    ("tamper", "faults"),
    [
        (changed, [(3, "content")]),
        (rewritten, [(4, "order")]),  # the next entry betrays it
        (lambda links: links[:2] + links[3:], [(4, "gap"), (4, "order")]),
        (lambda links: links[1:], [(2, "gap"), (2, "order")]),
        (exchanged, [(2, "gap"), (2, "order"), (1, "gap"), (1, "order"), (3, "gap"), (3, "order")]),
    ],
)
def test_every_change_breaks_the_chain(tamper, faults):
    assert [(found.sequence, found.fault) for found in breaks(tamper(a_chain(5)))] == faults


def test_the_digest_does_not_depend_on_the_order_of_keys():
    assert digest({"a": 1, "b": [2, "đ"]}) == digest({"b": [2, "đ"], "a": 1})
    assert digest([1, 2]) != digest([2, 1])


# --- what is written --------------------------------------------------------------------------------
@pytest.fixture
def ledger(a, b):
    plant_news(a, weeks=[11, 12])
    plant_news(b, weeks=[1])
    scored(a, b)
    scored(a, b)


def entries(portal):
    with portal_scope([portal]):
        return list(LedgerEntry.objects.filter(portal=portal).order_by("sequence"))


def faults(*portals):
    return [(proof.portal.slug, found.sequence, found.fault) for proof in verify(portals) for found in proof.breaks]


def test_each_portal_has_its_own_chain_through_all_runs(ledger, a, b):
    for portal in (a, b):
        rows = entries(portal)
        assert [row.sequence for row in rows] == list(range(1, 2 * 26 + 1))
        assert rows[0].previous_hash == GENESIS
        assert [row.previous_hash for row in rows[1:]] == [row.entry_hash for row in rows[:-1]]
    assert {row.entry_hash for row in entries(a)}.isdisjoint({row.entry_hash for row in entries(b)})


def test_an_untouched_ledger_is_proved(ledger, a, b):
    assert [(proof.portal.slug, proof.entries, proof.breaks) for proof in verify([a, b])] == [
        ("xa-a", 52, ()),
        ("xa-b", 52, ()),
    ]


def test_a_sheet_remembers_where_the_chain_stood(ledger, a):
    with portal_scope([a]):
        sheets = list(ScoreSheet.objects.filter(portal=a).order_by("pk"))
    rows = entries(a)
    assert [(sheet.entries, sheet.last_sequence, sheet.head_hash) for sheet in sheets] == [
        (26, 26, rows[25].entry_hash), (26, 52, rows[51].entry_hash),
    ]  # fmt: skip


def test_the_same_evidence_is_kept_once(ledger, a):
    with portal_scope([a]):
        kept = EvidenceSet.objects.filter(portal=a)
        assert kept.count() == len({row.evidence_id for row in entries(a)})
        first, second = (row for row in entries(a) if row.criterion == "C17")
    assert first.evidence_id == second.evidence_id


def test_without_a_scope_nobody_reads_the_ledger(ledger):
    assert (LedgerEntry.objects.count(), EvidenceSet.objects.count(), ScoreSheet.objects.count()) == (0, 0, 0)


def test_in_the_scope_of_one_portal_the_other_has_no_entries(ledger, a, b):
    with portal_scope([a]):
        assert LedgerEntry.objects.filter(portal=b).count() == 0
        assert LedgerEntry.objects.count() == 52


# --- refused in the model layer -----------------------------------------------------------------------
def test_models_refuse_to_change_or_delete(ledger, a):
    row = entries(a)[0]
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        row.delete()
    with platform_scope():
        for model in (LedgerEntry, EvidenceSet, ScoreSheet):
            with pytest.raises(AppendOnlyError):
                model.objects.all().delete()
        with pytest.raises(AppendOnlyError):
            LedgerEntry.objects.update(half_points=0)
        with pytest.raises(AppendOnlyError):
            LedgerEntry.objects.bulk_update([row], ["half_points"])


# --- refused by the database --------------------------------------------------------------------------
def run_sql(statement, *params):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, params)


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_change_a_row(ledger, table):
    with pytest.raises(DatabaseError, match="never changed"):
        run_sql(f"UPDATE {table} SET portal_id = portal_id")


@pytest.mark.parametrize("table", TABLES)
def test_postgresql_refuses_to_delete_a_row(ledger, table):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite cannot tell a deletion from the emptying of a test database; verify_ledger finds it")
    with pytest.raises(DatabaseError, match="never changed or deleted"):
        run_sql(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "values",
    [
        {"half_points": 9, "max_half_points": 8},
        {"state": "unmeasured", "half_points": 1},
        {"state": "guessed"},
        {"sequence": 0},
        {"sequence": 1},  # taken
    ],
)
def test_the_database_refuses_entries_that_cannot_be(ledger, a, values):
    row = entries(a)[0]
    row.pk, row.criterion, row.entry_hash, row.sequence = None, "X99", "f" * 64, 999
    for name, value in values.items():
        setattr(row, name, value)
    with platform_scope(), pytest.raises(IntegrityError), transaction.atomic():
        LedgerEntry.objects.bulk_create([row])


# --- tampering past every lock ------------------------------------------------------------------------
@pytest.fixture
def unlocked(ledger):
    """Somebody with the keys of the database takes the triggers away first."""
    for table in TABLES:
        on = f" ON {table}" if connection.vendor == "postgresql" else ""
        run_sql(f"DROP TRIGGER {table}_append_only{on}")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("half_points", 8),
        ("max_half_points", 10),
        ("criterion", "C99"),
        ("rule", "kindness/1"),
        ("numerator", 12),
        ("reasons", "[]"),
        ("pack", "info_other"),
    ],
)
def test_a_changed_entry_breaks_the_chain_of_its_portal_alone(unlocked, a, b, column, value):
    victim = next(row for row in entries(a) if row.criterion == "C17")
    run_sql(f"UPDATE compliance_ledgerentry SET {column} = %s WHERE id = %s", value, victim.pk)
    assert faults(a, b) == [("xa-a", victim.sequence, "content")]


def test_changed_evidence_breaks_every_entry_that_rests_on_it(unlocked, a, b):
    row = next(row for row in entries(a) if row.criterion == "C17")
    run_sql("UPDATE compliance_evidenceset SET items = %s WHERE id = %s", "[]", row.evidence_id)
    assert [(slug, fault) for slug, _sequence, fault in faults(a, b)] == [("xa-a", "content")] * 2


def test_a_changed_moment_of_scoring_breaks_the_chain(unlocked, a, b):
    first = "(SELECT MIN(id) FROM compliance_scoringrun)"
    run_sql(f"UPDATE compliance_scoringrun SET first_day = '2023-01-01' WHERE id = {first}")
    assert len(faults(a, b)) == 2 * 26


def test_a_removed_entry_shows(unlocked, a, b):
    run_sql("DELETE FROM compliance_ledgerentry WHERE id = %s", entries(a)[10].pk)
    assert faults(a, b) == [("xa-a", 12, "gap"), ("xa-a", 12, "order")]


def test_a_cut_tail_shows_too(unlocked, a, b):
    run_sql("DELETE FROM compliance_ledgerentry WHERE id = %s", entries(a)[-1].pk)
    assert faults(a, b) == [("xa-a", 52, "cut")]


def test_entries_of_two_portals_cannot_be_exchanged(unlocked, a, b):
    mine, theirs = entries(a)[3], entries(b)[3]
    run_sql("UPDATE compliance_ledgerentry SET sequence = 900 WHERE id = %s", mine.pk)
    run_sql("UPDATE compliance_ledgerentry SET portal_id = %s WHERE id = %s", a.pk, theirs.pk)
    assert {slug for slug, _sequence, _fault in faults(a, b)} == {"xa-a", "xa-b"}
