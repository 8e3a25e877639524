"""Where entries come from without anybody calling `record`: Wagtail's logs, portals' events and watched models."""

from django.contrib.auth import get_user_model
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import get_active_log_context
from wagtail.models import Collection, CollectionViewRestriction, ModelLogEntry, PageLogEntry

from tenants.models import PortalEvent

from .actions import record
from .circumstances import current_circumstances
from .labels import event_code
from .owners import portal_of
from .watching import CREATED, EDITED, WATCHED, WATCHED_ACTIONS, watch

watch(get_image_model(), get_document_model(), Collection, CollectionViewRestriction, Redirect)


@receiver(post_save, sender=PortalEvent)
def from_portal_event(sender, instance, created, raw=False, **kwargs):
    if raw or not created:
        return
    data = {name: value for name, value in instance.data.items() if name != "spec"}
    if instance.note:
        data["note"] = instance.note
    record(
        event_code(instance.kind, data, instance.by_id),
        portal=instance.portal,
        by=instance.by,
        now=instance.happened_at,
        target=_person(data) or instance.portal,
        detail=data,
    )


def _person(data):
    """Who an event is about, by the name that those who read it know."""
    people = get_user_model()
    if "user" not in data:
        return None
    name = data.get("name") or people.objects.filter(pk=data["user"]).first() or ""
    return people._meta.label_lower, data["user"], str(name)


@receiver(post_save, sender=PageLogEntry)
def from_page_log(sender, instance, created, raw=False, **kwargs):
    if not raw and created and not _continues(instance) and not _is_part(instance):
        _from_wagtail(instance, instance.page_id, portal_of(instance.page))


@receiver(post_save, sender=ModelLogEntry)
def from_model_log(sender, instance, created, raw=False, **kwargs):
    model = instance.content_type.model_class()
    if raw or not created or (model in WATCHED and instance.action in WATCHED_ACTIONS):
        return
    row = model._base_manager.filter(pk=instance.object_id).first() if model else None
    _from_wagtail(instance, instance.object_id, portal_of(row))


def _continues(entry):
    """Drafts save themselves: what is written over the same draft goes on bearing the mark of its first entry."""
    mark = get_active_log_context().uuid
    return bool(entry.action == EDITED and mark and entry.uuid and entry.uuid != mark)


def _is_part(entry):
    """Wagtail tells of a new page that its first draft was saved, and of a copy that a page was created."""
    current = current_circumstances()
    if current is None or entry.action not in (CREATED, EDITED):
        return False
    match = current.request.resolver_match
    if entry.action == CREATED and match and match.view_name == "wagtailadmin_pages:copy":
        return True
    return not current.says_anew(("page", entry.page_id), entry.action, within=(CREATED,))


def _from_wagtail(entry, pk, portal):
    kind = entry.content_type
    target = (f"{kind.app_label}.{kind.model}", pk, entry.label)
    record(entry.action, portal=portal, by=entry.user, now=entry.timestamp, target=target, detail=_facts(entry))


def _facts(entry):
    """Of what Wagtail keeps beside an entry the little that a reader needs; never a comment's words."""
    data, facts = entry.data, {}
    if entry.revision_id:
        facts["revision"] = entry.revision_id
    if "title" in data:
        facts |= {"before": data["title"]["old"], "after": data["title"]["new"]}
    if data.get("destination") and data.get("source"):  # at the root of the tree there is no source
        facts |= {"before": data["source"]["title"], "after": data["destination"]["title"]}
    if "restriction" in data:
        facts["restriction"] = data["restriction"]["type"]
    if go_live := (data.get("revision") or {}).get("go_live_at"):
        facts["go_live"] = go_live
    return facts


@hooks.register("after_bulk_action")
def from_bulk_action(request, action_type, objects, action):
    """Wagtail changes many accounts by one update, which neither signals nor its log tell of."""
    for row in objects:
        if isinstance(row, get_user_model()):
            record(f"user.{action_type}", portal=None, by=request.user, now=timezone.now(), target=row)
