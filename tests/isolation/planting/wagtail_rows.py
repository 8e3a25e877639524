"""What Wagtail keeps beside a page: locks, comments, workflows, restrictions, redirects, sessions of editing."""

import uuid

from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem
from wagtail.admin.models import EditingSession, FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.embeds.models import Embed
from wagtail.models import (
    Comment,
    CommentReply,
    GroupApprovalTask,
    PageSubscription,
    PageViewRestriction,
    Task,
    TaskState,
    Workflow,
    WorkflowTask,
)

from ..canaries import canary
from .pages import Pages


def plant_states(pages: Pages, *, now):
    """Pages that somebody locked, submitted, commented on or keeps for a few."""
    word, chief, editor = pages.word, pages.chief, pages.editor
    locked = pages.add("locked")
    locked.locked, locked.locked_by, locked.locked_at = True, editor, now
    locked.save()
    submitted = pages.add("submitted", live=False)
    submitted.get_workflow().start(submitted, editor)
    TaskState.objects.filter(revision__object_id=str(submitted.pk)).update(comment=canary(word, "opinion"))
    private = pages.add("private")
    restriction = PageViewRestriction.objects.create(
        page=private, restriction_type="groups", password=canary(word, "pagepassword")
    )
    restriction.groups.add(editor.groups.first())
    commented = pages.add("commented", live=False)
    comment = Comment.objects.create(
        page=commented,
        user=chief,
        text=canary(word, "comment"),
        contentpath="title",
        position=canary(word, "position"),
    )
    CommentReply.objects.create(comment=comment, user=editor, text=canary(word, "reply"))
    pages.revise(commented)
    PageSubscription.objects.create(page=commented, user=chief, comment_notifications=True)


def plant_redirects(word, portal, pages):
    Redirect.objects.create(
        site=portal.site, old_path=f"/{canary(word, 'redirect')}", redirect_link=f"https://{word}target.example/",
        redirect_page_route_path=f"/{canary(word, 'route')}/",
    )  # fmt: skip
    Redirect.objects.create(site=portal.site, old_path=f"/{canary(word, 'topage')}", redirect_page=pages["draft"])


def plant_editing(word, pages, people, *, now):
    """Somebody is at work on the draft at this moment, another left it half done."""
    draft = pages["draft"]
    kind = ContentType.objects.get_for_model(draft)
    EditingSession.objects.create(user=people["editor"], content_type=kind, object_id=str(draft.pk), last_seen_at=now)
    FormState.objects.create(
        user=people["keeper"], content_type=kind, object_id=str(draft.pk), last_updated_at=now,
        data=f"title={canary(word, 'formstate')}", parent_object_id="",
    )  # fmt: skip


def plant_platform_workflow(group):
    """Workflows are the platform's: a second one, with a task for a group, that no unit may change."""
    task = GroupApprovalTask.objects.create(name="platform task")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="platform workflow")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return {Workflow: {workflow.pk}, Task: {task.pk}}


def plant_words(word, pages):
    """Tags and embeds of Wagtail's own kind, which the product does not use."""
    tag = Tag.objects.create(name=canary(word, "stocktag"), slug=canary(word, "stocktag"))
    TaggedItem.objects.create(tag=tag, content_object=pages["live"])
    Embed.objects.create(
        hash=uuid.uuid5(uuid.NAMESPACE_DNS, word).hex, url=f"https://{word}embed.example/", type="rich",
        **{name: canary(word, "embed", name) for name in ("html", "title", "author_name", "provider_name")},
        thumbnail_url=f"https://{word}thumbnail.example/",
    )  # fmt: skip
