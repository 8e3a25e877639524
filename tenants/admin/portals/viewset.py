"""Cổng thành phần: every portal of the province, for its office and its administrators."""

from django.urls import path
from wagtail.admin.viewsets.model import ModelViewSet

from tenants.models import Portal

from .columns import SampleView
from .editing import ActView, HostsView, PortalCreateView, PortalEditView, StateView
from .forms import NewPortalForm, PortalFactsForm
from .history import PortalHistoryView
from .listing import PortalIndexView
from .places import INDEX_LABEL
from .upload import UploadView


class PortalViewSet(ModelViewSet):
    model = Portal
    name = "portals"
    icon = "globe"
    add_to_admin_menu = True
    menu_label = INDEX_LABEL
    menu_order = 310
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = PortalIndexView
    add_view_class = PortalCreateView
    edit_view_class = PortalEditView
    list_filter = ["group", "level", "state"]
    list_per_page = 50
    ordering = "name"

    def get_form_class(self, for_update=False):
        return PortalFactsForm if for_update else NewPortalForm

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"history_url_name": None, "usage_url_name": None, **kwargs})

    def _page_of_one(self, view_class, name):
        return self.construct_view(view_class, edit_url_name=self.get_url_name(name))

    def get_urlpatterns(self):
        """Nobody deletes a portal, so neither does an address."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("upload/", self.construct_view(UploadView, header_icon="upload"), name="upload"),
            path("upload/sample/", SampleView.as_view(), name="sample"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("hosts/<int:pk>/", self._page_of_one(HostsView, "hosts"), name="hosts"),
            path("state/<int:pk>/", self._page_of_one(StateView, "state"), name="state"),
            path("act/<int:pk>/", self._page_of_one(ActView, "act"), name="act"),
            path("history/<int:pk>/", self.construct_view(PortalHistoryView, header_icon="history"), name="history"),
        ]
