"""Portals full of canaries, and everybody who may try to see another's."""

from dataclasses import dataclass, field
from datetime import date

from django.test import TestCase
from django.utils import timezone

from cms.questions.models import CalendarDay
from tenants.actions import grant
from tenants.models import Portal, Role
from tenants.scoping import platform_scope
from tests.factories import make_user

from .canaries import DISTRICT, A, B, C
from .database import Database, keys_of_all_rows
from .planting import Planted, plant, plant_portal, plant_small
from .planting.people import person
from .planting.wagtail_rows import plant_platform_workflow
from .visitor import Visitor

UNIT_ROLES = ("editor", "chief", "head", "officer")
PROVINCE_ROLES = ("province_office", "province_admin")
ROLES = (*UNIT_ROLES, "district_assessor", *PROVINCE_ROLES, "two_portals", "nobody", "anonymous")


@dataclass
class World:
    """`a` looks, `b` must not be seen; `c` is the second portal of somebody who also works in A."""

    a: Planted
    c: Planted
    b: Planted | None = None
    platform: dict = field(default_factory=dict)  # {model: keys} of rows that are nobody's
    before: dict = field(default_factory=dict)  # {model: keys} of what there was before A
    visitors: dict[str, Visitor] = field(default_factory=dict)
    database: Database | None = None
    forms: dict = field(default_factory=dict)  # {address of B: forms that B's people get there}

    def insiders(self):
        """B's own people: they show which forms there are at B's addresses."""
        return [self.visitors[f"b:{role}"] for role in UNIT_ROLES]


def _planted(make):
    """What `make` returns, with the keys of all rows that it brought."""
    before = keys_of_all_rows()
    with TestCase.captureOnCommitCallbacks(execute=True):
        planted = make()
    after = keys_of_all_rows()
    planted.rows = {model: after[model] - before[model] for model in after}
    return planted


def plant_without_b():
    """Everything but B. Lists must look the same before and after B comes into being."""
    now = timezone.now()
    with platform_scope(), TestCase.captureOnCommitCallbacks(execute=True):
        plant_portal(DISTRICT, level="district", group="district", scored_by="province")
    with platform_scope():
        CalendarDay.objects.create(day=date(2020, 1, 2), name="Nghỉ bão")  # of what is everybody's the rest is born
        before = keys_of_all_rows()
        a = _planted(lambda: plant(A, now=now, parent=DISTRICT))
        c = _planted(lambda: plant_small(C, now=now))
        platform = plant_platform_workflow(a.people["chief"].groups.first())
        world = World(a, c, platform=platform, before=before)
        world.visitors = _visitors(world)
    return world


def add_b(world):
    """Plant B, and remember the database as it is then."""
    with platform_scope():
        world.b = _planted(lambda: plant(B, now=timezone.now()))
        for role in UNIT_ROLES:
            world.visitors[f"b:{role}"] = Visitor(f"b:{role}", B, world.b.people[role])
        world.b.rows |= world.platform  # a view that names one must not be open either
        world.database = Database(world.b, world.before)
    return world


def _visitors(world):
    """One of each role. Who has roles in two portals acts for A here, on A's host."""
    people = {role: (A, world.a.people[role]) for role in UNIT_ROLES}
    people["district_assessor"] = DISTRICT, _one("zqdassessor", _portal(DISTRICT), Role.DISTRICT_ASSESSOR)
    for role in PROVINCE_ROLES:
        people[role] = "tinh", _one(role.replace("_", ""), _portal("tinh"), role)
    both = person("zqboth", world.a.portal, Role.CHIEF)
    _grant(both, world.c.portal, Role.CHIEF)
    people |= {"two_portals": (A, both), "nobody": (A, make_user("nobody@zqalpha.example")), "anonymous": (A, None)}
    return {role: Visitor(role, host, user) for role, (host, user) in people.items()}


def _one(name, portal, role):
    return make_user(f"{name}@province.example", portal=portal, role=role)


def _grant(user, portal, role):
    grant(user, portal=portal, role=role, now=timezone.now())


def _portal(slug):
    return Portal.objects.get(slug=slug)
