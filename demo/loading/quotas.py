"""How many articles and documents each portal has: the quarterly report's figures, scaled down by one factor."""

from dataclasses import dataclass
from functools import cache

from .reading import read_portals, read_yaml


@dataclass(frozen=True)
class Quota:
    """Items published in the quarter up to its cut-off."""

    articles: int
    documents: int

    @property
    def items(self):
        return self.articles + self.documents


def bloc_of(row):
    """The report's bloc a portal's items are counted in; None for the provincial portal and those being built."""
    if row["status"] != "active" or row["group"] == "province":
        return None
    if row["slug"] != "cong-an-tinh" and row["scale"] == "party":
        return "party_specialised"
    return {"district": "districts", "commune": "communes"}.get(row["group"], "departments")


@cache
def inactive():
    """Slugs of the active portals on which nothing was published in the quarter."""
    figures = read_yaml("quotas.yaml")
    silent = set(figures["dead"])
    for district, number in figures["inactive_communes"].items():
        communes = [
            row["slug"] for row in read_portals().values() if row["parent"] == district and row["status"] == "active"
        ]
        spared = set(figures["always_active_communes"])
        silent |= set([slug for slug in communes if slug not in spared][-number:])
    return frozenset(silent)


@cache
def quotas():
    """{slug: Quota} for every portal of the file."""
    figures = read_yaml("quotas.yaml")
    items = {slug: 0 for slug in read_portals()}
    for bloc in figures["blocs"]:
        items.update(_share_out(bloc, figures))
    found = {slug: _split(number, figures["documents_share"]) for slug, number in items.items()}
    provincial = figures["provincial"]
    articles = _scaled(provincial["articles"], figures)
    found["lao-cai"] = Quota(articles, _scaled(provincial["items"], figures) - articles)
    return found


def _scaled(number, figures):
    return round(number / figures["scale_down"])


def _share_out(bloc, figures):
    """{slug: items} of one bloc: named portals first, the rest by weight with the largest remainders."""
    rows = {slug: row for slug, row in read_portals().items() if bloc_of(row) == bloc and slug not in inactive()}
    named = {slug: _scaled(figures["named"][slug], figures) for slug in rows if slug in figures["named"]}
    weights = {slug: _weight(row, figures) for slug, row in rows.items() if slug not in named}
    left = _scaled(figures["blocs"][bloc], figures) - sum(named.values())
    exact = {slug: left * weight / sum(weights.values()) for slug, weight in weights.items()}
    shared = {slug: int(number) for slug, number in exact.items()}
    rounded_most = sorted(exact, key=lambda slug: (shared[slug] - exact[slug], slug))
    for slug in rounded_most[: left - sum(shared.values())]:
        shared[slug] += 1
    return named | shared


def _weight(row, figures):
    factor = figures["praised_factor"] if row["slug"] in figures["praised"] else 1
    return figures["weights"][row["group"]] * factor


def _split(items, share):
    documents = round(items * share) if items > 2 else 0
    return Quota(items - documents, documents)
