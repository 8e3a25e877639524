"""Quy định đăng nhập: the province sets how long what may take."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from tenants.models import LoginPolicy

from .actions import POLICY_FIELDS, set_policy
from .permissions import may_set_policy


class PolicyForm(forms.ModelForm):
    class Meta:
        model = LoginPolicy
        fields = POLICY_FIELDS


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

    def form_valid(self, form):
        set_policy(by=self.request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(self.request, _("Đã lưu quy định đăng nhập."))
        return redirect("login_policy")
