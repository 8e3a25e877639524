"""What the crawl stands on: every parameter is classified, and there is a canary of B wherever one could show.

Whoever brings a new model plants a row of it (planting/) or says here why a portal has none.
"""

import pytest
from django.db import models

from .addresses import FEW, Rows, own
from .canaries import COMPUTED
from .crawl import unmapped
from .database import installed_models
from .inventory import views

pytestmark = pytest.mark.django_db

NO_ROWS = {
    "auth.Permission": "the program's",
    "contenttypes.ContentType": "the program's",
    "compliance.Period": "a quarter is everybody's",
    "questions.CalendarDay": "the province's, for all",
    "questions.ClockRule": "the province's, for all",
    "questions.OfficialTitle": "the province's, for all",
    "questions.QuestionKind": "the province's, for all",
    "questions.Tally": "counts strangers, of no portal",
    "questions.Topic": "the province's, for all",
    "pages.ChiefApprovalTask": "one for the installation",
    "taggit.Tag": "planted, but nobody's: portals use PortalTag",
    "tenants.LoginPolicy": "one for the installation",
    "tenants.User_user_permissions": "rights come from roles alone",
    "wagtailadmin.Admin": "holds no rows, only permissions",
    "wagtailcore.GroupApprovalTask": "workflows are the platform's",
    "wagtailcore.GroupApprovalTask_groups": "workflows are the platform's",
    "wagtailcore.GroupSitePermission": "nobody has rights on settings of a site",
    "wagtailcore.Locale": "the program's",
    "wagtailcore.WorkflowContentType": "workflows are the platform's",
    "wagtailcore.WorkflowPage": "workflows are the platform's",
    "wagtailcore.WorkflowTask": "workflows are the platform's",
    "wagtaildocs.Document": "replaced by pages.PortalDocument",
    "wagtailimages.Image": "replaced by pages.PortalImage",
    "wagtailimages.Rendition": "replaced by pages.PortalRendition",
}
# Fields that can hold no canary: what the program writes there is none of a person's words.
NO_WORDS = {
    "a name of the program's own": """
        compliance.LedgerEntry.criterion compliance.LedgerEntry.pack compliance.LedgerEntry.pack_version
        compliance.LedgerEntry.reasons compliance.LedgerEntry.rule django_tasks_database.DBTaskResult.backend_name
        django_tasks_database.DBTaskResult.exception_class_path django_tasks_database.DBTaskResult.queue_name
        django_tasks_database.DBTaskResult.worker_ids pages.DeletedPage.page_type pages.PortalRendition.filter_spec
        pages.PortalRendition.focal_point_key search.SearchEntry.doc_type search.SearchEntry.kind
        search.SearchEntry.lang tenants.AuditEntry.acting_as tenants.AuditEntry.action
        tenants.AuditEntry.target_model wagtailcore.Comment.contentpath wagtailcore.ModelLogEntry.action
        wagtailcore.ModelLogEntry.data wagtailcore.PageLogEntry.action wagtailcore.ReferenceIndex.content_path
        wagtailcore.ReferenceIndex.model_path wagtailusers.UserProfile.current_time_zone
        wagtailusers.UserProfile.dismissibles wagtailusers.UserProfile.preferred_language""",
    "a number or a digest": """
        pages.PortalPage.translation_meta questions.CaseFile.content_type questions.CaseFile.file
        questions.CaseMail.mark search.SearchEntry.uid tenants.AuditEntry.target_pk
        usersessions.UserSession.session_key wagtailadmin.EditingSession.object_id wagtailadmin.FormState.object_id
        wagtailadmin.FormState.parent_object_id wagtailcore.ModelLogEntry.object_id
        wagtailcore.ReferenceIndex.object_id wagtailcore.ReferenceIndex.to_object_id wagtailcore.Revision.object_id
        wagtailcore.WorkflowState.object_id wagtailembeds.Embed.hash wagtailsearch.IndexEntry.object_id""",
    "encoded": "sessions.Session.session_data",
    "the platform's": "wagtailcore.Task.name wagtailcore.Workflow.name",
}


def _has_words(field):
    kinds = (models.CharField, models.TextField, models.JSONField, models.FileField)
    return isinstance(field, kinds) and not field.choices and not field.primary_key and field.name not in COMPUTED


def test_every_parameter_of_an_address_is_classified():
    assert unmapped() == set()


def test_there_is_a_row_for_every_view_to_show(world):
    rows = Rows(world.a, FEW, shared=True)
    assert [view.key for view in views() if not view.is_by_hand and not own(view, rows)] == []


def test_b_has_a_row_of_every_model(world):
    without = {model._meta.label for model in installed_models() if not world.b.rows[model]}
    assert without == set(NO_ROWS) - {"taggit.Tag"}


def test_every_word_that_b_can_hold_is_a_canary(world):
    database, silent = world.database, set()
    for model in installed_models():
        rows = [database.before[model][key] for key in world.b.rows[model]]
        for field in model._meta.local_concrete_fields if rows else []:
            if _has_words(field) and not any(database.words.search(str(row[field.attname])) for row in rows):
                silent.add(f"{model._meta.label}.{field.name}")
    assert silent == {name for names in NO_WORDS.values() for name in names.split()}
