"""Every number that comes in must be one the person reaches: by address, query string, bulk action or JSON body.

What is not reached does not exist: 404, the same as for a number nobody has. Rooms above name the parameters of
their own views in `PARAMETERS`; a parameter that looks like a key and that nobody named is refused.
"""

import json
import re

import swapper
from django.apps import apps
from django.db.models import Model
from django.http import Http404
from wagtail import models as core
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string

from .audit import refuse
from .rules import limited, reached_keys
from .scoping import current_scope, portal_scope

PAGE = swapper.get_model_name("wagtailcore", "Page")
IMAGE, DOCUMENT = get_image_model_string(), get_document_model_string()

# name of a parameter, in an address or a query string -> model
PARAMETERS = {
    **dict.fromkeys(["page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"], PAGE),
    **dict.fromkeys(["childOf", "child_of", "descendant_of", "ancestor_of", "translation_of"], PAGE),
    "destination_page_id": PAGE,
    "parent_page": PAGE,
    "image_id": IMAGE,
    **dict.fromkeys(["document_id", "doc_id"], DOCUMENT),
    **dict.fromkeys(["collection_id", "collection"], core.Collection),
    "redirect_id": Redirect,
    "task_id": core.Task,
    "task_state_id": core.TaskState,
    "workflow_pk": core.Workflow,
    "workflow_state_id": core.WorkflowState,
    **dict.fromkeys(["revision_id", "revision_id_a", "revision_id_b"], core.Revision),
    "uploaded_file_id": core.UploadedFile,
    "session_id": EditingSession,
    "site": core.Site,
}
# name space of views -> model of their plain "pk" or "object_id"
NAMESPACES = {
    "wagtailadmin_pages": PAGE,
    "wagtailadmin_api:pages": PAGE,
    "wagtailadmin_api:images": IMAGE,
    "wagtailadmin_api:documents": DOCUMENT,
    "wagtailadmin_collections": core.Collection,
    "wagtailadmin_workflows": core.Workflow,
}
# name spaces and views that find their rows through permissions.py: other portals' too, where one may
ASK_PERMISSIONS = frozenset(
    {
        *("portals", "members", "acting", "audit", "mfa_edit_webauthn", "mfa_remove_webauthn", "end_session"),
        "questions_overseen",
    }
)
PLAIN = ("pk", "object_id")
NOBODYS = 2_147_483_647  # no number is so high; 0 would read as "none given"
# views of Wagtail's that read a number of their form before the form has looked at it -> (field, model)
UNREAD_FORMS = {"wagtailadmin_pages:copy": ("new_parent_page", PAGE)}
FRACTION = re.compile(r"\.0*\s*$")  # what scripts' interface reads as no fraction: "4.0" is 4
CHOOSERS = {"wagtailadmin_choose_page_chosen_multiple": PAGE}


class Elsewhere(Http404):
    """The row is of `portal`, for which the person works too, but not now."""

    def __init__(self, portal):
        super().__init__(portal.slug)
        self.portal = portal


class Unmapped(LookupError):
    """A parameter that looks like a key belongs to no known model: name it in `guard.PARAMETERS`."""


def check(request, view, kwargs):
    """Look at every number of the request. Raises Http404 for one in a query string or a body that is not reached.

    One in the address becomes a number that nobody has: so the view answers in its own way, HTML or JSON, and
    nobody learns whether the row exists. Raises Elsewhere to who opens a page of another portal of their own.
    """
    if limited() is None:
        return
    for name, model in _of_address(request, view, kwargs):
        if not _is_reached(_model(model), kwargs[name]):
            if request.method == "GET" and (portal := _own_elsewhere(_model(model), kwargs[name])):
                raise Elsewhere(portal)
            refuse(request, "refused.reference")
            kwargs[name] = type(kwargs[name])(NOBODYS)
    for model, key in [*_of_query(request, view, kwargs), *_of_body(request)]:
        if not _is_reached(_model(model), key):
            refuse(request, "refused.reference")
            raise Http404
    _check_form(request)


def _own_elsewhere(model, key):
    """The portal of the row, if it is another one for which the person works."""
    scope = current_scope()
    for portal in dict.fromkeys(row.portal for row in scope.memberships or () if not scope.covers(row.portal_id)):
        with portal_scope([portal]):
            if _is_reached(model, key):
                return portal
    return None


def _check_form(request):
    """A number in a form that its view would trust must be there and be reached."""
    field, model = UNREAD_FORMS.get(request.resolver_match.view_name, ("", None))
    if request.method != "POST" or not field:
        return
    key = request.POST.get(field, "")
    if not key.isdigit() or not _is_reached(_model(model), key):
        refuse(request, "refused.reference")
        raise Http404


def model_of(name, *, namespace, viewed):
    """The model that a parameter of an address names, or None if it names no row; raises Unmapped.

    `namespace` is that of the address, `viewed` the model its view is about.
    """
    if name in PARAMETERS:
        return PARAMETERS[name]
    if name in PLAIN and (model := NAMESPACES.get(namespace) or viewed):
        return model
    if name in PLAIN or name.endswith(("_id", "_pk")):
        raise Unmapped(f"{namespace}: {name}")
    return None


def view_model(view):
    """The model a generic view of Wagtail's is about."""
    model = getattr(view, "view_initkwargs", {}).get("model") or getattr(
        getattr(view, "view_class", None), "model", None
    )
    is_model = isinstance(model, str) or (isinstance(model, type) and issubclass(model, Model))
    return model if is_model else None


def _of_address(request, view, kwargs):
    match = request.resolver_match
    if {"app_label", "model_name", "object_id"} <= kwargs.keys():  # the ping of whoever edits
        return [("object_id", f"{kwargs['app_label']}.{kwargs['model_name']}")]
    if not ASK_PERMISSIONS.isdisjoint((match.namespace, match.view_name)):
        return []
    about = {"namespace": match.namespace, "viewed": view_model(view)}
    return [(name, model) for name in kwargs if (model := model_of(name, **about))]


def _of_query(request, view, kwargs):
    match = request.resolver_match
    listed = None
    if match.url_name == "wagtail_bulk_action":
        listed = f"{kwargs['app_label']}.{kwargs['model_name']}"
    elif (match.url_name or "").endswith("chosen_multiple"):
        listed = CHOOSERS.get(match.url_name) or view_model(view)
    found = [(listed, key) for key in request.GET.getlist("id")] if listed else []
    return found + [
        (PARAMETERS[name], key) for name in request.GET if name in PARAMETERS for key in request.GET.getlist(name)
    ]


def _of_body(request):
    if request.method != "POST" or request.content_type != "application/json":
        return []
    try:
        body = json.loads(request.body or b"{}")
    except ValueError:
        return []
    return (
        [(PARAMETERS[name], key) for name, key in body.items() if name in PARAMETERS] if isinstance(body, dict) else []
    )


def _model(model):
    try:
        model = apps.get_model(model) if isinstance(model, str) else model
    except (LookupError, ValueError) as error:
        raise Http404 from error
    if model._meta.swapped:  # Wagtail's own page model has no table here
        raise Http404
    return model


def _is_reached(model, key):
    """Is there such a row within the scope, however its number is written? "all" and "live" are no numbers."""
    written = FRACTION.sub("", str(key)).strip()
    try:
        return bool(reached_keys(model, {int(written)}))
    except OverflowError:
        return False
    except ValueError:  # "²" is a digit and no number
        return not written.isdigit()
