"""Quy định đăng nhập: the province sets how long what may take."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from tenants.models import LoginPolicy, User
from tenants.queries import plain

from .actions import POLICY_FIELDS, set_policy
from .factor import stopped_by
from .permissions import may_set_policy

NAMED = 20  # people who are named one by one


class PolicyForm(forms.ModelForm):
    """Asks once more before a shorter term stops people (`stopped`: keys) or ends sessions (`ended`: how many)."""

    confirmed = forms.BooleanField(label=gettext_lazy("Tôi đã báo cho những người này, hãy lưu"), required=False)

    class Meta:
        model = LoginPolicy
        fields = POLICY_FIELDS

    stopped = frozenset()
    ended = 0

    def clean(self):
        cleaned = super().clean()
        days, before = cleaned.get("grace_days"), self.instance.grace_days
        if days is not None and days < before:
            self.stopped = stopped_by(days, now=timezone.now(), before=before)
        self.ended = _ended_by(cleaned.get("session_hours"), before=self.instance.session_hours)
        if (self.stopped or self.ended) and not cleaned["confirmed"]:
            self.add_error("confirmed", _("Hãy đánh dấu để lưu, hoặc chọn số lớn hơn."))
        return cleaned

    def asked_fields(self):
        """The question belongs to the screen only where there is something to ask."""
        return [field for field in self.visible_fields() if field.name != "confirmed" or self.stopped or self.ended]


def _ended_by(hours, *, before):
    """How many running sessions end at once if `before` hours become `hours`."""
    if not hours or hours >= before:
        return 0
    now = timezone.now()
    return UserSession.objects.filter(
        created_at__gt=now - timedelta(hours=before), created_at__lte=now - timedelta(hours=hours)
    ).count()


class PolicyView(WagtailAdminTemplateMixin, FormView):
    template_name = "tenants/admin/login_policy.html"
    page_title = gettext_lazy("Quy định đăng nhập")
    header_icon = "lock"
    form_class = PolicyForm
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_set_policy(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": LoginPolicy.objects.first() or LoginPolicy()}

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        stopped = context["form"].stopped
        people = sorted(map(str, User.objects.filter(pk__in=stopped)), key=plain)
        return {
            **context,
            "ended_count": context["form"].ended,
            "stopped_count": len(stopped),
            "stopped_names": people[:NAMED],
            "stopped_others": len(people[NAMED:]),
            "is_self_stopped": self.request.user.pk in stopped,
        }

    def form_valid(self, form):
        values = {name: form.cleaned_data[name] for name in POLICY_FIELDS}
        set_policy(by=self.request.user, now=timezone.now(), **values)
        messages.success(self.request, _("Đã lưu quy định đăng nhập."))
        return redirect("login_policy")
