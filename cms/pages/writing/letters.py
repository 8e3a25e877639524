"""Wagtail's letters about a page go to people of its portal alone: who has left it learns no more of its inner words.

Wagtail writes to whoever once followed a page, wrote in a thread or submitted it. Who works for the portal is asked
anew for every letter.
"""

from collections import defaultdict

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.admin import mail
from wagtail.models import Comment, CommentReply, PageSubscription, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from cms.pages.permissions import working_for
from tenants.models import Membership, User


class OfThePortal:
    """Mixed into a notifier of Wagtail's."""

    def get_recipient_users(self, state, **kwargs):
        whole = state.workflow_state if isinstance(state, TaskState) else state
        return working_for(whole.content_object.portal_id, super().get_recipient_users(state, **kwargs))


class Submitted(OfThePortal, mail.WorkflowStateSubmissionEmailNotifier):
    pass


class Approved(OfThePortal, mail.WorkflowStateApprovalEmailNotifier):
    pass


class Rejected(OfThePortal, mail.WorkflowStateRejectionEmailNotifier):
    pass


class TaskSubmitted(OfThePortal, mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


# (signal, sender, the name under which Wagtail connects its own, what is connected instead)
NOTIFIERS = [
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification", Submitted()),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification", Approved()),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification", Rejected()),
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification", TaskSubmitted()),
]


def connect():
    """In the place of Wagtail's, whichever app is ready first: under one name there is one receiver."""
    for signal, sender, name, notifier in NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(notifier, sender=sender, dispatch_uid=name)


@receiver(post_delete, sender=Membership)
def unfollow(sender, instance, **kwargs):
    """Who holds nothing in a portal any more follows none of its pages."""
    if not Membership.objects.filter(user=instance.user_id, portal=instance.portal_id, invited_as="").exists():
        PageSubscription.objects.filter(user=instance.user_id, page__portal=instance.portal_id).delete()


def tell_of_comments(page, changes, *, by):
    """Letters about comments: to who follows the page about all, to who wrote in a thread about that thread.

    `changes`: what `EditView.get_commenting_changes` returns. Nothing is sent about words that were only mended.
    """
    if not any(changes[name] for name in ("new_comments", "deleted_comments", "resolved_comments", "new_replies")):
        return
    threads = _threads(changes)
    following = set(
        PageSubscription.objects.filter(page=page, comment_notifications=True).values_list("user_id", flat=True)
    )
    people = working_for(page.portal_id, User.objects.filter(pk__in=following | threads.keys()).exclude(pk=by.pk))
    about = {"page": page, "editor": by}
    followers = [user for user in people if user.pk in following]
    mail.send_notification(followers, "updated_comments", about | _told(changes))
    for user in people:
        if user.pk not in following:
            mail.send_notification([user], "updated_comments", about | _told(changes, within=threads[user.pk]))


def _threads(changes):
    """{person: {keys of the changed threads in which they wrote}}."""
    keys = [comment.pk for comment in changes["resolved_comments"]]
    keys += [comment.pk for comment, _replies in changes["new_replies"]]
    begun = Comment.objects.filter(pk__in=keys).values_list("user_id", "pk")
    answered = CommentReply.objects.filter(comment__in=keys).values_list("user_id", "comment_id")
    threads = defaultdict(set)
    for person, key in [*begun, *answered]:
        threads[person].add(key)
    return threads


def _told(changes, *, within=None):
    """What the letter tells; of some threads only, if `within` holds their keys. A deleted comment has no thread."""
    told = {name: changes[name] for name in ("new_comments", "resolved_comments", "deleted_comments")}
    replied = [{"comment": comment, "replies": replies} for comment, replies in changes["new_replies"]]
    if within is not None:
        told = {name: [row for row in rows if row.pk in within] for name, rows in told.items()}
        replied = [row for row in replied if row["comment"].pk in within]
    return told | {"replied_comments": replied}
