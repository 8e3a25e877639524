"""Gathers the facts of many portals with a number of queries that does not depend on how many there are."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.utils import timezone

from cms.pages.models import ArticlePage
from cms.pages.sections import column_of, sections_for
from tenants.models import Portal
from tenants.scoping import portal_scope

from .documents import documents
from .identity import contacts, introductions
from .nouns import PageFact, PlatformFact, PortalFacts, SectionFact
from .pages import declared_sections, filled_sections, page_facts, standing_pages
from .people import posts, register_sections, units
from .suspicion import suspicious
from .window import Window

LOOK_BACK_DAYS = 90
"""How far behind the period's first day rules may look ("no document in 90 days")."""


def gather(portals: Iterable[Portal], window: Window, *, platform: PlatformFact) -> dict[int, PortalFacts]:
    """{portal primary key: facts} for every portal given; reads their rows only, whatever scope is open."""
    portals = list(portals)
    with portal_scope(portals):
        found = _read([portal.pk for portal in portals], window)
    return {portal.pk: _facts(portal, found, platform) for portal in portals}


def _read(keys: list[int], window: Window) -> dict[str, dict]:
    as_of, since = window.as_of, _look_back(window)
    return {
        "introductions": introductions(keys, as_of=as_of),
        "contacts": contacts(keys, as_of=as_of),
        "units": units(keys),
        "posts": posts(keys, day=window.today),
        "news": page_facts(ArticlePage, keys, as_of=as_of, section="news", first_published_at__gte=since),
        "documents": documents(keys, as_of=as_of, since=since),
        "standing": standing_pages(keys, as_of=as_of),
        "suspicious": suspicious(keys, as_of=as_of),
        "filled": filled_sections(keys, as_of=as_of),
        "declared": declared_sections(keys, day=window.today),
    }


def _look_back(window: Window) -> datetime:
    day = window.first_day - timedelta(days=LOOK_BACK_DAYS)
    return timezone.make_aware(datetime.combine(day, time.min))


def _facts(portal: Portal, found: dict[str, dict], platform: PlatformFact) -> PortalFacts:
    own = {name: tuple(rows.get(portal.pk, ())) for name, rows in found.items()}
    filled = {*own.pop("filled"), *own.pop("declared"), *register_sections(own["posts"])}
    return PortalFacts(
        portal_id=portal.pk,
        slug=portal.slug,
        level=portal.level,
        histories=_histories(own["standing"]),
        sections=_sections(portal, filled),
        platform=platform,
        **own,
    )


def _histories(standing: tuple[PageFact, ...]) -> tuple[PageFact, ...]:
    return tuple(page for page in standing if page.section == "history")


def _sections(portal: Portal, filled: set[str]) -> tuple[SectionFact, ...]:
    column = column_of(portal)
    return tuple(
        SectionFact(section.code, section.title_vi, empty=section.code not in filled and not section.built_in)
        for section in sections_for(portal)
        if column in section.mandatory
    )
