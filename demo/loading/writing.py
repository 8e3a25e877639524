"""Fills a template's slots: place, unit, numbers, people, day. The same random source gives the same text."""

from dataclasses import dataclass

from django.utils.html import escape

from .dates import short_day
from .invented import MARK, MARK_EN, invent_name
from .places import capital, communes_of, districts, in_sentence, place_of
from .reading import read_yaml

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Story:
    """An article's texts; the English ones are empty where nobody wrote them. Bodies are rich text."""

    title: str
    lead: str
    body: str
    title_en: str = ""
    lead_en: str = ""
    body_en: str = ""


def write_story(template, place, *, rng, day):
    values = slots(template, place, rng=rng, day=day)
    story = _texts(template, values["vi"])
    if "en" in template:
        english = _texts(template["en"], values["en"])
        story |= {f"{name}_en": text for name, text in english.items()}
    return Story(**story)


def slots(template, place, *, rng, day):
    """{"vi": {slot: text}, "en": {slot: text}}."""
    vietnamese, english = _common(place, rng=rng, day=day)
    for name, (low, high, step) in template.get("numbers", {}).items():
        number = low + rng.randrange((high - low) // step + 1) * step
        vietnamese[name], english[name] = grouped(number, "."), grouped(number, ",")
    for name, gender in template.get("people", {}).items():
        person = invent_name(rng, gender=gender, district=place.district)
        vietnamese[name], english[name] = f"{person} {MARK}", f"{person} {MARK_EN}"
    return {"vi": _with_capitals(vietnamese), "en": _with_capitals(english)}


def grouped(number, separator):
    """Thousands are grouped from 1000 on, the Vietnamese way with points, the English with commas."""
    return f"{number:,}".replace(",", separator)


def paragraphs(text):
    """Plain text with blank lines between paragraphs -> rich text."""
    return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in text.strip().split("\n\n"))


def _texts(template, values):
    filled = {name: template[name].format_map(values) for name in ("title", "lead", "body")}
    return {**filled, "body": paragraphs(filled["body"])}


def _common(place, *, rng, day):
    district = rng.choice(districts()) if not place.district else place.district
    commune = place_of(rng.choice(communes_of(district)))
    villages = read_yaml("content/names.yaml")["villages"]
    kind = next(iter(place.audience & villages.keys()), "xa")
    vietnamese = {
        "place": place.place,
        "org": place.org,
        "parent": place.parent,
        "day": f"ngày {short_day(day)}",
        "month": str(day.month),
        "village": rng.choice(villages[kind]),
        "district": place_of(district).place,
        "commune": in_sentence(commune.place),
    }
    english = {
        "place": place.place_en,
        "org": place.org_en,
        "day": f"{day.day} {MONTHS[day.month - 1]}",
        "month": str(day.month),
        "district": place_of(district).place_en,
        "commune": commune.place_en,
    }
    return vietnamese, english


def _with_capitals(values):
    """{place} in the middle of a sentence, {Place} at its beginning."""
    return values | {name.capitalize(): capital(text) for name, text in values.items()}
