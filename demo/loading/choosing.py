"""Which story a portal tells on a day: a template whose time it is, about a place it may speak of, not told before."""

from collections import Counter
from dataclasses import dataclass

from .places import communes_of, districts, place_of
from .reading import read_folder, read_portals

TRIES = 60
OWN_SHARE = {"district": 0.45, "province": 0.35}  # how often these speak of themselves, not of a unit below them


@dataclass(frozen=True)
class Choice:
    """A template, the place it is about, and the text it becomes for the publisher."""

    template: dict
    subject: str
    story: object


def articles():
    return read_folder("articles")


def suits(template, place):
    """Is the template written for this place?"""
    wanted_district = template.get("districts")
    return bool(place.audience.intersection(template["for"])) and (
        not wanted_district or place.district in wanted_district
    )


def choose(slug, day, *, rng, told, write):
    """The next Choice for a portal, or None if nothing new can be told on that day.

    `told` counts the templates and titles used so far and is brought up to date; `write(template, place, rng, day)`
    makes the story.
    """
    for _attempt in range(TRIES):
        subject = _subject(slug, rng)
        fitting = [t for t in articles() if t["window"][0] <= day <= t["window"][1] and suits(t, place_of(subject))]
        if not fitting:
            continue
        template = rng.choice(_freshest(fitting, subject, told))
        story = write(template, place_of(subject), rng=rng, day=day)
        told[template["key"]] += 1
        if not told[story.title]:
            told[story.title] += 1
            return Choice(template, subject, story)
    return None


def _freshest(fitting, subject, told):
    """The least told templates; one written for this very unit is told twice before one that suits many."""

    def weight(template):
        return told[template["key"]] - (1.5 if subject in template["for"] else 0)

    least = min(map(weight, fitting))
    return [template for template in fitting if weight(template) == least]


def nothing_told():
    return Counter()


def _subject(slug, rng):
    """A district also tells of its communes, the province of everybody."""
    level = read_portals()[slug]["level"]
    if rng.random() < OWN_SHARE.get(level, 1):
        return slug
    return rng.choice(communes_of(slug)) if level == "district" else rng.choice(_all_units())


def _all_units():
    """Districts and communes speak more often through the provincial portal than a single office does."""
    offices = [s for s, row in read_portals().items() if row["level"] == "department" and row["status"] == "active"]
    return [*districts() * 4, *offices]
