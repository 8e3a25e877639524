"""What the screens of this room share: a verb's refusal shown in its form, and a verb asked for once more."""

from abc import ABC, abstractmethod

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from tenants.provisioning import Refused


class RefusalShown:
    """For form views: what a verb refuses becomes an error of the form, and nothing is written."""

    error_message = _("Chưa lưu được: xin xem lỗi bên dưới.")

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class TitledOnce:
    """For form views whose heading says all: Wagtail would put the title before it once more."""

    def get_header_title(self):
        return self.get_page_subtitle()


class ConfirmedVerb(PermissionCheckedMixin, WagtailAdminTemplateMixin, View, ABC):
    """Says what will happen, asks, and does it on POST."""

    template_name = "tenants/admin/confirm.html"
    model = None
    index_url_name = None
    button_label = ""
    is_serious = True

    @abstractmethod
    def question(self):
        """What is asked, as a whole sentence."""

    @abstractmethod
    def perform(self):
        """Do it; returns the sentence that says so, or a response of its own."""

    def get_breadcrumbs_items(self):
        index = {"url": reverse(self.index_url_name), "label": self.index_label}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    def get(self, request, *args, **kwargs):
        context = self.get_context_data(question=self.question(), index_url=reverse(self.index_url_name))
        return self.render_to_response(context)

    def post(self, request, *args, **kwargs):
        try:
            done = self.perform()
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(self.index_url_name)
        if isinstance(done, TemplateResponse):
            return done
        messages.success(request, done)
        return redirect(self.index_url_name)
