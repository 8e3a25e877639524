"""Documents that fall due: one that would be a second copy of a live one is taken off the timetable, and only it."""

from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from cms.pages.models import LegalDocumentPage

from .identity import DuplicateDocument

REFUSED = "pages.publish.duplicate"


def publish_due_documents(*, now):
    """Before Wagtail publishes what is due, page by page: its command stops at the first page that is refused."""
    for page in LegalDocumentPage.objects.filter(live=True, expire_at__lt=now):
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for revision in due:
        if issubclass(revision.content_type.model_class(), LegalDocumentPage):
            _publish(revision)


def _publish(revision):
    try:
        revision.publish(log_action="wagtail.publish.scheduled")
    except DuplicateDocument as refusal:
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(instance=revision.content_object, action=REFUSED, revision=revision, data={"reason": str(refusal)})


def name_the_refusal(actions):
    told = _("Đến giờ hẹn nhưng không đăng: trùng văn bản")
    actions.register_action(REFUSED, _("Không đăng vì trùng văn bản"), told)
