"""Rows of a portal are read inside a scope only; forgetting to open one shows nothing."""

import threading

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import models

from cms.pages.people.models import Person, Post, Unit
from tenants.actions import grant
from tenants.checks import tenant_owned_models_fail_closed
from tenants.models import Portal
from tenants.scoping import TenantOwned, current_scope, platform_scope, portal_scope
from tests.factories import make_post
from tests.factories.pages import local


@pytest.fixture(autouse=True)
def _planted(a, b):
    for portal in (a, b):
        make_post(portal, f"Người của {portal.slug}")
        with platform_scope():
            Unit.objects.create(portal=portal, name=f"Phòng của {portal.slug}")


def _seen():
    return [sorted(model.objects.values_list("portal__slug", flat=True)) for model in (Unit, Person, Post)]


def test_without_a_scope_there_are_no_rows():
    assert current_scope() is None
    assert _seen() == [[], [], []]
    assert (Unit.objects.count(), Unit.objects.filter(name__contains="xa-b").exists()) == (0, False)


def test_a_portal_scope_reads_its_portals_and_no_other(a, b):
    with portal_scope([a]):
        assert _seen() == [["xa-a"]] * 3
        with pytest.raises(Unit.DoesNotExist):
            Unit.objects.get(name="Phòng của xa-b")
    with portal_scope([a.pk, b.pk]):
        assert _seen() == [["xa-a", "xa-b"]] * 3
    with portal_scope([]):
        assert _seen() == [[], [], []]


def test_the_platform_reads_everything():
    with platform_scope():
        assert _seen() == [["xa-a", "xa-b"]] * 3


def test_an_inner_scope_ends_where_it_was_opened_also_by_an_error(a, b):
    with portal_scope([a]):
        with pytest.raises(Person.DoesNotExist), platform_scope():
            Person.objects.get(name="Không có ai")
        with portal_scope([b]):
            assert _seen() == [["xa-b"]] * 3
        assert _seen() == [["xa-a"]] * 3
    assert current_scope() is None


def test_a_scope_does_not_reach_another_thread(a):
    found = []
    with portal_scope([a]):
        thread = threading.Thread(target=lambda: found.append(current_scope()))
        thread.start()
        thread.join()
    assert found == [None]


def test_a_scope_says_whom_it_covers(a, b):
    with portal_scope([a]) as scope:
        assert (scope.covers(a.pk), scope.covers(b.pk)) == (True, False)
    with platform_scope() as scope:
        assert (scope.covers(a.pk), scope.covers(b.pk)) == (True, True)


def test_related_rows_are_read_through_the_scope_too(a, b):
    with portal_scope([a]):
        person = Person.objects.get()
        assert person.portal == a
    assert not Post.objects.filter(person=person).exists()
    assert [portal.slug for portal in Portal.objects.filter(pk__in=[a.pk, b.pk]).order_by("slug")] == ["xa-a", "xa-b"]


def _names(response):
    text = response.content.decode()
    return [f"Người của {slug}" in text for slug in ("xa-a", "xa-b")]


def test_the_public_reads_the_portal_of_the_host_only(visit, a, b):
    assert _names(visit(a, "/lanh-dao/")) == [True, False]
    assert _names(visit(b, "/lanh-dao/")) == [False, True]
    assert current_scope() is None


REGISTER = "/admin/people/posts/"


def test_an_editor_reads_only_the_own_portals_rows_on_whatever_host(enter, a, b, province):
    editor = enter(a, "editor")
    assert _names(editor.get(REGISTER)) == [True, False]
    assert _names(editor.get(REGISTER, headers={"host": "tinh.localhost"})) == [True, False]
    elsewhere = editor.get(REGISTER, headers={"host": "xa-b.localhost"})
    assert (elsewhere.status_code, _names(elsewhere)) == (302, [False, False])


def test_an_editor_reaches_no_row_of_another_portal_by_its_number(enter, a, b):
    editor = enter(a, "editor")
    with platform_scope():
        own, foreign = Post.objects.get(portal=a), Post.objects.get(portal=b)
    assert editor.get(f"{REGISTER}edit/{own.pk}/").status_code == 200
    for verb in ("edit", "delete", "history", "usage"):
        assert editor.get(f"{REGISTER}{verb}/{foreign.pk}/").status_code == 404, verb


def test_province_and_unit_act_for_the_right_portal(enter, a, b, province):
    editor, office = enter(a, "editor"), enter(province, "province_office")
    assert editor.get("/admin/", headers={"host": "xa-b.localhost"}).wsgi_request.acting_portal == a
    assert office.get("/admin/", headers={"host": "xa-b.localhost"}).wsgi_request.acting_portal == province


def test_a_person_of_two_portals_acts_for_the_one_of_the_host_and_sees_its_rows_alone(enter, a, b):
    editor = enter(a, "editor")
    grant(editor.user, portal=b, role="editor", now=local(2024, 3, 1))
    for portal, seen in ((a, [True, False]), (b, [False, True])):
        answer = editor.get(REGISTER, headers={"host": f"{portal.slug}.localhost"})
        assert answer.wsgi_request.acting_portal == portal
        assert _names(answer) == seen


def test_somebody_without_a_role_does_not_enter_the_admin(enter, a, b):
    nobody = enter(a)
    response = nobody.get("/admin/")
    assert response.status_code in (302, 403)
    assert response.wsgi_request.acting_portal is None


def test_every_tenant_owned_model_fails_closed_by_its_manager():
    assert run_checks(tags=["tenants"]) == []


def test_a_model_that_replaced_its_manager_is_reported(monkeypatch):
    class Careless(TenantOwned):
        objects = models.Manager()

        class Meta:
            app_label = "tenants"

        def __str__(self):
            return ""

    try:
        assert [error.id for error in tenant_owned_models_fail_closed(None)] == ["tenants.E001"]
    finally:
        del apps.all_models["tenants"]["careless"]
        apps.clear_cache()
