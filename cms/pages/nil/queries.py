"""Which declarations wait, are in force or are over, and for which sections one can be made."""

from dataclasses import dataclass

from cms.pages.section_states import FILLED, section_states
from cms.pages.sections import find_section

from .models import NilDeclaration


@dataclass(frozen=True)
class OpenSection:
    """A section that may have nothing to publish; `standing` is what is declared for it already, or None."""

    code: str
    title: str
    is_filled: bool
    standing: NilDeclaration | None

    @property
    def can_declare(self):
        return not self.is_filled and self.standing is None


def declarations_of(portal):
    """All of a portal's, the latest proposed first, with the people who proposed and signed."""
    found = NilDeclaration.objects.filter(portal=portal).select_related("proposed_by", "signed_by")
    return found.order_by("-proposed_at", "-pk")


def waiting(portal, *, day):
    """Proposed, not signed, and not yet over on a local day."""
    return declarations_of(portal).filter(signed_at__isnull=True, withdrawn_at__isnull=True, to_date__gte=day)


def overlapping(portal, section, first, last):
    """What stands already for a part of these days: signed, or waiting for a signature."""
    same = NilDeclaration.objects.standing().filter(portal=portal, section=section)
    return same.filter(from_date__lte=last, to_date__gte=first).order_by("from_date")


def notice_of(portal_id, section, *, day):
    """The declaration that citizens read on a section's page on a local day, or None."""
    found = NilDeclaration.objects.in_force_on(day).filter(portal=portal_id, section=section)
    return found.order_by("-signed_at").first()


def open_sections(portal, *, day):
    """OpenSections of a portal, in the order of the tree; a fixed number of queries."""
    now = NilDeclaration.objects.standing().filter(portal=portal, to_date__gte=day).order_by("-from_date")
    standing = {declaration.section: declaration for declaration in now}
    return [
        OpenSection(state.code, find_section(state.code).title, state.state == FILLED, standing.get(state.code))
        for state in section_states(portal, day=day)
        if state.nil_allowed
    ]
