"""What tests of declarations share: a portal's people, and a declaration made through the product's own verbs."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from cms.pages.nil.actions import propose, sign
from cms.pages.nil.periods import Offer, period_of
from cms.pages.people.models import Person, Post
from cms.questions.models import SigningAccount
from tenants.scoping import platform_scope
from tests.factories import make_user


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


def local(year, month, day, hour=9):
    return datetime(year, month, day, hour, tzinfo=timezone.get_default_timezone())


def people(portal):
    """(an editor, the head) of a portal, made once."""
    made = []
    for role, name in (("editor", "Lan"), ("head", "Bình")):
        address = f"{role}.nil@{portal.slug}.example"
        made.append(make_user(address, portal=portal, role=role, last_name="Trần Thị", first_name=name))
    return made


@pytest.fixture
def staff(a, b):
    """{portal: (editor, head)}"""
    return {portal: people(portal) for portal in (a, b)}


@pytest.fixture
def declare(staff):
    """declare(portal, section, signed=True, ...) -> a declaration, for this quarter unless told otherwise."""

    def make(portal, section="treaties", *, signed=True, now=None, **values):
        editor, head = staff[portal]
        now = now or timezone.now()
        period = period_of(Offer.QUARTER, day=timezone.localdate(now))
        values = {"first": period.first, "last": period.last, **values}
        made = propose(portal, section, **values, by=editor, now=now)
        return sign(made.pk, portal=portal, by=head, now=now) if signed else made

    return make


def tie(portal, user, *posts, name="Trần Thị Bình"):
    """The account is that of a person of the register with these posts, dictionaries of Post. Returns the person."""
    person = Person.objects.create(portal=portal, name=name)
    for post in posts:
        Post.objects.create(portal=portal, person=person, **{"kind": "leader", **post})
    SigningAccount.objects.create(portal=portal, user=user, person=person)
    return person


QUARTER = (date(2024, 1, 1), date(2024, 3, 31))
