"""The one table of who reaches which rows."""

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import models
from wagtail.models import Collection, PageLogEntry, Revision, Site

from cms.pages.models import ArticlePage, PortalDocument, PortalImage, PortalPage
from cms.pages.people.models import Post
from tenants import rules, wagtail_patches
from tenants.checks import every_model_is_classified, the_patched_field_is_what_it_was
from tenants.models import Membership, Portal, User
from tenants.rules import reached_keys, reaches, rows_in_scope, rule_of
from tenants.scoping import platform_scope, portal_scope

KINDS = {
    "page": (PortalPage, ArticlePage),
    "image": (PortalImage,),
    "file": (PortalDocument,),
    "post": (Post,),
    "user": (User,),
    "collection": (Collection,),
    "site": (Site,),
    "portal": (Portal,),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_portals_scope_reaches_its_row_and_not_the_neighbours(a, of_a, of_b, kind):
    own, foreign = getattr(of_a, kind), getattr(of_b, kind)
    for model in KINDS[kind]:
        rows = model._base_manager.filter(pk__in=[own.pk, foreign.pk])
        with portal_scope([a]):
            assert [row.pk for row in rows_in_scope(rows)] == [own.pk]
            assert reached_keys(model, {own.pk, foreign.pk}) == {own.pk}
            assert (reaches(own), reaches(foreign)) == (True, False)
        with platform_scope():
            assert {row.pk for row in rows_in_scope(rows)} == {own.pk, foreign.pk}


def test_a_row_that_belongs_to_another_follows_it(a, of_a, of_b):
    with portal_scope([a]):
        assert (reaches(of_a.revision), reaches(of_b.revision)) == (True, False)
        logged = {entry.page_id for entry in rows_in_scope(PageLogEntry.objects.all())}
        assert of_b.page.pk not in logged
        assert rows_in_scope(Revision.objects.all()).count() == 0  # no field of a form lists revisions


def test_collections_below_a_portals_own_are_the_portals(a, b, of_a, of_b):
    below = {portal.slug: portal.collection.add_child(name="Con") for portal in (a, b)}
    with portal_scope([a]):
        seen = {collection.pk for collection in rows_in_scope(Collection.objects.all())}
    assert seen == {a.collection_id, below["xa-a"].pk}


def test_the_tree_s_root_is_everybodys_to_read(a, of_b):
    with portal_scope([a]):
        assert PortalPage.objects.filter(depth=1).count() == 1
        assert not PortalPage.objects.filter(pk=of_b.page.pk).exists()


def test_a_list_that_was_cut_is_not_offered_at_all(a, of_a, of_b):
    with portal_scope([a]):
        assert list(rows_in_scope(User.objects.order_by("pk")[:50])) == []


def test_every_model_of_the_installation_has_a_rule():
    assert run_checks(tags=["tenants"]) == []
    assert all(rule_of(model) for model in apps.get_models())


def test_a_model_that_nobody_classified_stops_the_start():
    class Stray(models.Model):
        class Meta:
            app_label = "tenants"

        def __str__(self):
            return ""

    try:
        assert [error.id for error in every_model_is_classified(None)] == ["tenants.E002"]
        with pytest.raises(rules.Unclassified):
            rule_of(Stray)
    finally:
        del apps.all_models["tenants"]["stray"]
        apps.clear_cache()


def test_a_changed_form_field_of_django_stops_the_start(monkeypatch):
    monkeypatch.setattr(wagtail_patches, "STOCK_GETTER", "def _get_queryset(self): return self.rows")
    assert [error.id for error in the_patched_field_is_what_it_was(None)] == ["tenants.E003"]


def test_what_ones_own_role_is_stays_ones_own(a, of_a, of_b):
    with portal_scope([a]):
        seen = rows_in_scope(Membership.objects.all())
        assert set(seen.values_list("portal__slug", flat=True)) == {"xa-a"}
