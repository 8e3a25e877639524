"""Fills the pages a portal is born with: home, introduction, contact, the people's pages, history and locality."""

import random
from datetime import date

from wagtail.models import ReferenceIndex

from cms.pages.models import PortalPage

from .dates import office_moment, working_days
from .filling import fill_pages
from .introductions import fill_introduction
from .places import capital, place_of
from .profiles import profile_of
from .reading import read_portals
from .sections.boards import fill_board, fill_spokesperson
from .sections.contents import content_of
from .sections.histories import fill_history
from .sections.localities import fill_locality
from .staff import OTHER_MAIL, members_of, phone_of

PALETTES = {
    "province": "do",
    "department": "lam",
    "vertical": "cham",
    "party": "do",
    "district": "lam",
    "commune": "luc",
}
FILLED_FROM, FILLED_TO = date(2023, 6, 1), date(2023, 12, 15)
SECTIONS = ("", "introduction", "contact", "editorial_board", "leaders", "directory")  # the home has none
OWN = {"history": "history", "spokesperson": "press", "locality": "locality"}  # section: part of a portal's own file
OLD_FROM, OLD_TO = date(2021, 3, 1), date(2021, 9, 30)


def write_standing_pages(portal, gallery, *, today):
    """Every page is written in one go; returns how many were filled."""
    pages = _born_pages(portal)
    rng, profile = random.Random(f"standing:{portal.slug}"), profile_of(portal.slug)
    filled = [_home(pages[""], portal)]
    if profile.introduction != "none":
        filled.append(fill_introduction(pages["introduction"], portal.slug))
    if profile.contact != "none":
        filled.append(_contact(pages["contact"], portal.slug))
    if profile.board or content_of(portal.slug, "board"):
        filled.append(fill_board(pages["editorial_board"], portal, today=today))
    if members_of(portal.slug):
        filled += [pages["leaders"], pages["directory"]]
    filled += _written(pages, gallery)
    for page in filled:
        page.first_published_at = page.last_published_at = _moment(rng, old=profile.introduction == "old")
    fill_pages(filled)
    if content_of(portal.slug, "units"):
        for page in filled:  # which files a page shows decides who may have them
            ReferenceIndex.create_or_update_for_object(page)
    return len(filled)


def _written(pages, gallery):
    """The pages of a portal for which texts of its own were written."""
    slug = gallery.portal.slug
    found = [fill_history(pages["history"], slug)] if "history" in pages else []
    if "spokesperson" in pages:
        found.append(fill_spokesperson(pages["spokesperson"], slug))
    if "locality" in pages:
        found += fill_locality(pages["locality"], gallery)
    return [page for page in found if page]


def _born_pages(portal):
    """{section code: page} of those that are written; the home page stands under ""."""
    wanted = [*SECTIONS, *(code for code, part in OWN.items() if content_of(portal.slug, part))]
    rows = PortalPage.objects.filter(portal=portal, depth__lte=3, starts_section__in=wanted)
    rows = rows.exclude(depth=3, starts_section="")
    return {page.starts_section: page for page in rows.specific()}


def _moment(rng, *, old):
    days = working_days(OLD_FROM, OLD_TO) if old else working_days(FILLED_FROM, FILLED_TO)
    return office_moment(rng.choice(days), rng=rng)


def _home(page, portal):
    place = place_of(portal.slug)
    page.tagline = f"Thông tin và dịch vụ của {place.org} (bản minh họa)"
    page.tagline_en = f"Information and services of {place.org_en} (demonstration)"
    page.palette = PALETTES[read_portals()[portal.slug]["group"]]
    return page


def _contact(page, slug):
    place, profile = place_of(slug), profile_of(slug)
    page.address = _address(slug)
    if profile.contact != "full":
        return page
    page.agency = capital(place.org)
    page.phone, page.fax = phone_of(slug), phone_of(slug, 99)
    page.email = f"vanthu-{slug}@{OTHER_MAIL}"
    page.hours = "Thứ Hai đến thứ Sáu: 7:30 - 11:30 và 13:30 - 17:00."
    page.licence = "Ghi rõ nguồn khi sử dụng lại thông tin từ cổng này."
    page.editorial_board = f"Ban biên tập cổng thông tin điện tử, {place.org}"
    if members_of(slug):
        head = members_of(slug)[0]
        page.responsible_name, page.responsible_title = head.name, head.title
    if profile.english:
        _contact_in_english(page, slug)
    return page


def _contact_in_english(page, slug):
    place = place_of(slug)
    page.agency_en = capital(place.org_en.removeprefix("the "))
    page.address_en = f"Head office of {place.org_en}, Lào Cai Province (fictional address)"
    page.hours_en = "Monday to Friday: 7:30 - 11:30 and 13:30 - 17:00."
    page.licence_en = "Please name this portal as the source when you reuse its information."
    page.responsible_title_en = members_of(slug)[0].title_en if members_of(slug) else ""


def _address(slug):
    place, row = place_of(slug), read_portals()[slug]
    if row["level"] == "commune":
        return f"Trụ sở {place.org}, {place.parent}, tỉnh Lào Cai"
    seat = "phường Nam Cường, thành phố Lào Cai, " if row["level"] != "district" else ""
    return f"Trụ sở {place.org}, {seat}tỉnh Lào Cai (địa chỉ minh họa)"
