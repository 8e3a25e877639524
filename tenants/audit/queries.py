"""Reads of the log and of what its entries tell of."""

import swapper
from django.apps import apps
from django.db.models import Value
from django.db.models.functions import Concat
from django.urls import reverse
from wagtail.admin.admin_url_finder import finder_classes
from wagtail.permissions import policy_registry

from tenants.models import AuditEntry, User
from tenants.queries import plain

from .circumstances import ACTING


def people_named(text, *, known=None):
    """Primary keys of people whose name or e-mail address holds the text, with or without accents and capitals.

    `known`: primary keys of those whose address the reader may know; None for all. A search that found others by
    their address would tell it letter by letter.
    """
    wanted = plain(text)
    person = Concat("last_name", Value(" "), "first_name")
    rows = User.objects.values_list("pk", person, "email")
    found = ((pk, [name, email] if known is None or pk in known else [name]) for pk, name, email in rows)
    return [pk for pk, words in found if any(wanted in plain(word) for word in words)]


def changes_acted(page):
    """What the province changed of a page, acting for its portal: {(action, revision or else moment, person)}.

    A draft that saves itself over again has a later moment in Wagtail's history, and the same revision.
    """
    entries = AuditEntry.objects.filter(portal=page.portal_id, target_pk=str(page.pk), acting_as__contains=ACTING)
    rows = entries.values_list("action", "detail__revision", "happened_at", "actor")
    return {(action, revision or moment, person) for action, revision, moment, person in rows}


def model_of(entry):
    """The model an entry tells of, or None; for every page the base page, so that one query finds them all."""
    if not entry.target_model:
        return None
    try:
        model = apps.get_model(entry.target_model)
    except LookupError:  # an app that is no longer installed
        return None
    page = swapper.load_model("wagtailcore", "Page")
    return page if issubclass(model, page) else model


def labels_of_pages():
    """What `target_model` may be for a page."""
    page = swapper.load_model("wagtailcore", "Page")
    return [model._meta.label_lower for model in apps.get_models() if issubclass(model, page)]


def still_there(entries, *, user):
    """Primary keys of the entries whose object exists in the open scope and may be opened: some queries a model."""
    wanted = {}
    for entry in entries:
        if entry.target_pk and (model := model_of(entry)):
            wanted.setdefault(model, {}).setdefault(entry.target_pk, []).append(entry.pk)
    found = set()
    for model, by_key in wanted.items():
        if _has_screen(model, user):
            keys = model._default_manager.filter(pk__in=by_key).values_list("pk", flat=True)
            found.update(entry for key in keys for entry in by_key[str(key)])
    return found


def _has_screen(model, user):
    """Is there a screen on which this person changes such things? Wagtail's own of people is closed."""
    if model is User or not finder_classes.get_by_type(model):
        return False
    policy = policy_registry.get_by_type(model)
    return policy is None or policy.user_has_any_permission(user, {"change"})


def revision_url(entry):
    """Where the state of the page at that time is shown, or None."""
    revision = entry.detail.get("revision")
    return reverse("wagtailadmin_pages:revisions_view", args=[entry.target_pk, revision]) if revision else None
