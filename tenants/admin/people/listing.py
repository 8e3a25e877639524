"""Who works for which portal; a chief sees the own portal's people and nobody else."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from tenants.permissions import accounts_managed_by, memberships_managed_by, memberships_revocable_by
from tenants.queries import memberships_named

from .forms import AccountState

INDEX_LABEL = _("Người và vai trò")


class MembershipIndexView(generic.IndexView):
    page_title = INDEX_LABEL
    search_fields = ["user__email"]
    add_item_label = _("Thêm người")
    no_results_message = _("Không có ai khớp.")

    def get_base_queryset(self):
        return memberships_managed_by(self.request.user)

    def search_queryset(self, queryset):
        return memberships_named(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def columns(self):
        person = self._get_title_column_class(TitleColumn)
        return [
            person("user", label=_("Họ và tên"), sort_key="user__first_name", get_url=lambda membership: None),
            Column("email", label=_("Thư điện tử"), accessor="user.email", sort_key="user__email"),
            Column("portal", label=_("Cổng"), accessor="portal.display_name", sort_key="portal__name"),
            Column("role", label=_("Vai trò"), accessor="get_role_display", sort_key="role"),
            StatusTagColumn(
                "account",
                label=_("Tài khoản"),
                accessor=lambda membership: AccountState.labels[AccountState.of(membership.user)],
                primary=lambda membership: AccountState.of(membership.user) == AccountState.ACTIVE,
            ),
            DateColumn(
                "last_login", label=_("Đăng nhập gần nhất"), accessor="user.last_login", sort_key="user__last_login"
            ),
        ]

    def get_table(self, object_list):
        """What may be done to the rows of this page is asked once for all of them."""
        me = self.request.user
        shown, people = [row.pk for row in object_list], [row.user_id for row in object_list]
        self.revocable = set(memberships_revocable_by(me).filter(pk__in=shown).values_list("pk", flat=True))
        self.managed = set(accounts_managed_by(me).filter(pk__in=people).values_list("pk", flat=True))
        return super().get_table(object_list)

    def get_list_more_buttons(self, instance):
        offers = []
        if instance.pk in self.revocable:
            offers.append((_("Thu hồi vai trò"), "revoke", "cross"))
        if instance.user_id in self.managed:
            offers += self._account_offers(AccountState.of(instance.user))
        return [
            Button(label, url=reverse(f"members:{name}", args=[instance.pk]), icon_name=icon, priority=number)
            for number, (label, name, icon) in enumerate(offers)
        ]

    def _account_offers(self, state):
        if state == AccountState.CLOSED:
            return [(_("Mở khóa tài khoản"), "reactivate", "lock-open")]
        close = (_("Khóa tài khoản"), "deactivate", "lock")
        return [close, (_("Cấp lại liên kết"), "link", "mail")] if state == AccountState.INVITED else [close]
