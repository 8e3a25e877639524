"""Changing the portal one works for, taking an invitation, ending the acting: each reaches one's own alone."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from tenants.acting import choose, standing
from tenants.actions import accept, end_acting
from tenants.provisioning import Refused


class ChoiceView(WagtailAdminTemplateMixin, TemplateView):
    """One's portals, with a button each, and invitations one has not answered."""

    page_title = gettext_lazy("Cổng đang làm việc")
    header_icon = "globe"
    template_name = "tenants/admin/acting.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(standing=standing(self.request), **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def post(self, request):
        wanted = request.POST.get("portal", "")
        portal = next((p for p, _held in standing(request).portals if str(p.pk) == wanted), None)
        if portal is None:
            messages.error(request, _("Bạn không có vai trò ở cổng này."))
            return redirect("acting:choose")
        choose(request, portal)
        messages.success(request, _("Đang làm việc cho: %(portal)s.") % {"portal": portal.placed_name})
        wanted = request.POST.get("next", "")
        is_own = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/admin/")
        return redirect(wanted if is_own else "wagtailadmin_home")


class OwnMembershipVerb(View):
    """POST only; `find` names which of one's own memberships it may be about."""

    http_method_names = ["post"]

    def post(self, request, pk):
        membership = next((row for row in self.find(standing(request)) if row.pk == pk), None)
        if membership is None:
            raise Http404
        try:
            messages.success(request, self.perform(membership))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("wagtailadmin_home")


class EndView(OwnMembershipVerb):
    def find(self, standing):
        return [row for row in standing.memberships if row.is_acting]

    def perform(self, membership):
        end_acting(membership, now=timezone.now(), by=self.request.user)
        return _("Đã kết thúc làm thay %(portal)s.") % {"portal": membership.portal.placed_name}


class AcceptView(OwnMembershipVerb):
    def find(self, standing):
        return standing.invitations

    def perform(self, membership):
        accept(membership, now=timezone.now())
        choose(self.request, membership.portal)
        return _("Bạn đã nhận vai trò %(role)s của %(portal)s.") % {
            "role": membership.get_role_display(),
            "portal": membership.portal.placed_name,
        }
