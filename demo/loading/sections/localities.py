"""The place itself: figures, a drawn map, and the five topic pages."""

import random

from cms.pages.models import LocalityTopicPage
from demo.loading.media import write_picture
from demo.loading.places import capital, place_of
from demo.maps import draw_map

from .contents import content_of, rich

PLAIN = ("borders", "borders_en", "area", "population", "figures_year")


def fill_locality(page, gallery):
    """The locality page and its topics, filled and unsaved; [] where nothing was written."""
    portal = gallery.portal
    content = content_of(portal.slug, "locality")
    if not content:
        return []
    page.overview, page.overview_en = rich(content["overview"]), rich(content["overview_en"], english=True)
    for name in PLAIN:
        setattr(page, name, content[name])
    page.map_alt, page.map_alt_en = content["map"]["alt"], content["map"]["alt_en"]
    page.map_picture = _map_of(portal, content["map"])
    topics = LocalityTopicPage.objects.filter(portal=portal).order_by("path")
    return [page, *(_topic(topic, content["topics"][topic.topic], gallery) for topic in topics)]


def _map_of(portal, content):
    place = place_of(portal.slug)
    drawn = draw_map(
        portal.slug, title=capital(place.place), around=content["around"], marks=[tuple(m) for m in content["marks"]]
    )
    says = f"Sơ đồ địa giới {place.place}", f"Sketch map of {place.place_en}"
    return write_picture(portal, "ban-do-dia-gioi", drawn, says=says)


def _topic(page, content, gallery):
    page.picture = gallery(content["picture"], random.Random(f"{gallery.portal.slug}:{page.topic}"))
    page.picture_alt, page.picture_alt_en = f"{page.picture.description} (tranh minh họa)", page.picture.description_en
    page.body_vi = [("paragraph", rich(content["body"]))]
    page.body_en = [("paragraph", rich(content["body_en"], english=True))]
    return page
