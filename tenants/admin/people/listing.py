"""Who works for which portal; a chief sees the own portal's people and nobody else."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from tenants.login.permissions import accounts_reset_by
from tenants.permissions import accounts_managed_by, memberships_managed_by, memberships_revocable_by
from tenants.queries import memberships_listed, memberships_named

from .forms import AccountState

INDEX_LABEL = gettext_lazy("Người và vai trò")


def is_kept_by_province(membership, *, by, managed):
    """Is the account of this accepted person for the province alone to close? `managed`: keys `by` may close.

    Says no more than the buttons that are missing, and never where else the person works.
    """
    if membership.is_pending or membership.is_acting or membership.user.is_superuser:
        return False
    return membership.user_id != by.pk and membership.user_id not in managed


def role_words(membership):
    """The role; of the province acting for the portal also why and until when."""
    role = membership.get_role_display()
    if not membership.is_acting:
        return role
    until = date_format(timezone.localtime(membership.expires_at), "H:i d/m/Y")
    words = _("%(role)s – tỉnh làm thay đến %(until)s: %(reason)s")
    return words % {"role": role, "until": until, "reason": membership.reason}


class AccountColumn(StatusTagColumn):
    """What the account is and, where its reader cannot change it, who can."""

    cell_template_name = "tenants/admin/account_state.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "kept_by_province": instance.kept_by_province}


class MembershipIndexView(generic.IndexView):
    page_title = INDEX_LABEL
    search_fields = ["user__email"]
    add_item_label = gettext_lazy("Thêm người")
    no_results_message = gettext_lazy("Không có ai khớp.")

    def get_base_queryset(self):
        managed = memberships_managed_by(self.request.user).select_related("user", "portal__parent")
        return memberships_listed(managed)

    def search_queryset(self, queryset):
        return memberships_named(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def columns(self):
        person = self._get_title_column_class(TitleColumn)
        return [
            person("person_name", label=_("Họ và tên"), sort_key="shown_first", get_url=lambda membership: None),
            Column("email", label=_("Thư điện tử"), accessor="user.email", sort_key="user__email"),
            Column("portal", label=_("Cổng"), accessor="portal.placed_name", sort_key="portal__name"),
            Column("role", label=_("Vai trò"), accessor=role_words, sort_key="role", classname="cong-stacked"),
            AccountColumn(
                "account",
                label=_("Tài khoản"),
                accessor=lambda membership: AccountState.labels[AccountState.of(membership)],
                primary=lambda membership: AccountState.of(membership) == AccountState.ACTIVE,
            ),
            DateColumn("last_login", label=_("Đăng nhập gần nhất"), sort_key="last_login", classname="cong-wide"),
        ]

    def get_table(self, object_list):
        """What may be done to the rows of this page is asked once for all of them."""
        me = self.request.user
        shown, people = [row.pk for row in object_list], [row.user_id for row in object_list]
        self.revocable = set(memberships_revocable_by(me).filter(pk__in=shown).values_list("pk", flat=True))
        self.managed = set(accounts_managed_by(me).filter(pk__in=people).values_list("pk", flat=True))
        resettable = accounts_reset_by(me).filter(pk__in=people, authenticator__isnull=False)
        self.resettable = set(resettable.values_list("pk", flat=True))
        for row in object_list:
            row.kept_by_province = row.pk in self.revocable and is_kept_by_province(row, by=me, managed=self.managed)
        return super().get_table(object_list)

    def get_list_more_buttons(self, instance):
        offers = []
        if instance.pk in self.revocable:
            offers.append((_("Hủy lời mời") if instance.is_pending else _("Thu hồi vai trò này"), "revoke", "cross"))
        if instance.is_pending:
            offers += [(_("Gửi lại lời mời"), "link", "mail")] if offers else []
        elif instance.user_id in self.managed:
            offers += self._account_offers(AccountState.of(instance))
            if instance.user_id in self.resettable:
                offers.append((_("Đặt lại xác thực hai lớp"), "factor", "key"))
        return [
            Button(label, url=reverse(f"members:{name}", args=[instance.pk]), icon_name=icon, priority=number)
            for number, (label, name, icon) in enumerate(offers)
        ]

    def _account_offers(self, state):
        if state == AccountState.CLOSED:
            return [(_("Mở khóa tài khoản"), "reactivate", "lock-open")]
        close = (_("Khóa tài khoản"), "deactivate", "lock")
        if state == AccountState.IDLE:
            return [(_("Mở lại tài khoản"), "reactivate", "lock-open"), close]
        return [close, (_("Cấp lại liên kết"), "link", "mail")] if state == AccountState.INVITED else [close]
