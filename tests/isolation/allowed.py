"""What a role may see or change of B: few, each with its reason. Everything else is a finding."""

from dataclasses import dataclass

from .canaries import B, canary
from .findings import READ
from .world import PROVINCE_ROLES, ROLES


@dataclass(frozen=True)
class Allowed:
    """`views` are beginnings of view names, `kinds` of kinds of findings, `url` of the address (with its host).

    `words`: the only canaries that may be read there, where not everything may; `detail` how what is told begins.
    """

    roles: tuple
    views: tuple
    kinds: tuple
    reason: str
    url: str = ""
    words: frozenset = frozenset()
    detail: str = ""

    def covers(self, finding):
        return (
            finding.role in self.roles
            and finding.view.startswith(self.views)
            and finding.kind.startswith(self.kinds)
            and finding.url.startswith(self.url)
            and finding.detail.startswith(self.detail)
            and (not self.words or set(finding.detail.split()) <= self.words)
        )


OVERSIGHT = (READ, "answered")
NAMES = frozenset({B, canary(B, "name"), canary(B, "nameen")})  # its slug, and what it is called

ALLOWED = [
    Allowed(
        ROLES, ("wagtailadmin_choose_page_child", "wagtailadmin_editing_sessions:release"), ("answered",),
        "Any number that is not theirs answers alike: with where one's own pages start, and with nothing at all.",
    ),
    Allowed(
        ROLES, ("wagtail_serve",), (READ,), "The provincial portal leads to every portal and finds in all of them.",
        url="tinh.localhost/",
    ),
    Allowed(PROVINCE_ROLES, ("audit:",), OVERSIGHT, "The province reads what is done in every portal."),
    Allowed(
        PROVINCE_ROLES, ("audit:version",), ("copied", "points"),
        "A page as it was is read with its pictures; small ones are made and kept the first time.",
        detail="pages.PortalRendition new: ",
    ),
    Allowed(PROVINCE_ROLES, ("compliance:",), OVERSIGHT, "The province reads every portal's score and evidence."),
    Allowed(
        ROLES, ("questions_desk:units",), (READ,), "A question may be forwarded to every unit, so all are offered.",
        words=NAMES,
    ),
    Allowed(ROLES, ("ask",), (READ,), "Citizens may ask every unit, so each is named.", words=NAMES),
    Allowed(
        PROVINCE_ROLES, ("questions_overseen:",), OVERSIGHT,
        "The province reads every case, without its asker and files (tests/questions/desk/test_overseen.py).",
    ),
    Allowed(
        PROVINCE_ROLES, ("questions_province:",), OVERSIGHT,
        "The province watches how every portal answers questions.",
    ),
    Allowed(
        ("province_admin",), ("questions_set_",), (*OVERSIGHT, "changed"),
        "Deadlines and calendar hold for every portal: a change moves the deadlines of its open questions.",
    ),
    Allowed(
        PROVINCE_ROLES, ("portals:",), (*OVERSIGHT, "changed", "points", "copied", "deleted"),
        "The province opens, describes and closes portals.",
    ),
    Allowed(
        ("province_admin",), ("members:",), (*OVERSIGHT, "changed", "points", "copied", "deleted"),
        "The province's administrator gives and takes roles everywhere.",
    ),
]  # fmt: skip


def is_allowed(finding):
    return any(rule.covers(finding) for rule in ALLOWED)
