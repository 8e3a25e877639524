"""Derives Django groups and Wagtail permissions from memberships: the one place that writes them.

A (portal, role) pair has one group, made when its first member arrives and gone with its last one; a person's
groups are exactly those of their live memberships. No other group has a colon in its name.
"""

import swapper
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from .models import Membership, Portal, Role, User
from .roles import ROLE_RIGHTS, model_permissions

OWN_GROUPS = Group.objects.filter(name__contains=":")


def group_name(portal, role):
    return f"{portal.slug}:{role}"


def derive(user, *, now):
    """Make a person's groups what their memberships say; call it inside the transaction that changed one."""
    User.objects.select_for_update().get(pk=user.pk)
    memberships = Membership.objects.live(now).filter(user=user).select_related("portal__site")
    places = {group_name(row.portal, row.role): (row.portal, row.role) for row in memberships}
    before = set(user.groups.values_list("pk", flat=True))
    groups = [_group(name, places[name]) for name in sorted(places)]
    user.groups.set(groups)
    if left := before - {group.pk for group in groups}:
        _drop_empty(OWN_GROUPS.filter(pk__in=left))


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
    models, pages, collections = (_by_role(find, places) for find in (_of_models, _of_pages, _of_collections))
    _keep(Group.permissions.through, places, lambda portal, role: {(pk,) for pk in models[role]}, "permission_id")
    _keep(
        GroupPagePermission,
        places,
        lambda portal, role: {(portal.site.root_page_id, pk) for pk in pages[role]},
        "page_id",
        "permission_id",
    )
    _keep(
        GroupCollectionPermission,
        places,
        lambda portal, role: {(portal.collection_id, pk) for pk in collections[role]},
        "collection_id",
        "permission_id",
    )


def _by_role(find, places):
    return {role: set(find(role).values_list("pk", flat=True)) for role in {role for _portal, role in places.values()}}


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


def _of_models(role):
    names = [name.split(".") for name in model_permissions(role)]
    wanted = [Q(content_type__app_label=app, codename=codename) for app, codename in names]
    return Permission.objects.filter(Q(*wanted, _connector=Q.OR))


def _of_pages(role):
    model = swapper.load_model("wagtailcore", "Page")._meta
    codenames = [f"{action}_{model.model_name}" for action in ROLE_RIGHTS[role].page]
    return Permission.objects.filter(
        content_type__app_label=model.app_label, content_type__model=model.model_name, codename__in=codenames
    )


def _of_collections(role):
    """Images and files of any model are governed by the permissions of Wagtail's own Image and Document."""
    return Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=ROLE_RIGHTS[role].collection
    )
