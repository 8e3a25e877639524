"""Who issued a document: a unit of the installation where the text is its official name, else only the text."""

import re

from django.apps import apps
from django.db.models import OuterRef, Subquery

from cms.pages.accents import without_accents
from tenants.models import Level, Portal, PortalHost

SHORT = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"))
WITH_COMMITTEE = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_SITE = re.compile(r"^(cong|trang) (thong tin )?dien tu (cua )?")


def folded(text):
    """ "Ủy ban Nhân dân  xã Tả Phìn" and "UBND xã Tả Phìn" -> "ubnd xa ta phin". For comparing, never for showing."""
    words = " ".join(re.findall(r"[0-9a-z]+", without_accents(text)))
    for long, short in SHORT:
        words = re.sub(rf"\b{long}\b", short, words)
    return words


def official_names():
    """{folded name: {slugs}} of every portal and its agency. For matching what is typed, never for offering it."""
    found, slugs = {}, {}
    for pk, slug, name, level in Portal.objects.values_list("pk", "slug", "name", "level"):
        slugs[pk] = slug
        own = {folded(name), _SITE.sub("", folded(name))}
        if level in WITH_COMMITTEE:
            own |= {f"ubnd {name}" for name in own}
        for name in own:
            found.setdefault(name, set()).add(slug)
    contacts = apps.get_model("pages.ContactPage")._base_manager.filter(live=True, portal__isnull=False)
    for pk, agency in contacts.values_list("portal", "agency_vi"):
        if agency:
            found.setdefault(folded(agency), set()).add(slugs[pk])
    return found


def issuer_slug(text, *, own="", names=None):
    """The slug of the portal whose unit is meant, or "". Of several of one name it is the own one, or none."""
    if not text.strip():
        return ""
    slugs = (official_names() if names is None else names).get(folded(text), set())
    if own in slugs:
        return own
    return next(iter(slugs)) if len(slugs) == 1 else ""


def issuing_portal(page):
    """The portal of the unit that issued a document, where citizens can visit it; else None."""
    if not page.issuer_slug:
        return None
    primary = PortalHost.objects.filter(portal=OuterRef("pk"), is_primary=True).values("host")
    portals = Portal.objects.active().filter(slug=page.issuer_slug)
    return portals.annotate(primary_host=Subquery(primary[:1])).first()
