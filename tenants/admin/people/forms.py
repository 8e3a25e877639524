"""Giving a person a role. The choices are those of whoever gives it, made anew for each form."""

import django_filters
from django import forms
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm

from tenants.admin.choices import PortalChoiceField, PortalFilter
from tenants.login.idleness import idle, is_idle
from tenants.login.policy import login_policy
from tenants.models import Level, Membership, Portal, Role
from tenants.models.memberships import LEVELS, is_in_place
from tenants.permissions import memberships_managed_by, portals_staffed_by, roles_grantable_by


class InviteForm(WagtailAdminModelForm):
    """Asks the name of everybody; nothing tells whether the address is known already."""

    email = forms.EmailField(label=_("Thư điện tử"), max_length=254, help_text=_("Là tên đăng nhập."))
    last_name = forms.CharField(label=_("Họ và tên đệm"), max_length=150)
    first_name = forms.CharField(label=_("Tên"), max_length=150)

    class Meta:
        model = Membership
        fields = ["portal", "role"]
        labels = {"portal": _("Cổng")}
        field_classes = {"portal": PortalChoiceField}

    field_order = ["email", "last_name", "first_name", "portal", "role"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        portals = portals_staffed_by(self.for_user)
        self.fields["portal"].queryset = portals
        own = list(portals)
        if len(own) == 1:
            self.fields["portal"].empty_label = None
        one_of_each = {portal.level: portal for portal in own}.values()  # what is offered differs between levels only
        offered = {role for portal in one_of_each for role in roles_grantable_by(self.for_user, portal)}
        self.fields["role"].choices = [("", "---------"), *[(r.value, r.label) for r in Role if r in offered]]

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        portal, role = cleaned.get("portal"), cleaned.get("role")
        if portal and role and role not in roles_grantable_by(self.for_user, portal):
            self.add_error("role", refusal_of(role, portal))
        return cleaned


def refusal_of(role, portal):
    """Why a role cannot be given there, in a sentence."""
    places = {
        Level.DISTRICT: _("“%(role)s” chỉ giao được ở cổng cấp huyện; %(portal)s không phải cấp huyện."),
        Level.PROVINCE: _("“%(role)s” chỉ giao được ở cổng của tỉnh."),
    }
    words = _("Vai trò này không giao được ở cổng đã chọn.")
    if not is_in_place(role, portal):
        words = places[LEVELS[role]]
    return words % {"role": Role(role).label, "portal": portal.placed_name}


class AccountState:
    """What an account is: names for the filter and the column."""

    ACTIVE, PENDING, INVITED, IDLE, CLOSED = "active", "pending", "invited", "idle", "closed"
    labels = {
        ACTIVE: _("Đang dùng"),
        PENDING: _("Chờ nhận lời mời"),
        INVITED: _("Chưa đặt mật khẩu"),
        IDLE: _("Ngừng do lâu không dùng"),
        CLOSED: _("Đã khóa"),
    }

    @classmethod
    def of(cls, membership):
        """Of who has not accepted, nothing else is told."""
        user = membership.user
        if membership.is_pending:
            return cls.PENDING
        if not user.is_active:
            return cls.CLOSED
        if not user.has_usable_password():
            return cls.INVITED
        return cls.IDLE if is_idle(user, now=timezone.now(), policy=login_policy()) else cls.ACTIVE


def _portals_seen(request):
    seen = memberships_managed_by(request.user).order_by().values("portal")
    return Portal.objects.filter(pk__in=seen).order_by("name")


class MembershipFilterSet(WagtailFilterSet):
    role = django_filters.ChoiceFilter(label=_("Vai trò"), choices=Role.choices)
    portal = PortalFilter(label=_("Cổng"), queryset=_portals_seen)
    account = django_filters.ChoiceFilter(
        label=_("Tài khoản"), choices=list(AccountState.labels.items()), method="filter_account"
    )

    class Meta:
        model = Membership
        fields = []

    def filter_account(self, memberships, name, value):
        if value == AccountState.PENDING:
            return memberships.exclude(invited_as="")
        memberships = memberships.filter(invited_as="")
        if value == AccountState.CLOSED:
            return memberships.filter(user__is_active=False)
        unset = memberships.filter(user__is_active=True, user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
        if value == AccountState.INVITED:
            return unset
        in_use = memberships.filter(user__is_active=True).exclude(pk__in=unset.values("pk"))
        unused = idle(timezone.now(), policy=login_policy(), prefix="user__")
        return in_use.filter(unused) if value == AccountState.IDLE else in_use.exclude(unused)
