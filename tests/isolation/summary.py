"""Adds up what all crawls of a test run found, in whichever process each of them ran."""

import json
import os
from pathlib import Path

from .findings import Finding, grouped
from .inventory import views

PROPERTY = "isolation"


def line(parts, known):
    """The one line at the end. A view of the `known` ones counts when every role has visited it."""
    visited = {}
    for part in parts:
        for role, keys in part["visited"].items():
            visited.setdefault(role, set()).update(keys)
    by_all = known.intersection(*visited.values())
    findings = [finding for part in parts for finding in part["findings"]]
    errors = sum(finding["kind"] == "error" for finding in findings)
    requests = sum(part["requests"] for part in parts)
    return (
        f"isolation: views {len(by_all)}/{len(known)} roles {len(visited)} "
        f"requests {requests} findings {len(findings)} errors {errors}"
    )


def parts_of(reports):
    """What the tests recorded; a report of each phase of a test carries it, so each is taken once."""
    found = {}
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == PROPERTY and report.when == "call":
                found[report.nodeid] = json.loads(value)
    return list(found.values())


def write(terminal):
    """Called at the end of a test run (tests/conftest.py). Nothing where no crawl ran."""
    parts = parts_of(report for reports in terminal.stats.values() for report in reports if hasattr(report, "when"))
    if not parts:
        return
    terminal.write_line(line(parts, {view.key for view in views()}))
    path = os.environ.get("ISOLATION_FINDINGS")
    if path:
        findings = [Finding(**finding) for part in parts for finding in part["findings"]]
        Path(path).write_text("\n".join(grouped(findings)) + "\n", encoding="utf-8")
