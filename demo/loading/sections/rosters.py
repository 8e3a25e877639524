"""A fuller register for some portals: a tree of units with their decisions, heads, focal officials, the board."""

import random
from dataclasses import dataclass, field
from datetime import timedelta

from cms.pages.people.models import Person, Post, Unit
from demo import portraits
from demo.loading.dates import day_from, office_day
from demo.loading.invented import invent_name, marked
from demo.loading.media import write_picture
from demo.loading.places import capital, place_of
from demo.loading.profiles import profile_of
from demo.loading.staff import OFFICIAL_MAIL, OTHER_MAIL, phone_of

from .contents import content_of, words_of

HEADS, FOCALS, SPEAKERS, BOARD, FORMER = 10, 40, 60, 70, 90  # where each kind begins in a portal's order
PHONES_OF_UNITS = 20
PORTRAIT_SAYS = "Hình vẽ minh họa một người không có thật", "A drawn figure of nobody in particular"
APPOINTED_BY = {"province": "/QĐ-TTg", "party": "-QĐ/TU"}  # everybody else's leaders by a People's Committee
BOARD_ROLES = {  # of a portal that has a board and no roster of its own: post in the register, role
    2: ("Trưởng ban", "Chief editor"),
    1: ("Phó Trưởng ban", "Deputy chief editor"),
    -1: ("Thư ký", "Secretary"),
}


@dataclass
class Register:
    """Units by key, and posts with their persons; the posts are not saved yet."""

    portal: object
    units: dict
    posts: list
    rng: random.Random = field(init=False)

    def __post_init__(self):
        self.rng = random.Random(f"roster:{self.portal.slug}")

    def person(self, gender, **values):
        name = marked(invent_name(self.rng, gender=gender, district=place_of(self.portal.slug).district))
        return Person(portal=self.portal, name=name, **values)

    def add(self, person, titles, *, kind, order, **values):
        title, title_en = titles
        post = Post(
            portal=self.portal, person=person, title=title, title_en=title_en, kind=kind, order=order, **values
        )
        self.posts.append(post)
        return post


def write_tree(portal):
    """{key: Unit}; the unit itself on top under "". One insert a level."""
    place = place_of(portal.slug)
    top = Unit(portal=portal, name=capital(place.org), name_en=capital(place.org_en.removeprefix("the ")), order=0)
    units = {"": Unit.objects.bulk_create([top])[0]}
    level = [(row, "") for row in content_of(portal.slug, "units")]
    while level:
        made = [_unit(portal, row, units[above], len(units) + number) for number, (row, above) in enumerate(level)]
        units |= {row["key"]: unit for (row, _above), unit in zip(level, Unit.objects.bulk_create(made), strict=True)}
        level = [(child, row["key"]) for row, _above in level for child in row.get("children", [])]
    return units


def _unit(portal, row, above, number):
    return Unit(
        portal=portal,
        parent=above,
        name=row["name"],
        name_en=row["en"],
        functions=row["functions"],
        functions_en=row["functions_en"],
        decision=row.get("decision", ""),
        address=f"Trụ sở {place_of(portal.slug).org} (địa chỉ minh họa)",
        phone=phone_of(portal.slug, PHONES_OF_UNITS + number),
        email=f"{row['key']}.{portal.slug}@{OTHER_MAIL}",
        order=number,
    )


def fill_register(register, *, today):
    """Adds to the leaders and the focal official, who are the first posts, everybody else."""
    roster = content_of(register.portal.slug, "roster")
    leaders = [post for post in register.posts if post.kind == Post.Kind.LEADER]
    _complete_leaders(register, leaders, roster, today)
    _retire_focal(register.posts[-1], roster)
    heads = _add_staff(register, roster, today)
    _add_former(register, roster)
    people = {"head": leaders[0].person, "first": leaders[1].person, "second": leaders[2].person, **heads}
    _add_duty(register, roster["spokespersons"], people, Post.Kind.SPOKESPERSON, SPEAKERS, today)
    _add_duty(register, roster["board"], people, Post.Kind.BOARD, BOARD, today)


def add_plain_board(register):
    """The board of a portal without a roster: its leaders and the focal official."""
    known = [post for post in register.posts if post.kind in (Post.Kind.LEADER, Post.Kind.FOCAL)]
    for order, (position, titles) in enumerate(BOARD_ROLES.items(), BOARD):
        model = known[position]
        english = titles[1] if profile_of(register.portal.slug).english else ""
        values = {name: getattr(model, name) for name in ("unit", "phone", "email", "from_date", "confirmed_on")}
        register.add(model.person, (titles[0], english), kind=Post.Kind.BOARD, order=order, **values)


