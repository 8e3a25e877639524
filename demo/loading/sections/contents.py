"""What was written for one portal: a file a portal, and the few words its texts leave open."""

from demo.loading.places import capital, place_of
from demo.loading.reading import CONTENT, read_yaml
from demo.loading.writing import paragraphs

LABEL = "Nội dung minh họa."
LABEL_EN = "Demonstration content."


def content_of(slug, part):
    """The part of a portal's own file ("history", "units" ...); empty where nothing was written."""
    name = f"sections/{slug}.yaml"
    return read_yaml(f"content/{name}").get(part, {}) if (CONTENT / name).exists() else {}


def written_portals():
    """Slugs of the portals that have a file of their own."""
    return sorted(path.stem for path in (CONTENT / "sections").glob("*.yaml"))


def words_of(slug, **more):
    """Slots for `str.format_map`; {Org} and {Place} stand at the beginning of a sentence."""
    place = place_of(slug)
    return {
        "org": place.org,
        "place": place.place,
        "Org": capital(place.org),
        "Place": capital(place.place),
        "org_en": place.org_en,
        "place_en": place.place_en,
        **more,
    }


def rich(text, *, english=False):
    """Rich text of plain paragraphs, with the label that tells a reader what it is."""
    return paragraphs(f"{text.strip()}\n\n{LABEL_EN if english else LABEL}") if text else ""
