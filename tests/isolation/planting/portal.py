"""One portal from birth to its last comment."""

from dataclasses import dataclass, field

from tests.factories import make_portal

from ..canaries import canary
from .comfort import plant_comfort
from .declarations import plant_declarations
from .media import plant_media
from .pages import Pages, plant_few_pages, plant_pages
from .people import plant_people
from .questions import plant_questions
from .register import plant_register
from .scores import plant_scores, plant_task
from .wagtail_rows import plant_editing, plant_redirects, plant_states, plant_words


@dataclass
class Planted:
    """What tests name of a portal; every other row is found by the crawler itself."""

    word: str
    portal: object
    people: dict
    media: dict = field(default_factory=dict)
    pages: dict = field(default_factory=dict)
    register: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)  # {model: sorted primary keys}, filled by the world


def plant_portal(word, **values):
    return make_portal(word, name=canary(word, "name"), name_en=canary(word, "nameen"), **values)


def plant(word, *, now, **values):
    """A portal whose every row can be told from every other portal's."""
    portal = plant_portal(word, **values)
    people = plant_people(word, portal, now=now)
    media = plant_media(word, portal, people["editor"])
    register = plant_register(word, portal, media, people["editor"])
    found = plant_pages(word, portal, media, people, now=now)
    pages = Pages(word, portal, media, people)
    plant_states(pages, now=now)
    plant_comfort(pages)
    plant_declarations(word, portal, people, now=now)
    plant_questions(word, portal, people, register, now=now)
    found |= pages.found
    plant_redirects(word, portal, found)
    plant_editing(word, found, people, now=now)
    plant_words(word, found)
    plant_scores(portal)
    plant_task(word)
    return Planted(word, portal, people, media, found, register)


def plant_small(word, *, now, **values):
    """A portal with people, files and two pages."""
    portal = plant_portal(word, **values)
    people = plant_people(word, portal, now=now)
    media = plant_media(word, portal, people["editor"])
    pages = Pages(word, portal, media, people)
    plant_few_pages(pages)
    return Planted(word, portal, people, media, pages.found)
