"""Reads of the log and of what its entries tell of."""

import swapper
from django.apps import apps
from django.db.models import Value
from django.db.models.functions import Concat
from django.urls import reverse
from wagtail.admin.admin_url_finder import finder_classes

from tenants.models import User
from tenants.queries import plain


def people_named(text):
    """Primary keys of people whose name or e-mail address holds the text, with or without accents and capitals."""
    wanted = plain(text)
    person = Concat("last_name", Value(" "), "first_name")
    rows = User.objects.values_list("pk", person, "email")
    return [pk for pk, *words in rows if any(wanted in plain(word) for word in words)]


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


def still_there(entries):
    """Those of the entries whose object exists within the open scope and has a screen: one query a model."""
    wanted = {}
    for entry in entries:
        model = model_of(entry)
        if model is not None and model is not User and finder_classes.get_by_type(model) and entry.target_pk:
            wanted.setdefault(model, {}).setdefault(entry.target_pk, []).append(entry)
    found = set()
    for model, by_key in wanted.items():
        for pk in model._default_manager.filter(pk__in=by_key).values_list("pk", flat=True):
            found.update(entry.pk for entry in by_key[str(pk)])
    return found


def revision_url(entry):
    """Where the state of the page at that time is shown, or None."""
    revision = entry.detail.get("revision")
    return reverse("wagtailadmin_pages:revisions_view", args=[entry.target_pk, revision]) if revision else None
