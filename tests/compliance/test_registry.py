"""The register of rules and the words for what they find."""

import ast
from pathlib import Path

import pytest

import compliance.rules
from compliance.packs import Criterion, load_packs
from compliance.reasons import Note, Reason, in_words
from compliance.rules import RULES, UNMEASURED, judge
from compliance.rules.registry import rule

from .making import a_window, facts


def test_a_criterion_without_a_rule_is_unmeasured_and_scores_nothing():
    result = judge(Criterion("G21", "", "", 1, None), facts(), a_window())
    assert (result.state, result.score, result.rule, result.reasons) == (UNMEASURED, 0, "", ("chua_do",))


def test_two_rules_cannot_have_one_name():
    def leaders(facts, window, params):
        """A second rule of that name."""

    with pytest.raises(ValueError, match="two rules are named leaders"):
        rule(version=1, says="")(leaders)


def test_a_rule_says_how_it_measures_and_a_joint_one_says_so_part_by_part():
    assert RULES["news_frequency"].words({}) == [RULES["news_frequency"].says]
    parts = {"parts": [["leaders", 2], ["contacts", 2]]}
    assert RULES["weighted"].words(parts) == [RULES["leaders"].says, RULES["contacts"].says]


def test_every_rule_that_is_registered_is_used_by_a_pack():
    used = {criterion.rule for pack in load_packs() for criterion in pack.criteria}
    used |= {
        name for pack in load_packs() for criterion in pack.criteria for name, _w in criterion.params.get("parts", ())
    }
    assert used - {None} == set(RULES)


def test_codes_are_unique_and_plain():
    codes = [*Reason.values, *Note.values]
    assert len(codes) == len(set(codes))
    assert all(code == code.lower() and code.isascii() and " " not in code for code in codes)


def test_a_code_that_is_known_no_more_is_shown_as_it_was_written():
    assert in_words("ly_do_cu") == "ly_do_cu"
    assert in_words("thieu_tep") == "thiếu tệp tải về"


@pytest.mark.parametrize(
    "path", sorted(Path(compliance.rules.__file__).parent.glob("*.py")), ids=lambda path: path.stem
)
def test_rules_read_neither_the_clock_nor_the_database(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    modules = {part for node in nodes if isinstance(node, ast.ImportFrom) for part in (node.module or "").split(".")}
    assert modules.isdisjoint({"models", "db", "queries"})
    called = {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    assert called.isdisjoint({"now", "today", "filter", "all"})