def _complete_leaders(register, leaders, roster, today):
    """Faces, decisions, a fax, and a day on which the register was last confirmed."""
    for number, post in enumerate(leaders):
        post.person.photo = _portrait(register.portal, number)
        post.confirmed_on = _confirmed(roster, number, today)
        post.decision_number = f"{210 + number * 7}{APPOINTED_BY.get(register.portal.group, '/QĐ-UBND')} (minh họa)"
        post.decision_date = post.from_date - timedelta(days=12)
        post.unit = register.units[""]
        post.fax = phone_of(register.portal.slug, 99)


def _retire_focal(post, roster):
    """The focal official of the quarter that was scored has handed over since."""
    post.to_date = roster["handover"]


def _add_staff(register, roster, today):
    """Heads of units, and the focal officials of those that have one; {key of the unit: head}."""
    heads, rows = {}, list(_rows(content_of(register.portal.slug, "units")))
    for number, row in enumerate(rows):
        values = _reached(register, row["key"], number, roster, today)
        title, title_en, gender = row["head"]
        heads[row["key"]] = register.person(gender)
        register.add(heads[row["key"]], (title, title_en), kind=Post.Kind.STAFF, order=HEADS + number, **values)
        if "focal" in row:
            _add_focal(register, row, number, values)
    return heads


def _add_focal(register, row, number, values):
    title, title_en, gender, duties, duties_en = row["focal"]
    values = values | {
        "phone": phone_of(register.portal.slug, FOCALS + number),
        "email": f"dau-moi-{row['key']}.{register.portal.slug}@{OFFICIAL_MAIL}",
        "duties": duties,
        "duties_en": duties_en,
    }
    register.add(register.person(gender), (title, title_en), kind=Post.Kind.FOCAL, order=FOCALS + number, **values)


def _reached(register, key, number, roster, today):
    return {
        "unit": register.units[key],
        "phone": phone_of(register.portal.slug, HEADS + number),
        "email": f"truong-{key}.{register.portal.slug}@{OTHER_MAIL}",
        "from_date": roster["handover"] + timedelta(days=1 + 31 * (number % 4)),
        "confirmed_on": _confirmed(roster, number, today),
    }


def _rows(units):
    """The units of a tree, each before those below it."""
    for row in units:
        yield row
        yield from _rows(row.get("children", []))


def _add_former(register, roster):
    """Leaders who left: they keep their terms, and are seen where somebody asks who led on an earlier day."""
    for number, row in enumerate(roster["former"]):
        words = words_of(register.portal.slug)
        person = register.person(row["gender"])
        person.biography = row["biography"].format(name=person.name, **words)
        person.biography_en = row["biography_en"].format(name=person.name, **words)
        person.photo = _portrait(register.portal, 4 + number)
        register.add(
            person,
            row["titles"],
            kind=Post.Kind.LEADER,
            order=FORMER + number,
            unit=register.units[""],
            duties=row["duties"],
            duties_en=row["duties_en"],
            from_date=row["from"],
            to_date=row["to"],
            confirmed_on=row["to"],
        )


def _add_duty(register, rows, people, kind, first, today):
    """Somebody of the register in one more post: who speaks, who edits."""
    for number, row in enumerate(rows):
        decided = office_day(row["decided"], today=today)
        register.add(
            people[row["who"]],
            row["titles"],
            kind=kind,
            order=first + number,
            unit=register.units[row.get("unit", "")],
            duties=row.get("duties", ""),
            duties_en=row.get("duties_en", ""),
            decision_number=row["decision"].format(year=decided.year),
            decision_date=decided,
            phone=phone_of(register.portal.slug, first + number),
            email=f"{row['mail']}.{register.portal.slug}@{OFFICIAL_MAIL}",
            from_date=decided,
            confirmed_on=day_from(-row["confirmed"], today=today),
        )


def _confirmed(roster, number, today):
    """Not everything in a register is confirmed at the same time: days ago, in turn."""
    return day_from(-roster["confirmed"][number % len(roster["confirmed"])], today=today)


def _portrait(portal, number):
    size = portraits.WIDTH, portraits.HEIGHT
    variant = number + len(portal.slug)
    return write_picture(
        portal, f"chan-dung-{number + 1}", portraits.draw_portrait(variant), says=PORTRAIT_SAYS, size=size
    )
