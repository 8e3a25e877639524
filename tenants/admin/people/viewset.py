"""Người và vai trò: who works for a portal, for its chief and for the provincial administrators."""

from django.urls import path
from wagtail.admin.viewsets.model import ModelViewSet

from tenants.models import Membership

from .accounts import DeactivateView, InviteView, LinkView, ReactivateView, ResetFactorView, RevokeView
from .forms import InviteForm, MembershipFilterSet
from .listing import INDEX_LABEL, MembershipIndexView

VERBS = {
    "revoke": RevokeView,
    "deactivate": DeactivateView,
    "reactivate": ReactivateView,
    "link": LinkView,
    "factor": ResetFactorView,
}


class MembershipViewSet(ModelViewSet):
    model = Membership
    name = "members"
    icon = "user"
    add_to_admin_menu = True
    menu_label = INDEX_LABEL
    menu_order = 320
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = MembershipIndexView
    add_view_class = InviteView
    filterset_class = MembershipFilterSet
    list_per_page = 50
    ordering = ("shown_first", "shown_last", "pk")

    def get_form_class(self, for_update=False):
        return InviteForm

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"edit_url_name": None, "usage_url_name": None, **kwargs})

    def register_admin_url_finder(self):
        """A role has no page of its own: it is given and taken away, never edited."""

    def get_urlpatterns(self):
        verbs = [path(f"{name}/<int:pk>/", self.construct_view(view), name=name) for name, view in VERBS.items()]
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            *verbs,
        ]
