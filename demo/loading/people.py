"""Writes units, people and posts of a portal."""

from cms.pages.people.models import Person, Post, Unit

from .profiles import profile_of
from .reading import read_portals, read_yaml
from .staff import OFFICIAL_MAIL, OTHER_MAIL, members_of, phone_of


def write_people(portal):
    """Units, then persons, then their posts: one insert each. Returns the number of posts."""
    units = _write_units(portal)
    members = members_of(portal.slug)
    english = profile_of(portal.slug).english
    persons = Person.objects.bulk_create(
        Person(
            portal=portal,
            name=member.name,
            biography=member.biography,
            biography_en=member.biography_en if english else "",
        )
        for member in members
    )
    posts = [_post(portal, m, p, units, order) for order, (m, p) in enumerate(zip(members, persons, strict=True))]
    return len(Post.objects.bulk_create(posts))


def _post(portal, member, person, units, order):
    profile = profile_of(portal.slug)
    official = OFFICIAL_MAIL if profile.focal_confirmed else OTHER_MAIL
    return Post(
        portal=portal,
        person=person,
        unit=units[0] if units else None,
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
