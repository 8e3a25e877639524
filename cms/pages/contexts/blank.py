"""A page on which nobody has published anything yet: why, what next, and by which law something will stand here."""

from django.utils import timezone

from cms.pages.nil.queries import notice_of
from cms.pages.sections import column_of, find_section

from .registry import context_for


@context_for(None)
def blank(page, request):
    definition, today = find_section(page.section), timezone.localdate()
    bases = definition.legal_bases_on(today, column=column_of(page.portal)) if definition else []
    declares = definition is not None and definition.nil_allowed and page.starts_section
    declaration = notice_of(page.portal_id, page.section, day=today) if declares else None
    return {"definition": definition, "legal_bases": bases, "declaration": declaration}
