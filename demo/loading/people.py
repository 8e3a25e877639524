"""Writes units, people and posts of a portal."""

from cms.pages.people.models import Person, Post, Unit

from .profiles import profile_of
from .reading import read_portals, read_yaml
from .sections.contents import content_of
from .sections.rosters import Register, add_plain_board, fill_register, write_tree
from .staff import OFFICIAL_MAIL, OTHER_MAIL, members_of, phone_of


def write_people(portal, *, today):
    """Units, then persons, then their posts: one insert each. Returns the number of posts."""
    written = bool(content_of(portal.slug, "units"))
    units = write_tree(portal) if written else dict(enumerate(_write_units(portal)))
    register = Register(portal, units, _posts_of_members(portal, next(iter(units.values()), None)))
    if written:
        fill_register(register, today=today)
    elif profile_of(portal.slug).board and register.posts:
        add_plain_board(register)
    Person.objects.bulk_create({id(post.person): post.person for post in register.posts}.values())
    return len(Post.objects.bulk_create(register.posts))


def _posts_of_members(portal, unit):
    english = profile_of(portal.slug).english
    return [
        _post(portal, member, _person(portal, member, english=english), unit, order)
        for order, member in enumerate(members_of(portal.slug))
    ]


def _person(portal, member, *, english):
    biography_en = member.biography_en if english else ""
    return Person(portal=portal, name=member.name, biography=member.biography, biography_en=biography_en)


def _post(portal, member, person, unit, order):
    profile = profile_of(portal.slug)
    official = OFFICIAL_MAIL if profile.focal_confirmed else OTHER_MAIL
    return Post(
        portal=portal,
        person=person,
        unit=unit,
        title=member.title,
        title_en=member.title_en if profile.english else "",
        kind=member.kind,
        duties=member.duties,
        duties_en=member.duties_en if profile.english else "",
        phone=phone_of(portal.slug, order + 1),
        mobile=f"0000 000 {phone_of(portal.slug, order + 50)[-3:]}" if member.kind == "leader" else "",
        email=f"{'dau-moi' if member.kind == 'focal' else f'lanh-dao-{order + 1}'}.{portal.slug}@{official}",
        from_date=member.since,
        order=order,
        confirmed_on=member.confirmed_on,
    )


def _write_units(portal):
    """A tree has the unit itself on top; a flat list has no structure to draw a chart from."""
    kind = profile_of(portal.slug).units
    if kind == "none":
        return []
    top = Unit.objects.bulk_create([_top_unit(portal)]) if kind == "tree" else []
    listed = read_yaml("content/units.yaml")
    rows = listed.get(portal.slug) or listed[_sort_of(portal.slug)]
    return Unit.objects.bulk_create(
        Unit(
            portal=portal,
            parent=top[0] if top else None,
            name=name,
            name_en=english,
            functions=functions,
            phone=phone_of(portal.slug, 20 + order),
            email=f"don-vi-{order}.{portal.slug}@{OTHER_MAIL}",
            order=order,
        )
        for order, (name, english, functions) in enumerate(rows, 1)
    )


def _top_unit(portal):
    return Unit(portal=portal, name=f"Lãnh đạo {portal.name}", name_en=f"Leadership, {portal.name_en}", order=0)


def _sort_of(slug):
    row = read_portals()[slug]
    return row["level"] if row["level"] != "department" else row["group"]
