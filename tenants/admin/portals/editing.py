"""Opening a portal and changing what is known of it, each by its verb."""

from django.conf import settings
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from tenants.acting import choose
from tenants.actions import act_for, change_state, set_hosts
from tenants.admin.operations import RefusalShown, TitledOnce
from tenants.models import Portal
from tenants.provisioning import PortalSpec, describe, provision

from .forms import ActForm, HostsForm, StateForm
from .places import INDEX_LABEL, PLACES, crumbs


class PortalCreateView(TitledOnce, RefusalShown, generic.CreateView):
    page_title = page_subtitle = _("Thêm cổng")
    success_message = _("Đã tạo cổng “%(portal)s”.")
    submit_button_label = _("Tạo cổng")

    def get_breadcrumbs_items(self):
        index = {"url": reverse(self.index_url_name), "label": INDEX_LABEL}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_success_message(self, instance):
        return self.success_message % {"portal": instance.placed_name}

    def save_instance(self):
        facts = dict(self.form.cleaned_data)
        parent = facts.pop("parent")
        spec = PortalSpec(**facts, parent=parent.slug if parent else "")
        provision(spec, now=timezone.now(), by=self.request.user)
        return Portal.objects.get(slug=spec.slug)


class PortalEditView(TitledOnce, RefusalShown, generic.EditView):
    """Each page about one portal leads to the others."""

    page_title = _("Thông tin")
    success_message = _("Đã lưu “%(portal)s”.")

    def save_instance(self):
        describe(self.object, now=timezone.now(), by=self.request.user, **self.form.cleaned_data)
        return self.object

    def get_success_message(self):
        return self.success_message % {"portal": self.object.placed_name}

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(label, url=reverse(f"portals:{name}", args=[self.object.pk]), icon_name=icon, priority=number)
            for number, (name, label, icon) in enumerate(PLACES)
            if f"portals:{name}" != self.edit_url_name
        ]

    def get_page_subtitle(self):
        return f"{self.page_title} – {self.object.placed_name}"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *crumbs(self.object), {"url": "", "label": self.page_title}]

    def get_side_panels(self):
        return MediaContainer([])

    def get_success_url(self):
        return reverse("portals:edit", args=[self.object.pk])

    def get_success_buttons(self):
        return []


class HostsView(PortalEditView):
    page_title = _("Tên miền")
    form_class = HostsForm

    def get_form_kwargs(self):
        host, _port = split_domain_port(self.request.get_host())
        return {**super().get_form_kwargs(), "in_use": host}

    def save_instance(self):
        set_hosts(self.object, now=timezone.now(), by=self.request.user, **self.form.cleaned_data)
        return self.object


class StateView(PortalEditView):
    page_title = _("Trạng thái")
    form_class = StateForm

    def save_instance(self):
        return change_state(self.object, now=timezone.now(), by=self.request.user, **self.form.cleaned_data)

    def get_success_message(self):
        names = {"portal": self.object.placed_name, "state": self.object.get_state_display()}
        return _("Cổng “%(portal)s” nay ở trạng thái: %(state)s.") % names


class ActView(PortalEditView):
    """Work in the portal as its chief, openly and for some hours; says so before one begins."""

    template_name = "tenants/admin/act.html"
    page_title = _("Làm thay")
    form_class = ActForm
    submit_button_label = _("Bắt đầu làm thay")
    success_message = _("Bạn đang làm thay %(portal)s.")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "hours": settings.ACTING_HOURS, "index_url": reverse("portals:index")}

    def save_instance(self):
        act_for(self.request.user, portal=self.object, now=timezone.now(), **self.form.cleaned_data)
        choose(self.request, self.object)
        return self.object

    def get_success_url(self):
        return reverse("wagtailadmin_home")
