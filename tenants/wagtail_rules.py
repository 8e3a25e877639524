"""Whose the rows of Django's, Wagtail's and third parties' models are, and of this room's own."""

from functools import reduce
from operator import or_

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks_db.models import DBTaskResult
from taggit.models import Tag, TaggedItem
from wagtail import models as core
from wagtail.admin.models import Admin, EditingSession, FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.embeds.models import Embed
from wagtail.images.models import Image, Rendition
from wagtail.users.models import UserProfile

from .models import LoginPolicy, Membership, Portal, PortalEvent, PortalHost, User
from .rules import (
    NONE,
    Writer,
    bookkeeping,
    follows,
    of_person,
    own,
    own_by,
    shared,
    unused,
)
from .scoping import TenantOwned


def collections(scope, prefix=""):
    """Q of the portals' own collections and all below; `prefix` is the path of keys to the collection."""
    return reduce(or_, [Q(**{f"{prefix}path__startswith": path}) for path in scope.collection_paths], NONE)


def people(scope):
    """Q of the person who acts and of everybody who works for the portals; an invitation counts once accepted."""
    working = Membership.objects.filter(portal__in=scope.portal_ids, invited_as="")
    return Q(pk=scope.user_id) | Q(pk__in=working.values("user"))


def register():
    _register_tenancy()
    _register_pages()
    _register_files()
    _register_people()
    _register_machinery()


def _register_tenancy():
    own(TenantOwned)
    own_by(Portal, lambda scope: Q(pk__in=scope.portal_ids), writer=Writer.PLATFORM)
    own(PortalHost, writer=Writer.PLATFORM)
    own(Membership, writer=Writer.PLATFORM)
    own(PortalEvent)
    shared(LoginPolicy)
    own(core.Site, writer=Writer.PLATFORM)
    own(Redirect, "site__portal")


def _register_pages():
    """The pages themselves are classified by the room that swapped Wagtail's model."""
    own(core.PageLogEntry, "page__portal")
    own(core.Comment, "page__portal")
    own(core.CommentReply, "comment__page__portal")
    own(core.PageSubscription, "page__portal")
    own(core.PageViewRestriction, "page__portal")
    follows(core.Revision, lambda revision: revision.content_object)
    follows(core.WorkflowState, lambda state: state.content_object)
    follows(core.TaskState, lambda state: state.workflow_state)


def _register_files():
    own_by(core.Collection, collections)
    own_by(core.CollectionViewRestriction, lambda scope: collections(scope, "collection__"))
    of_person(core.UploadedFile, field="uploaded_by_user")
    unused(Image, Rendition, Document, Tag, TaggedItem)


def _register_people():
    own_by(User, people, writer=Writer.SELF)
    of_person(UserProfile, core.APIToken, EditingSession, FormState)
    bookkeeping(EmailAddress, EmailConfirmation, Authenticator, UserSession)
    unused(Group, core.GroupPagePermission, core.GroupCollectionPermission, core.GroupSitePermission)


def _register_machinery():
    shared(ContentType, Permission, core.Locale, core.Task, core.Workflow, core.WorkflowTask)
    shared(core.WorkflowPage, core.WorkflowContentType)
    bookkeeping(Session, DBTaskResult, Admin, Embed, core.ReferenceIndex, core.ModelLogEntry)
    bookkeeping(*apps.get_app_config("wagtailsearch").get_models())
