"""Adds up what all crawls of a test run found, in whichever process each of them ran."""

import json
import os
from pathlib import Path

from .findings import Finding, grouped
from .inventory import views

PROPERTY = "isolation"


def line(parts, known):
    """The one line at the end. A view of the `known` ones counts when every role has visited it."""
    findings = [finding for part in parts for finding in part["findings"]]
    errors = sum(finding["kind"] == "error" for finding in findings)
    requests = sum(part["requests"] for part in parts)
    return (
        f"isolation: views {len(known - left_out(parts, known).keys())}/{len(known)} roles {len(_visited(parts))} "
        f"requests {requests} findings {len(findings)} errors {errors}"
    )


def left_out(parts, known):
    """{view: roles that have not visited it}, of those that any role has not."""
    visited = _visited(parts)
    missed = {key: sorted(role for role, keys in visited.items() if key not in keys) for key in sorted(known)}
    return {key: roles for key, roles in missed.items() if roles}


def _visited(parts):
    visited = {}
    for part in parts:
        for role, keys in part["visited"].items():
            visited.setdefault(role, set()).update(keys)
    return visited


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
    known = {view.key for view in views()}
    for key, roles in left_out(parts, known).items():
        terminal.write_line(f"isolation: {key} was not asked by {', '.join(roles)}")
    terminal.write_line(line(parts, known))
    path = os.environ.get("ISOLATION_FINDINGS")
    if path:
        findings = [Finding(**finding) for part in parts for finding in part["findings"]]
        Path(path).write_text("\n".join(grouped(findings)) + "\n", encoding="utf-8")
