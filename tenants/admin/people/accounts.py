"""Inviting a person, taking a role away, closing and opening accounts. What one may not see answers 404."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views import generic

from tenants.actions import deactivate, invite, invite_again, issue_invitation, revoke
from tenants.admin.operations import ConfirmedVerb, RefusalShown, TitledOnce
from tenants.hosts import base_url
from tenants.invitations import offer_path, send_invitation, validity_days
from tenants.login.actions import reopen, reset_second_factor
from tenants.login.permissions import accounts_reset_by
from tenants.models import Membership, Role
from tenants.permissions import (
    accounts_managed_by,
    has_province_role,
    memberships_managed_by,
    memberships_revocable_by,
)
from tenants.queries import is_last_chief

from .listing import INDEX_LABEL, is_kept_by_province


def hand_over(request, membership, path):
    """Mail the one-time link. An administrator of the province also sees it, this once: no cache keeps it.

    A chief does not: where the link leads tells whether the address had an account.
    """
    link = base_url(membership.portal_id, request) + path
    sent = send_invitation(membership, link=link)
    shown = link if has_province_role(request.user, Role.PROVINCE_ADMIN) else ""
    context = {"membership": membership, "link": shown, "sent": sent, "days": validity_days()}
    response = TemplateResponse(request, "tenants/admin/invitation.html", context)
    add_never_cache_headers(response)
    return response


class InviteView(TitledOnce, RefusalShown, generic.CreateView):
    page_title = page_subtitle = gettext_lazy("Thêm người")
    submit_button_label = gettext_lazy("Gửi lời mời")

    def save_instance(self):
        return invite(**self.form.cleaned_data, now=timezone.now(), by=self.request.user)

    def save_action(self):
        return hand_over(self.request, self.object, offer_path(self.object))

    def get_breadcrumbs_items(self):
        index = {"url": reverse(self.index_url_name), "label": INDEX_LABEL}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]


class MembershipVerb(ConfirmedVerb):
    """A verb about the person or the role of one row of the list."""

    model = Membership
    permission_required = "delete"
    index_label = INDEX_LABEL

    @cached_property
    def membership(self):
        found = get_object_or_404(memberships_managed_by(self.request.user), pk=self.kwargs["pk"])
        if not self.is_allowed(found):
            raise PermissionDenied
        return found

    def is_allowed(self, membership):
        """Nothing is done to the account of who has not accepted."""
        managed = accounts_managed_by(self.request.user)
        return not membership.is_pending and managed.filter(pk=membership.user_id).exists()

    def say(self, sentence):
        portal, role = self.membership.portal.placed_name, self.membership.get_role_display()
        return sentence % {"person": self.membership.person_name, "role": role, "portal": portal}


class RevokeView(MembershipVerb):
    """Takes a role away, or the invitation to it."""

    def get_page_title(self):
        return _("Hủy lời mời") if self.membership.is_pending else _("Thu hồi vai trò này")

    @property
    def button_label(self):
        return _("Hủy lời mời") if self.membership.is_pending else _("Thu hồi")

    def is_allowed(self, membership):
        return memberships_revocable_by(self.request.user).filter(pk=membership.pk).exists()

    def question(self):
        if self.membership.is_pending:
            return self.say(_("%(person)s sẽ không nhận được lời mời làm %(role)s của %(portal)s nữa."))
        taken = _("%(person)s sẽ không còn là %(role)s của %(portal)s. Các vai trò khác giữ nguyên.")
        if is_last_chief(self.membership, now=timezone.now()):
            taken = f"{taken} {_('Sau đó %(portal)s không còn trưởng ban biên tập nào: chưa ai đăng bài được.')}"
        managed = set(accounts_managed_by(self.request.user).values_list("pk", flat=True))
        if is_kept_by_province(self.membership, by=self.request.user, managed=managed):
            taken = f"{taken} {_('Tài khoản do quản trị tỉnh giữ, vì người này còn vai trò khác.')}"
        return self.say(taken)

    def perform(self):
        is_pending = self.membership.is_pending
        words = _("Đã hủy lời mời %(person)s.") if is_pending else _("Đã thu hồi vai trò %(role)s của %(person)s.")
        said = self.say(words)
        revoke(self.membership, now=timezone.now(), by=self.request.user)
        return said


class DeactivateView(MembershipVerb):
    page_title = gettext_lazy("Khóa tài khoản")
    button_label = gettext_lazy("Khóa")

    def question(self):
        return self.say(_("%(person)s sẽ không đăng nhập được nữa. Vai trò được giữ để có thể mở khóa lại."))

    def perform(self):
        deactivate(self.membership.user, now=timezone.now(), by=self.request.user)
        return self.say(_("Đã khóa tài khoản của %(person)s."))


class ReactivateView(MembershipVerb):
    page_title = gettext_lazy("Mở khóa tài khoản")
    button_label = gettext_lazy("Mở khóa")
    is_serious = False

    def question(self):
        return self.say(_("%(person)s sẽ đăng nhập lại được với các vai trò đang có."))

    def perform(self):
        reopen(self.membership.user, now=timezone.now(), by=self.request.user)
        return self.say(_("Đã mở khóa tài khoản của %(person)s."))


class ResetFactorView(MembershipVerb):
    page_title = gettext_lazy("Đặt lại xác thực hai lớp")
    button_label = gettext_lazy("Đặt lại")

    def is_allowed(self, membership):
        return (
            not membership.is_pending and accounts_reset_by(self.request.user).filter(pk=membership.user_id).exists()
        )

    def question(self):
        return self.say(
            _(
                "Ứng dụng, khóa truy cập và mã dự phòng của %(person)s hết tác dụng; các phiên đăng nhập kết thúc. "
                "Chỉ làm khi chính người đó nhờ: hãy gọi điện hoặc gặp để chắc chắn."
            )
        )

    def perform(self):
        reset_second_factor(self.membership.user, now=timezone.now(), by=self.request.user)
        return self.say(_("Đã đặt lại xác thực hai lớp của %(person)s."))


class LinkView(MembershipVerb):
    page_title = gettext_lazy("Cấp lại liên kết")
    button_label = gettext_lazy("Cấp liên kết mới")
    is_serious = False

    def is_allowed(self, membership):
        """An invitation is sent again by who may take it back, a first password by who keeps the account."""
        user = membership.user
        if membership.is_pending:
            return memberships_revocable_by(self.request.user).filter(pk=membership.pk).exists()
        return user.is_active and not user.has_usable_password() and super().is_allowed(membership)

    def question(self):
        return self.say(_("%(person)s sẽ nhận liên kết mới qua thư; liên kết cũ hết tác dụng."))

    def perform(self):
        now, by, membership = timezone.now(), self.request.user, self.membership
        if not membership.is_pending:
            path = issue_invitation(membership.user, portal=membership.portal, now=now, by=by)
            return hand_over(self.request, membership, path)
        renewed = invite_again(membership, now=now, by=by)
        return hand_over(self.request, renewed, offer_path(renewed))
