"""Sections of which a portal declares that they have nothing to publish: signed, or waiting for the head."""

from datetime import date, timedelta

from cms.pages.models import NilDeclaration
from demo.loading.dates import office_day, office_moment
from demo.loading.reading import read_yaml
from demo.loading.staff import members_of

from .contents import words_of

PROPOSED, SIGNED = -9, -7  # days from the loading


def write_declarations(portal, *, rng, today):
    """Declarations run for the year of the loading."""
    entries = [entry for entry in read_yaml("content/nil.yaml") if entry["portal"] == portal.slug]
    return NilDeclaration.objects.bulk_create(_declaration(portal, entry, rng, today) for entry in entries)


def _declaration(portal, entry, rng, today):
    declared = NilDeclaration(
        portal=portal,
        section=entry["section"],
        from_date=date(today.year, 1, 1),
        to_date=date(today.year, 12, 31),
        reason=f"{entry['reason'].format_map(words_of(portal.slug, year=today.year))} (Minh họa.)",
        proposed_at=office_moment(office_day(PROPOSED, today=today), rng=rng),
    )
    if entry["signed"]:
        head = members_of(portal.slug)[0]
        declared.signer_name, declared.signer_title = head.name, head.title
        declared.signed_at = office_moment(office_day(SIGNED, today=today), rng=rng) + timedelta(minutes=1)
    return declared
