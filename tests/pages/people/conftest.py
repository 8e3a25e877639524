"""Two offices alike, side by side: a chairman, a vice chairman, a clerk in a unit. Named after their portal."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.pages.people.models import Post, Unit
from tenants.models import AuditEntry
from tenants.scoping import platform_scope
from tests.factories import make_post

BEGUN = date(2021, 7, 1)


def address(name, *numbers, model="post"):
    return reverse(f"wagtailsnippets_pages_{model}:{name}", args=numbers)


def posts_of(portal, **wanted):
    with platform_scope():
        rows = Post.objects.filter(portal=portal, **wanted).select_related("person", "unit")
        return list(rows.order_by("order", "pk"))


def logged(action):
    """The entries of the log for an action, oldest first."""
    with platform_scope():
        return list(AuditEntry.objects.filter(action=action).select_related("portal", "actor").order_by("pk"))


def make_unit(portal, name, **values):
    with platform_scope():
        return Unit.objects.create(portal=portal, name=name, **values)


def make_office(portal):
    mark, today = portal.slug, timezone.localdate()
    unit = make_unit(portal, f"Văn phòng {mark}", name_en=f"Office {mark}", phone="0214 3840 100")
    common = {"from_date": BEGUN, "confirmed_on": today}
    chairman = make_post(
        portal, f"Trần Văn Bình {mark}", title=f"Chủ tịch {mark}", title_en=f"Chairman {mark}", order=1,
        duties="Phụ trách chung", duties_en="In charge", phone="0214 3840 001", mobile="0912 000 001",
        fax="0214 3840 009", email=f"binh@{mark}.example", decision_number="1/QĐ-UBND",
        biography="Sinh năm 1970.", **common,
    )  # fmt: skip
    vice = make_post(portal, f"Lê Thị Ánh {mark}", title=f"Phó Chủ tịch {mark}", order=2, **common)
    clerk = make_post(
        portal, f"Đỗ Văn Ân {mark}", title="Văn thư", kind="staff", unit=unit, phone="0214 3840 111",
        mobile="0912 999 999", order=3, **common,
    )  # fmt: skip
    return {"unit": unit, "chairman": chairman, "vice": vice, "clerk": clerk}


@pytest.fixture
def offices(a, b):
    return {portal.slug: make_office(portal) for portal in (a, b)}


@pytest.fixture
def mine(offices):
    return offices["xa-a"]


@pytest.fixture
def theirs(offices):
    return offices["xa-b"]


@pytest.fixture
def editor(enter, a):
    return enter(a, "editor")
