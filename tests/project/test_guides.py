"""Guides lead where they say, and name people who can really log in."""

import re

import pytest

from demo.accounts import PASSWORD, accounts
from tests.project.tree import ROOT, own_files, text

GUIDES = [path for path in own_files() if path.suffix == ".md"]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_pictures_lead_to_files_that_are_there(guide):
    places = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", guide.read_text(encoding="utf-8"))
    assert [place for place in places if not (guide.parent / place).exists()] == []


def test_the_readme_names_a_demonstration_account_for_each_role():
    named = set(re.findall(r"`([\w.]+@[\w.]+)`", text("README.md")))
    known = {account.email: account.role for account in accounts()}
    assert named - set(known) == set()
    assert {known[email] for email in named} == set(known.values())
    assert f"`{PASSWORD}`" in text("README.md")
