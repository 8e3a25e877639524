"""The edit form of a page says where the page stands and what comes next, and so does what is said after saving."""

import json
from itertools import chain

from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import PageSubscription

from .letters import tell_of_comments
from .next_step import first_step, next_step
from .once import is_free, key_of, made_with, save_in_place
from .unfinished import unfinished_drafts


class PortalCreateView(CreateView):
    def get_context_data(self, **kwargs):
        step = first_step(may_publish=self.parent_page_perms.can_publish_subpage())
        unfinished = unfinished_drafts(self.page_class, self.parent_page, user=self.request.user)
        words = {"next_step": step, "unfinished": unfinished, "opened": key_of(self.request) or ""}
        return super().get_context_data(**words, **kwargs)

    def post(self, request):
        key = key_of(request)
        self.twin = key and made_with(key, model=self.page_class, parent=self.parent_page, user=request.user)
        if self.twin:
            self._go_on_with(self.twin)
        elif key and is_free(key):
            self.page.translation_key = key
        return super().post(request)

    def _go_on_with(self, page):
        """Wagtail's three ways to save a new page all put it below its parent by this one call."""
        self.page, self.parent_page.add_child = page, save_in_place
        known = PageSubscription.objects.filter(page=page, user=self.request.user).first()
        self.subscription = known or self.subscription

    def set_default_privacy_setting(self):
        if not self.twin:
            super().set_default_privacy_setting()


class PortalEditView(EditView):
    partials_template_name = "pages/admin/edit_partials.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(next_step=next_step(self.page, self.request.user), **kwargs)

    def send_commenting_notifications(self, changes):
        tell_of_comments(self.page, changes, by=self.request.user)

    def workflow_action_is_valid(self):
        """What was typed is saved all the same; only the page is not sent back without a reason."""
        if not super().workflow_action_is_valid():
            return False
        given = json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
        asked = self.page.current_workflow_task.get_form_for_action(self.workflow_action)(given)
        if not asked.is_valid():
            messages.error(self.request, " ".join(chain(*asked.errors.values())))
        return asked.is_valid()

    def add_save_confirmation_message(self):
        """Wagtail says "updated" whatever was done; an approval is another matter."""
        title = {"title": self.page.get_admin_display_title()}
        if self.action_name == "perform_workflow_action":
            self._say_decided(title)
        elif self.is_reverting:
            super().add_save_confirmation_message()
        else:
            todo = next_step(self.page, self.request.user).todo
            messages.success(self.request, _("Đã lưu “%(title)s”.") % title + f" {todo}")

    def _say_decided(self, title):
        page = type(self.page).objects.get(pk=self.page.pk)  # as the decision left it
        edit = self.get_edit_message_button()
        if self.workflow_action == "reject":
            text = _("Đã trả lại “%(title)s”. Người viết thấy góp ý khi mở trang và sửa rồi gửi lại.")
            messages.success(self.request, text % title, buttons=[edit])
        elif page.live and not page.has_unpublished_changes:
            seen = messages.button(page.url, _("Xem trang"), new_window=False)
            text = _("Đã duyệt và đăng “%(title)s”.")
            messages.success(self.request, text % title, buttons=[seen, edit])
        else:
            messages.success(self.request, _("Đã duyệt “%(title)s”.") % title, buttons=[edit])
