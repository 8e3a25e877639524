"""Walks the whole product as each role and looks for B. With CRAWL=full every state of every row, else one of each."""

import json
import os

import pytest

from .addresses import ALL, FEW
from .crawl import Crawl
from .findings import grouped
from .phases import PHASES
from .summary import PROPERTY
from .world import ROLES

pytestmark = pytest.mark.django_db

DEPTH = ALL if os.environ.get("CRAWL") == "full" else FEW


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.__name__)
@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_b_shows_or_changes(world, record_property, role, phase):
    report = Crawl(world, role, depth=DEPTH).run([phase])
    record_property(PROPERTY, json.dumps(report.as_data()))
    assert "\n".join(grouped(report.findings)) == ""
