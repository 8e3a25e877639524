"""The invented people of a portal: who leads, who answers the telephone. The same people every time."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .dates import CUTOFF
from .invented import invent_name, marked
from .places import districts, place_of
from .profiles import profile_of
from .reading import read_portals, read_yaml

LEADERS = {"province": 4, "district": 4, "commune": 3, "department": 3}
PHONE = "0214 3000 {number:03d}"  # the exchange 3000 is not in use: nobody can be rung by it
OFFICIAL_MAIL, OTHER_MAIL = "minh-hoa.gov.vn", "laocai.example"


@dataclass(frozen=True)
class Member:
    """One invented person in one post; `rank` 0 leads, `kind` as in Post.Kind."""

    name: str
    title: str
    title_en: str
    kind: str
    rank: int
    duties: str
    duties_en: str
    biography: str
    biography_en: str
    since: date
    confirmed_on: date | None


@cache
def members_of(slug):
    """Leaders and, where there is one, the focal official of a portal."""
    profile, rng = profile_of(slug), random.Random(f"people:{slug}")
    if not profile.leaders:
        return ()
    number = LEADERS[read_portals()[slug]["level"]]
    complete = round(number * profile.biographies)
    people = [_leader(slug, rank, rng=rng, whole=rank < complete) for rank in range(number)]
    return (*people, _focal(slug, rng=rng)) if profile.focal else tuple(people)


@cache
def titles_of(slug):
    """{"head" | "deputy" | "office": [Vietnamese, English]} for the kind of unit."""
    name = read_portals()[slug]["name"]
    return next(entry for entry in read_yaml("content/offices.yaml")["titles"] if name.startswith(entry["starts"]))


def phone_of(slug, line=0):
    return PHONE.format(number=random.Random(f"phone:{slug}:{line}").randrange(1000))


def _leader(slug, rank, *, rng, whole):
    title, title_en = titles_of(slug)["deputy" if rank else "head"]
    duties, duties_en = _duties(slug, min(rank, 2)) if whole or rank == 0 else ("", "")
    born = rng.randrange(1965, 1984)
    biography = _biography(slug, rng=rng, born=born, whole=whole)
    since = date(rng.randrange(2019, 2023), rng.randrange(1, 13), 1)
    name, texts = biography
    return Member(name, title, title_en, "leader", rank, duties, duties_en, *texts, since, _confirmed(slug, rng))


def _focal(slug, *, rng):
    title, title_en = titles_of(slug)["office"]
    duties, duties_en = _duties(slug, 3)
    name = marked(invent_name(rng, gender=rng.choice(["nam", "nu"]), district=place_of(slug).district))
    since, confirmed = date(2021, rng.randrange(1, 13), 1), _confirmed(slug, rng)
    return Member(name, title, title_en, "focal", 9, duties, duties_en, "", "", since, confirmed)


def _confirmed(slug, rng):
    """Within half a year of the cut-off where the unit confirms its register, long before where it does not."""
    days = rng.randrange(10, 120)
    return CUTOFF - timedelta(days=days if profile_of(slug).focal_confirmed else days + 240)


def _duties(slug, rank):
    place = place_of(slug)
    vietnamese, english = read_yaml("content/offices.yaml")["duties"][rank]
    return vietnamese.format(org=place.org), english.format(org=place.org_en)


def _biography(slug, *, rng, born, whole):
    """(marked name, (Vietnamese, English)); a short one is what careless units leave behind."""
    texts = read_yaml("content/offices.yaml")
    name = invent_name(rng, gender=rng.choice(["nam", "nam", "nu"]), district=place_of(slug).district)
    home, (study, study_en) = place_of(rng.choice(districts())), rng.choice(texts["studies"])
    years = {"born": born, "first": born + 23, "second": born + 33, "since": rng.randrange(2019, 2023)}
    vietnamese, english = rng.choice(texts["biographies"])
    if not whole:
        return marked(name), (texts["short_biography"].format(home=home.place, **years), "")
    return marked(name), (
        vietnamese.format(name=name, home=home.place, study=study, **years),
        english.format(name=name, home=home.place_en, study=study_en, **years),
    )
