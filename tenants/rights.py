"""Derives Django groups and Wagtail permissions from memberships: the one place that writes them.

A (portal, role) pair has one group, made when its first member arrives and gone with its last one; a person's
groups are exactly those of their live memberships. No other group has a colon in its name.
"""

from collections import defaultdict
from dataclasses import astuple

import swapper
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from .models import Membership, Portal, Role, User
from .roles import ROLE_RIGHTS, RoleRights, model_permissions

FILES = ("wagtailimages", "wagtaildocs")
OWN_GROUPS = Group.objects.filter(name__contains=":")


def group_name(portal, role):
    return f"{portal.slug}:{role}"


def derive(user, *, now):
    """Make a person's groups what their memberships say; call it inside the transaction that changed one."""
    User.objects.select_for_update().get(pk=user.pk)
    memberships = Membership.objects.live(now).filter(user=user).select_related("portal__site")
    places = {group_name(row.portal, row.role): (row.portal, row.role) for row in memberships}
    held = dict(user.groups.values_list("name", "pk"))
    if new := [_group(name, places[name]) for name in sorted(places) if name not in held]:
        user.groups.add(*new)
    if left := [pk for name, pk in held.items() if name not in places]:
        user.groups.remove(*left)
        _drop_empty(OWN_GROUPS.filter(pk__in=left))


@transaction.atomic
def derive_all(*, now):
    """The same for everybody, after the table of rights has changed: groups without a person go."""
    portals = {portal.slug: portal for portal in Portal.objects.select_related("site")}
    places = {group.pk: _place(group, portals) for group in OWN_GROUPS.all()}
    _grant({pk: place for pk, place in places.items() if place})
    live = Membership.objects.live(now).values_list("user", "portal__slug", "role")
    wanted = {(user, f"{slug}:{role}") for user, slug, role in live}
    held = set(User.groups.through.objects.filter(group__in=OWN_GROUPS.all()).values_list("user", "group__name"))
    for user in User.objects.filter(pk__in={user for user, _name in wanted ^ held}).order_by("pk"):
        derive(user, now=now)
    _drop_empty(OWN_GROUPS.all())


def _place(group, portals):
    """(portal, role) of a group; None for one whose portal or role is no more."""
    slug, _colon, role = group.name.rpartition(":")
    return (portals[slug], role) if slug in portals and role in Role.values else None


def _group(name, place):
    """The row stays locked until the verb ends, so that nobody drops the group while somebody arrives."""
    group, created = Group.objects.select_for_update().get_or_create(name=name)
    if created:
        _grant({group.pk: place})
    return group


def _drop_empty(groups):
    locked = list(groups.select_for_update().order_by("name").values_list("pk", flat=True))
    Group.objects.filter(pk__in=locked, user=None).delete()


def _grant(places):
    """Give each group ({primary key: (portal, role)}) what its role carries, and take what it does not."""
    carried = _carried_by({role for _portal, role in places.values()})
    _keep(
        Group.permissions.through, places, lambda portal, role: {(pk,) for pk in carried[role].models}, "permission_id"
    )
    _keep(
        GroupPagePermission,
        places,
        lambda portal, role: {(portal.site.root_page_id, pk) for pk in carried[role].page},
        "page_id",
        "permission_id",
    )
    _keep(
        GroupCollectionPermission,
        places,
        lambda portal, role: {(portal.collection_id, pk) for pk in carried[role].collection},
        "collection_id",
        "permission_id",
    )


def _keep(model, places, wanted_of, *columns):
    """Make the rows of these groups exactly (group, *columns) as wanted: one read, one write, one deletion."""
    rows = model.objects.filter(group__in=places).values_list("pk", "group_id", *columns)
    known = {tuple(key): pk for pk, *key in rows}
    wanted = {(group, *rest) for group, place in places.items() for rest in wanted_of(*place)}
    model.objects.bulk_create(
        model(**dict(zip(("group_id", *columns), key, strict=True))) for key in sorted(wanted - set(known))
    )
    if stale := [pk for key, pk in known.items() if key not in wanted]:
        model.objects.filter(pk__in=stale).delete()


def _carried_by(roles):
    """{role: RoleRights with primary keys of permissions in the place of names}, in one query.

    Images and files of any model are governed by the permissions of Wagtail's own Image and Document.
    """
    page = swapper.load_model("wagtailcore", "Page")._meta
    wanted = {
        role: RoleRights(
            page=tuple(f"{page.app_label}.{action}_{page.model_name}" for action in ROLE_RIGHTS[role].page),
            collection=tuple(f"{app}.{name}" for app in FILES for name in ROLE_RIGHTS[role].collection),
            models=tuple(model_permissions(role)),
        )
        for role in roles
    }
    names = {name for rights in wanted.values() for part in astuple(rights) for name in part}
    rows = Permission.objects.filter(codename__in={name.partition(".")[2] for name in names})
    known = defaultdict(list)
    for pk, app, codename in rows.values_list("pk", "content_type__app_label", "codename"):
        known[f"{app}.{codename}"].append(pk)
    return {
        role: RoleRights(*(tuple(pk for name in part for pk in known[name]) for part in astuple(rights)))
        for role, rights in wanted.items()
    }
