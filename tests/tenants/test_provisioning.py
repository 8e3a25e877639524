"""A portal is made whole or not at all, is what its specification says, and leaves the others alone."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, Site

from cms.pages.models import PortalPage
from tenants import provisioning
from tenants.models import Portal, PortalEvent, PortalHost
from tenants.provisioning import CHANGED, CREATED, UNCHANGED, PortalSpec, Refused, describe, provision
from tests.factories.pages import local

NOW = local(2024, 3, 1)
NEW = PortalSpec("xa-moi", "Xã Mới", "commune", "commune", "tinh", "commune", "province", "active")


def everything():
    """How many rows of each kind there are."""
    models = (Portal, PortalHost, PortalEvent, PortalPage, Collection, Site)
    return [model._base_manager.count() for model in models]


def facts(portal):
    """A portal with its pages and hosts, as comparable values."""
    portal = Portal.objects.get(pk=portal.pk)
    pages = PortalPage._base_manager.filter(portal=portal).order_by("path").values_list("path", "url_path", "title")
    row = {key: value for key, value in portal.__dict__.items() if not key.startswith("_")}
    return row, list(pages), sorted(portal.hosts.values_list("host", "is_primary"))


def test_a_new_portal_is_born_with_site_host_collection_pages_and_event(a, b):
    before = facts(a), facts(b)
    assert provision(NEW, now=NOW) == CREATED
    portal = Portal.objects.get(slug="xa-moi")
    assert (portal.name, portal.parent.slug, portal.state, portal.opened_on) == ("Xã Mới", "tinh", "active", None)
    assert list(portal.hosts.values_list("host", "is_primary")) == [("xa-moi.localhost", True)]
    assert (portal.collection.name, portal.collection.get_parent().is_root()) == ("xa-moi", True)
    assert (portal.site.hostname, portal.root_page.specific.title) == ("xa-moi.localhost", "Xã Mới")
    like_a = PortalPage._base_manager.filter(portal=a).values_list("section").count()
    assert PortalPage._base_manager.filter(portal=portal).count() == like_a
    (event,) = portal.events.all()
    assert (event.kind, event.happened_at, event.data["spec"]["slug"]) == ("created", NOW, "xa-moi")
    assert (facts(a), facts(b)) == before


def test_the_same_again_changes_nothing(a, b):
    provision(NEW, now=NOW)
    before = everything()
    assert provision(NEW, now=NOW) == UNCHANGED
    assert everything() == before


def test_what_differs_is_changed_and_recorded(a, b):
    provision(NEW, now=NOW)
    before = facts(a), facts(b)
    assert provision(replace(NEW, name="Xã Đổi", opened_on=date(2024, 2, 1)), now=NOW) == CHANGED
    portal = Portal.objects.get(slug="xa-moi")
    assert portal.events.get(kind="changed").data == {
        "before": {"name": "Xã Mới", "opened_on": None},
        "after": {"name": "Xã Đổi", "opened_on": "2024-02-01"},
    }
    assert PortalPage.objects.get(pk=portal.root_page.pk).title == "Xã Đổi"
    assert (facts(a), facts(b)) == before


def test_an_empty_english_name_or_date_leaves_what_is_there(a, b):
    provision(replace(NEW, name_en="New Commune", opened_on=date(2024, 2, 1)), now=NOW)
    assert provision(NEW, now=NOW) == UNCHANGED
    portal = Portal.objects.get(slug="xa-moi")
    assert (portal.name_en, portal.opened_on) == ("New Commune", date(2024, 2, 1))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"slug": "Xã Mới"}, "slug"),
        ({"slug": "xa_moi"}, "slug"),
        ({"slug": "-xa"}, "slug"),
        ({"slug": ""}, "slug"),
        ({"name": ""}, "name"),
        ({"name": "x" * 256}, "name"),
        ({"level": "hamlet"}, "level"),
        ({"group": "hamlet"}, "group"),
        ({"scale": "metre"}, "scale"),
        ({"scored_by": "nobody"}, "Nơi chấm điểm (cột scored_by)"),
        ({"state": "asleep"}, "cột status"),
        ({"parent": "khong-co"}, "Không có đơn vị quản lý “khong-co”"),
        ({"level": "province"}, "đã có cổng cấp tỉnh"),
    ],
)
def test_a_wrong_specification_is_refused_and_nothing_is_half_made(a, b, wrong, reason):
    before = everything()
    with pytest.raises(Refused, match=re.escape(reason)):
        provision(replace(NEW, **wrong), now=NOW)
    assert everything() == before


def test_a_refused_change_leaves_the_portal_as_it_was(a, b):
    before = facts(a), facts(b), everything()
    with pytest.raises(Refused):
        provision(
            PortalSpec("xa-a", "Tên khác", "hamlet", "commune", "tinh", "commune", "province", "active"), now=NOW
        )
    assert (facts(a), facts(b), everything()) == before


def test_a_host_of_another_portal_is_not_taken(a, b):
    PortalHost.objects.create(portal=b, host="xa-moi.localhost")
    before = everything()
    with pytest.raises(Refused, match=r"xa-moi\.localhost"):
        provision(NEW, now=NOW)
    assert everything() == before


def test_a_step_that_fails_takes_everything_back(a, b, monkeypatch):
    def fail(portal, *, created, now):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(provisioning, "PROVISIONING_STEPS", [*provisioning.PROVISIONING_STEPS, fail])
    before = everything()
    with pytest.raises(RuntimeError, match="disk"):
        provision(NEW, now=NOW)
    assert everything() == before
    assert Collection.find_problems() == ([], [], [], [], [])


def test_no_portal_stands_above_itself(a, district, province):
    describe(a, parent=district, now=NOW)
    for portal, parent in ((a, a), (district, a), (district, district), (province, a)):
        with pytest.raises(Refused):
            describe(portal, parent=parent, now=NOW)
    assert [Portal.objects.get(slug=slug).parent for slug in ("xa-a", "huyen-a", "tinh")] == [district, province, None]


def test_describing_empties_what_is_given_empty(a, b, department):
    before = facts(b)
    for portal, empty in ((a, {"name_en": ""}), (department, {"parent": None})):
        assert [describe(portal, now=NOW, **empty) for _twice in range(2)] == [CHANGED, UNCHANGED]
        portal.refresh_from_db()
    assert (a.name_en, department.parent) == ("", None)
    assert facts(b) == before


def test_each_new_collection_is_the_last_and_the_tree_stays_sound(a, b):
    before = dict(Collection.objects.values_list("name", "path"))
    for slug in ("xa-z", "aa", "m"):  # against the order of names
        provision(replace(NEW, slug=slug, name=slug), now=NOW)
        assert Collection.objects.order_by("path").last().name == slug
    after = dict(Collection.objects.values_list("name", "path"))
    assert {name: path for name, path in after.items() if name in before} == before
    assert Collection.find_problems() == ([], [], [], [], [])
    assert PortalPage.find_problems() == ([], [], [], [], [])


def test_the_first_collection_of_an_installation_is_sound_too(a, b):
    assert Collection.objects.get(depth=1).numchild == Portal.objects.count() == 4
    Portal.objects.filter(pk=b.pk).update(collection=None)
    Collection.objects.get(pk=b.collection_id).delete()
    provision(NEW, now=NOW)
    assert Collection.find_problems() == ([], [], [], [], [])


def test_one_more_portal_costs_the_same_queries(a, b):
    costs = []
    for number in range(3):
        with CaptureQueriesContext(connection) as asked:
            provision(replace(NEW, slug=f"xa-{number}", name=f"Xã {number}"), now=NOW)
        costs.append(len(asked))
    assert costs[1] == costs[2]
