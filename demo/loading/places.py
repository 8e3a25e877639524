"""What a portal's unit is called inside a sentence, in both languages, and where it lies."""

from dataclasses import dataclass
from functools import cache

from .reading import read_portals, read_yaml

KINDS = {"Xã": ("xa", "Commune"), "Phường": ("phuong", "Ward"), "Thị trấn": ("thi-tran", "Township")}
DISTRICT_KINDS = {"Huyện": "District", "Thị xã": "Town", "Thành phố": "City"}
PEOPLES_COMMITTEE = "Ủy ban nhân dân"


@dataclass(frozen=True)
class Place:
    """`place` is the territory, `org` who speaks; `audience` are the words articles name their readers with."""

    slug: str
    name_en: str
    place: str
    place_en: str
    org: str
    org_en: str
    parent: str
    district: str
    audience: frozenset[str]


@cache
def place_of(slug):
    row = read_portals()[slug]
    return {"province": _province, "district": _district, "commune": _commune}.get(row["level"], _department)(row)


@cache
def communes_of(district):
    """Slugs of a district's communes, those being built left out."""
    return [row["slug"] for row in read_portals().values() if row["parent"] == district and row["status"] == "active"]


@cache
def districts():
    return [row["slug"] for row in read_portals().values() if row["level"] == "district"]


def in_sentence(name):
    """Xã Tả Phìn -> xã Tả Phìn."""
    return name[0].lower() + name[1:]


def capital(text):
    """The first letter large, the others as they are."""
    return text[0].upper() + text[1:]


def _split(name, kinds):
    kind = next(kind for kind in kinds if name.startswith(f"{kind} "))
    return kind, name.removeprefix(f"{kind} ")


def _province(row):
    return _place(row, "tỉnh Lào Cai", "Lào Cai Province", name_en="Lào Cai Province Portal", audience={"province"})


def _district(row):
    kind, proper = _split(row["name"], DISTRICT_KINDS)
    english = f"{proper} {DISTRICT_KINDS[kind]}"
    return _place(row, in_sentence(row["name"]), english, audience={"district"}, district=row["slug"])


def _commune(row):
    kind, proper = _split(row["name"], KINDS)
    code, word = KINDS[kind]
    return _place(row, in_sentence(row["name"]), f"{proper} {word}", audience={code}, district=row["parent"])


def _department(row):
    names = read_yaml("content/names_en.yaml")
    known = names[row["slug"]]
    place = _place(
        row, "tỉnh Lào Cai", "Lào Cai Province", name_en=known["name"], audience={row["slug"], row["group"]}
    )
    return Place(**{**vars(place), "org": known.get("org", row["name"]), "org_en": f"the {known['name']}"})


def _place(row, place, place_en, *, name_en="", audience, district=""):
    parents = read_portals()
    above = parents.get(row["parent"])
    return Place(
        slug=row["slug"],
        name_en=name_en or place_en,
        place=place,
        place_en=place_en,
        org=f"{PEOPLES_COMMITTEE} {place}",
        org_en=f"the People's Committee of {place_en}",
        parent="tỉnh Lào Cai" if above is None or above["level"] == "province" else in_sentence(above["name"]),
        district=district,
        audience=frozenset(audience),
    )
