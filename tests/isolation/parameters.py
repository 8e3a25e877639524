"""What each parameter of an address stands for: a row of a model, or a word of a list.

A parameter that is in neither table fails the tests: whoever brings a new view says here what its parameters name.
"""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Revision,
    Task,
    TaskState,
    UploadedFile,
    Workflow,
    WorkflowState,
)

from cms.pages.models import DeletedPage, NilDeclaration, PortalDocument, PortalImage, PortalPage
from cms.questions.models import CaseFile, Question
from tenants.models import AuditEntry, Membership, Portal, User

BY_NAME = {
    "page_id": PortalPage, "parent_page_id": PortalPage, "page_to_move_id": PortalPage, "page_pk": PortalPage,
    "destination_id": PortalPage, "image_id": PortalImage, "document_id": PortalDocument, "doc_id": PortalDocument,
    "collection_id": Collection, "redirect_id": Redirect, "workflow_pk": Workflow, "task_id": Task,
    "task_state_id": TaskState, "workflow_state_id": WorkflowState, "revision_id": Revision,
    "revision_id_a": Revision, "revision_id_b": Revision, "uploaded_file_id": UploadedFile,
    "session_id": EditingSession, "restriction_id": CollectionViewRestriction,
    "page_view_restriction_id": PageViewRestriction, "entry": AuditEntry, "deleted_page_id": DeletedPage,
    "nil_id": NilDeclaration,
    "question_id": Question, "case_file_id": CaseFile,
    "question_number": Question,
}  # fmt: skip

# Views that do not say which model their `pk` is of.
BY_VIEW = {
    "wagtailadmin_api:pages:": PortalPage, "wagtailadmin_api:images:": PortalImage,
    "wagtailadmin_api:documents:": PortalDocument, "wagtailadmin_pages:": PortalPage,
    "wagtailadmin_workflows:edit_task": Task, "wagtailadmin_workflows:enable_task": Task,
    "wagtailadmin_workflows:": Workflow, "acting:": Membership, "audit:": AuditEntry,
    "mfa_": Authenticator, "end_session": UserSession,
}  # fmt: skip

ACTIONS_OF_THE_API = [
    "convert_alias", "copy", "delete", "publish", "unpublish", "move", "copy_for_translation", "create_alias",
    "revert_to_page_revision",
]  # fmt: skip
BULK_ACTIONS = [
    "delete", "move", "publish", "unpublish", "add_tags", "add_to_collection", "assign_role", "set_active_state",
]  # fmt: skip
WORDS = {
    "filter_spec": ["width-20"],
    "pack": ["info_commune"],
    "criterion": ["C1"],
    "action": BULK_ACTIONS,
    "uidb64": ["MQ"],
    "token": ["set-password"],
    "receipt": ["0123456789abcdef0123456789abcdef"],
    "link": ["MQ:1x:khong-co"],
    "uidb36": ["1"],
    "key": ["set-password"],
    "page_type": ["articlepage", "staticpage", "homepage"],
    "task": ["dang-tin-co-anh"],
    "verb": ["receive", "forward", "send_back_to_sender", "ask_back", "resume", "extend", "remove", "restore"],
    "bulk_verb": ["receive", "forward"],
}
KINDS = {
    ("content_type_app_name", "content_type_model_name"), ("app_label", "model_name"), ("app_name", "model_name"),
}  # fmt: skip
OBJECT_OF_A_KIND = "object_id"


class Unmapped(Exception):
    """An address has a parameter that nobody has classified."""


def model_of(view, parameter):
    """The model whose row the parameter names, or None for a word."""
    if parameter in BY_NAME:
        return BY_NAME[parameter]
    if parameter not in ("pk", "slug"):
        return None
    if parameter == "slug" and view.name.startswith("compliance:"):
        return Portal
    for prefix, model in BY_VIEW.items():
        if view.name.startswith(prefix):
            return model
    return view.model


def words_of(view, parameter):
    """The words to try for a parameter that names no row. Raises Unmapped."""
    if parameter == "action_name":
        return ACTIONS_OF_THE_API if view.name.startswith("wagtailadmin_api") else ["approve", "reject"]
    if parameter not in WORDS:
        raise Unmapped(f"{view}: {parameter}")
    return WORDS[parameter]


def kinds_of(view):
    """Pairs (app, model) for addresses that name a content type."""
    if view.name.startswith("wagtailadmin_pages"):
        return [(m._meta.app_label, m._meta.model_name) for m in page_types()]
    if "task" in view.name:
        return [("wagtailcore", "groupapprovaltask"), ("pages", "chiefapprovaltask")]
    if view.name == "wagtail_bulk_action":
        models = (PortalPage, PortalImage, PortalDocument, User)
        return [(m._meta.app_label, m._meta.model_name) for m in models]
    return [("pages", "portalimage"), ("pages", "portaldocument")]


def page_types():
    kinds = ContentType.objects.filter(app_label="pages")
    models = [kind.model_class() for kind in kinds]
    return sorted((m for m in models if m and issubclass(m, PortalPage)), key=lambda m: m._meta.model_name)
