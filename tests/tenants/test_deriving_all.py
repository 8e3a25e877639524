"""When the table of rights changes, the groups that exist follow it, and those without a person go."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models.signals import post_migrate
from django.utils import timezone

from tenants import roles
from tenants.models import Membership, Role, User
from tenants.rights import derive_all
from tests.factories import make_user
from tests.factories.pages import local

from .test_rights import held

NOW = local(2024, 3, 1)


def test_groups_follow_the_table(a, b, monkeypatch):
    people = [make_user(f"x@{portal.slug}.example", portal=portal, role=Role.HEAD) for portal in (a, b)]
    other = make_user("y@xa-a.example", portal=a, role=Role.EDITOR)
    before = held(other)
    table = {**roles.ROLE_RIGHTS, Role.HEAD: roles.RoleRights(page=("publish",), collection=("add_image",))}
    monkeypatch.setattr("tenants.rights.ROLE_RIGHTS", table)
    monkeypatch.setattr("tenants.roles.ROLE_RIGHTS", table)
    derive_all(now=NOW)
    for portal, person in zip((a, b), people, strict=True):
        assert held(person)[1:3] == ({("publish", portal.slug)}, {("add_image", portal.slug)})
    assert held(other) == before
    monkeypatch.undo()
    derive_all(now=NOW)
    assert held(people[0])[1] == {("change", "xa-a")}


def test_what_was_added_or_taken_by_hand_is_put_right(a, b):
    user = make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    stranger = make_user("y@xa-b.example", portal=b, role=Role.EDITOR)
    before = held(user)
    group = Group.objects.get(name="xa-a:editor")
    group.permissions.set([Permission.objects.get(codename="delete_user")])
    stranger.groups.add(group)
    user.groups.clear()
    derive_all(now=NOW)
    assert held(user) == before
    assert held(stranger)[0] == ["xa-b:editor"]


def test_groups_without_a_person_a_portal_or_a_role_go(a, b):
    make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    for name in ("xa-a:head", "xa-b:editor", "gone:editor", "xa-a:king"):
        Group.objects.create(name=name)
    Group.objects.create(name="Khác")
    User.objects.get(email="x@xa-a.example").groups.add(Group.objects.get(name="xa-a:king"))
    derive_all(now=NOW)
    assert sorted(Group.objects.values_list("name", flat=True)) == ["Khác", "xa-a:editor"]


def test_roles_that_are_over_and_open_invitations_give_nothing(a, b):
    user = make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    make_user("y@xa-a.example", portal=a, role=Role.EDITOR)
    derive_all(now=timezone.now())
    Membership.objects.filter(user=user).update(expires_at=NOW)
    derive_all(now=NOW)
    assert (held(user)[0], Group.objects.count()) == ([], 1)
    Membership.objects.filter(user=user).update(expires_at=timezone.now(), invited_as="Lê Mới")
    derive_all(now=NOW)
    assert held(user)[0] == []


def test_it_costs_the_same_for_one_group_and_for_many(a, b, department, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(60) as found:
            derive_all(now=NOW)
        return len(found)

    make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    before = queries()
    for portal in (b, department):
        for role in (Role.EDITOR, Role.CHIEF, Role.HEAD):
            make_user(f"{role}@{portal.slug}.example", portal=portal, role=role)
    assert queries() == before


def test_migrating_derives_once_after_the_last_app_and_never_on_older_columns(a, b):
    make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    Group.objects.create(name="gone:editor")
    configs = [config for config in apps.get_app_configs() if config.models_module is not None]
    about = {"verbosity": 0, "interactive": False, "using": "default"}
    post_migrate.send(sender=configs[0], app_config=configs[0], apps=apps, plan=[], **about)
    assert Group.objects.filter(name="gone:editor").exists()
    older = MigrationLoader(connection).project_state(("tenants", "0002_portals")).apps
    post_migrate.send(sender=configs[-1], app_config=configs[-1], apps=older, plan=[], **about)
    assert Group.objects.filter(name="gone:editor").exists()
    call_command("migrate", verbosity=0)
    assert sorted(Group.objects.values_list("name", flat=True)) == ["xa-a:editor"]
