"""What the Makefile offers, and that those who read about it are told the truth."""

import re
import subprocess

import pytest

from tests.project.tree import ROOT, text

PROMISED = ["setup", "run", "test", "lint", "format", "check", "bench", "browser", "services", "clean", "help"]
GUIDES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ".env.example", "compose.yaml", "Dockerfile"]


@pytest.fixture(scope="module")
def targets():
    return set(re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.M)[1].split())


@pytest.fixture(scope="module")
def shown():
    """{target: what the help says of it}, as bare `make` prints it."""
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout
    return dict(line.split(None, 2)[1:] for line in printed.splitlines())


def test_every_promised_target_exists(targets):
    assert [name for name in PROMISED if name not in targets] == []


def test_bare_make_lists_every_target_with_a_sentence(targets, shown):
    assert set(shown) == targets - {"again"}
    assert [name for name, sentence in shown.items() if len(sentence) < 8] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_guides_name_only_targets_that_exist(guide, targets):
    named = re.findall(r"(?:`|^|\s)make ([a-z-]+)\b(?=`|\s*#|$|,)", text(guide), re.M)
    assert [name for name in named if name not in targets] == []


def test_setting_up_takes_exactly_two_commands():
    block = re.search(r"## Set up.*?```sh\n(.*?)```", text("README.md"), re.S)[1]
    assert [line.split("#")[0].strip() for line in block.splitlines()] == ["make run", "make test"]
