"""What a crawl found, and the few things that are right although they look like a find."""

from collections import defaultdict
from dataclasses import asdict, dataclass

READ, ANSWERED, ERROR = "read", "answered", "error"


@dataclass(frozen=True)
class Finding:
    """`kind`: read, answered (B's row as if it were there), error, or what became of B's rows (database.Change)."""

    phase: str
    kind: str
    view: str
    role: str
    method: str
    url: str
    status: int
    detail: str

    def __str__(self):
        return f"{self.kind:9} {self.view:45} {self.role:18} {self.method} {self.url} [{self.status}] {self.detail}"


class Report:
    """Collects findings and counts of one or several visitors."""

    def __init__(self):
        self.findings, self.requests = [], 0
        self.visited = defaultdict(set)  # {role: {view key}}
        self.refused = []  # findings that are allowed, for whoever wants to see them

    @property
    def errors(self):
        return [finding for finding in self.findings if finding.kind == ERROR]

    def as_data(self):
        """Plain data, for it travels from one process to another."""
        return {
            "requests": self.requests,
            "visited": {role: sorted(keys) for role, keys in self.visited.items()},
            "findings": [asdict(finding) for finding in self.findings],
        }


def grouped(findings):
    """Lines for a person: one a view and kind, with roles, how often, and an example."""
    groups = defaultdict(list)
    for finding in findings:
        groups[finding.view, finding.kind].append(finding)
    for (view, kind), members in sorted(groups.items()):
        roles = defaultdict(int)
        for finding in members:
            roles[finding.role] += 1
        counted = " ".join(f"{role}:{number}" for role, number in roles.items())
        one = members[0]
        yield (
            f"{kind:9} {view:50} {counted}\n"
            f"          [{one.phase}] {one.role}: {one.method} {one.url} -> {one.status} {one.detail[:300]}"
        )
