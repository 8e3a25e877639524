"""Derives Django groups and Wagtail permissions from memberships: the one place that writes them.

A (portal, role) pair has one group, made when its first member arrives; a person's groups are exactly
those of their memberships.
"""

import swapper
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from .models import Membership
from .roles import ROLE_RIGHTS, model_permissions


def group_name(portal, role):
    return f"{portal.slug}:{role}"


def derive(user):
    """Make a person's groups what their memberships say; call it inside the transaction that changed one."""
    memberships = Membership.objects.filter(user=user).select_related("portal__site", "portal__collection")
    user.groups.set([_group(membership.portal, membership.role) for membership in memberships])


def _group(portal, role):
    group, created = Group.objects.get_or_create(name=group_name(portal, role))
    if created:
        _grant_models(group, role)
        _grant_pages(group, portal, role)
        _grant_collection(group, portal, role)
    return group


def _grant_models(group, role):
    wanted = model_permissions(role)
    known = Permission.objects.filter(codename__in=[name.split(".")[1] for name in wanted]).select_related(
        "content_type"
    )
    group.permissions.set([p for p in known if f"{p.content_type.app_label}.{p.codename}" in wanted])


def _grant_pages(group, portal, role):
    page_model = swapper.load_model("wagtailcore", "Page")
    codenames = [f"{action}_{page_model._meta.model_name}" for action in ROLE_RIGHTS[role].page]
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=portal.site.root_page_id, permission=permission)
        for permission in Permission.objects.filter(
            content_type=ContentType.objects.get_for_model(page_model), codename__in=codenames
        )
    )


def _grant_collection(group, portal, role):
    """Images and files of any model are governed by the permissions of Wagtail's own Image and Document."""
    wanted = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=ROLE_RIGHTS[role].collection
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=portal.collection, permission=permission)
        for permission in wanted
    )
