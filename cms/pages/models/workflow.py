"""Submitting for approval: one workflow for the whole installation, approved by the chief of the page's own portal."""

from django.db.models import CharField
from django.db.models.functions import Cast
from django.forms import CharField as TextInput
from django.forms import Textarea
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Task, TaskState

from tenants.models import Role
from tenants.permissions import live_memberships

from .base import PortalPage


class ReasonForm(TaskStateCommentForm):
    """Who sends a page back says what is to be changed."""

    comment = TextInput(
        label=_("Lý do, chỗ cần sửa"),
        help_text=_("Người viết đọc ý kiến này rồi sửa. Ví dụ: Thiếu ngày diễn ra, ảnh mờ."),
        error_messages={"required": _("Hãy ghi lý do, để người viết biết sửa chỗ nào.")},
        widget=Textarea({"rows": 3}),
    )


class ChiefApprovalTask(Task):
    """Approved by whoever is chief (trưởng ban biên tập) of the portal the page belongs to."""

    class Meta:
        verbose_name = _("Trưởng ban biên tập duyệt")
        verbose_name_plural = _("Trưởng ban biên tập duyệt")

    def _is_chief(self, page, user):
        chiefs = live_memberships().filter(portal=page.portal_id, role=Role.CHIEF, user__is_active=True)
        return user.is_superuser or chiefs.filter(user=user).exists()

    def user_can_access_editor(self, obj, user):
        return self._is_chief(obj, user)

    def locked_for_user(self, obj, user):
        return not self._is_chief(obj, user)

    def user_can_lock(self, obj, user):
        return self._is_chief(obj, user)

    def user_can_unlock(self, obj, user):
        return False

    def get_actions(self, obj, user):
        if not self._is_chief(obj, user):
            return []
        return [
            ("reject", _("Trả lại để sửa"), True),
            ("approve", _("Duyệt"), False),
            ("approve", _("Duyệt kèm ý kiến"), True),
        ]

    def get_form_for_action(self, action):
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if user.is_superuser:
            return waiting
        led = live_memberships().filter(user=user, role=Role.CHIEF).values("portal")
        pages = PortalPage.objects.filter(portal__in=led).annotate(key=Cast("pk", CharField()))
        return waiting.filter(workflow_state__object_id__in=pages.values("key"))

    @classmethod
    def get_description(cls):
        return _("Trưởng ban biên tập của chính cổng đó duyệt trước khi đăng")
