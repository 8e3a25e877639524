"""Criteria as data: they add up, their law is dated, and nothing uncertain is shown as law."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from django.core.checks import run_checks
from django.utils.translation import override

from compliance import checks
from compliance.packs import Basis, Instrument, PackError, load_packs, pack_named, packs_for
from compliance.packs.loading import FOLDER, load_scales
from compliance.packs.validation import faults
from compliance.rules import RULES

Q1 = date(2024, 3, 22)


def found(packs):
    return list(faults(packs, scales=load_scales(), rules=RULES))


@pytest.mark.parametrize(
    ("code", "component", "base", "bonus", "criteria"),
    [
        ("info_gov_A", "information", 50, 5, 19 + 5),
        ("info_gov_B", "information", 50, 5, 23 + 5),
        ("info_party", "information", 90, 5, 15 + 5),
        ("info_commune", "information", 50, 5, 21 + 5),
        ("qna", "questions", 15, 3, 7),
        ("online_services", "online_services", 25, 2, 6),
    ],
)
def test_every_pack_has_its_scale(code, component, base, bonus, criteria):
    pack = pack_named(code, "1")
    assert (pack.component, pack.base_max, pack.bonus_max, len(pack.criteria)) == (component, base, bonus, criteria)
    assert sum(criterion.max for criterion in pack.criteria) == base + bonus == pack.max


def test_the_packs_have_no_fault_and_the_system_check_says_so():
    assert found(load_packs()) == []
    assert [error for error in run_checks(tags=["compliance"])] == []


@pytest.mark.parametrize(
    ("scale", "codes"),
    [
        ("government", ["info_gov_A", "info_gov_B", "online_services", "qna"]),
        ("party", ["info_party"]),
        ("commune", ["info_commune"]),
        ("none", []),
    ],
)
def test_the_scale_of_a_portal_chooses_its_packs(scale, codes):
    assert sorted(pack.code for pack in packs_for(scale, on=Q1)) == codes


def test_no_pack_holds_before_the_scale_was_decided():
    assert packs_for("government", on=date(2020, 12, 13)) == ()


def test_what_the_continuity_pack_gives_no_points_for_is_left_out_of_it():
    codes = {criterion.code for criterion in pack_named("info_gov_A", "1").criteria}
    assert codes.isdisjoint({"G06", "G13", "G15", "G19"})
    assert {"G06", "G13", "G15", "G19"} <= {criterion.code for criterion in pack_named("info_gov_B", "1").criteria}


def test_the_label_says_that_the_criteria_are_a_proposal():
    pack = pack_named("info_gov_A", "1")
    assert pack.label == "Bộ tiêu chí đề xuất (mô phỏng thang điểm QĐ 4526/QĐ-HĐBT)"
    with override("en"):
        assert pack.label == "Proposed criteria (modelled on the scale of Decision 4526/QĐ-HĐBT)"


# --- the law ------------------------------------------------------------------------------------
def citations(code, criterion, day):
    return pack_named(code, "1").criterion(criterion).citations(day)


def test_decree_42_until_30_june_2026_and_decree_224_from_1_july():
    before, after = citations("info_gov_B", "G01", date(2026, 6, 30)), citations("info_gov_B", "G01", date(2026, 7, 1))
    assert "khoản 1 Điều 4 Nghị định số 42/2022/NĐ-CP" in before
    assert not any("224/2026" in text for text in before)
    assert "điểm b khoản 1 Điều 9 Nghị định số 224/2026/NĐ-CP" in after
    assert not any("42/2022" in text for text in after)


def test_the_law_on_information_of_2016_is_not_cited_after_august_2026():
    assert any("104/2016" in text for text in citations("info_gov_B", "G06", date(2026, 8, 31)))
    assert citations("info_gov_B", "G06", date(2026, 9, 1)) == []


def test_a_point_letter_that_nobody_verified_is_never_shown():
    """Điểm e khoản 1 Điều 4 rests on one press source: the clause is shown without its letter."""
    assert all("điểm e" not in text for text in citations("info_gov_A", "G01", Q1))
    assert citations("info_gov_B", "G10", Q1)[0] == "khoản 1 Điều 4 Nghị định số 42/2022/NĐ-CP"


@pytest.mark.parametrize(
    ("pack", "criterion"), [("info_party", "P01"), ("info_party", "P12"), ("info_commune", "C17"), ("qna", "Q03")]
)
def test_local_rules_and_reports_are_not_shown_as_law(pack, criterion):
    assert citations(pack, criterion, Q1) == []


def test_only_confidence_h_is_ever_shown():
    for pack in load_packs():
        for criterion in pack.criteria:
            for basis in criterion.bases:
                assert basis.confidence == "H" or not basis.shown_on(Q1)


@pytest.mark.parametrize(
    ("place", "vietnamese", "english"),
    [
        ("4.1.a", "điểm a khoản 1 Điều 4 Luật Thử", "điểm a khoản 1 Điều 4 Test Law"),
        ("10.3", "khoản 3 Điều 10 Luật Thử", "khoản 3 Điều 10 Test Law"),
        ("25-28", "Điều 25–28 Luật Thử", "Điều 25–28 Test Law"),
        ("", "Luật Thử", "Test Law"),
    ],
)
def test_places_become_citations(place, vietnamese, english):
    basis = Basis(Instrument("thu", "Luật Thử", "Test Law", None, None), place, "H")
    assert basis.citation == vietnamese
    with override("en"):
        assert basis.citation.endswith("Test Law")


def test_an_instrument_without_dates_is_always_in_force():
    assert Instrument("x", "X", "X", None, None).in_force(date(1999, 1, 1))
    assert not Instrument("x", "X", "X", date(2024, 1, 1), None).in_force(date(2023, 12, 31))


# --- what is wrong is found ---------------------------------------------------------------------
def changed(code="info_commune", **values):
    pack = pack_named(code, "1")
    return replace(pack, **values)


def with_first(pack, **values):
    return replace(pack, criteria=(replace(pack.criteria[0], **values), *pack.criteria[1:]))


@pytest.mark.parametrize(
    ("pack", "words"),
    [
        (changed(base_max=49), "the criteria sum to 50 + 5"),
        (changed(scale="info_party"), "the scale info_party is (90, 5)"),
        (changed(scale="unknown"), "the scale unknown is None"),
        (changed(component="gossip"), "unknown component gossip"),
        (changed(valid_to=date(2019, 1, 1)), "ends before it begins"),
        (with_first(changed(), max=4.25), "no positive multiple of half a point"),
        (with_first(changed(), max=0), "no positive multiple of half a point"),
        (with_first(changed(), rule="astrology"), "no rule named astrology"),
        (with_first(changed(), code="C02"), "C02 stands 2 times"),
    ],
)
def test_a_pack_that_contradicts_itself_is_found(pack, words):
    assert any(words in fault for fault in found([pack]))


def test_an_unknown_confidence_is_found():
    pack = changed()
    wrong = replace(pack.criteria[0].bases[0], confidence="sure")
    assert any("unknown confidence" in fault for fault in found([with_first(pack, bases=(wrong,))]))


def test_two_versions_may_not_hold_on_one_day():
    second = changed(version="2", valid_from=date(2026, 1, 1))
    assert any("both hold on 2026-01-01" in fault for fault in found([changed(), second]))
    assert found([changed(valid_to=date(2025, 12, 31)), second]) == []


@pytest.fixture
def folder(tmp_path):
    """A copy of the pack files that a test may spoil."""
    return shutil.copytree(FOLDER, tmp_path / "data")


def test_a_new_version_of_the_law_is_a_new_file(folder):
    data = json.loads((folder / "info_commune.json").read_text(encoding="utf-8"))
    (folder / "info_commune_2.json").write_text(json.dumps(data | {"version": "2", "valid_from": "2030-01-01"}))
    assert [pack.version for pack in load_packs(folder) if pack.code == "info_commune"] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "info_commune.json"),
        ('{"pack": "info_commune"}', "info_commune.json: KeyError"),
        (
            '{"pack": "x", "criteria": [{"code": "C01", "bases": [["nowhere", "", "H"]]}]}',
            "info_commune.json: KeyError",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder, text, words):
    (folder / "info_commune.json").write_text(text)
    with pytest.raises(PackError, match=words):
        load_packs(folder)


def test_a_bonus_pack_that_is_missing_is_named(folder):
    (folder / "info_bonus.json").unlink()
    with pytest.raises(PackError, match="no bonus pack info_bonus"):
        load_packs(folder)


def test_the_system_check_reports_what_cannot_be_read(monkeypatch):
    def broken():
        raise PackError("info_party.json: broken")

    monkeypatch.setattr(checks, "load_packs", broken)
    assert [(error.id, error.msg) for error in checks.packs_add_up(None)] == [
        ("compliance.E001", "info_party.json: broken")
    ]


def test_the_system_check_reports_what_does_not_add_up(monkeypatch):
    monkeypatch.setattr(checks, "load_packs", lambda: [changed(base_max=49)])
    assert {error.id for error in checks.packs_add_up(None)} == {"compliance.E002"}
