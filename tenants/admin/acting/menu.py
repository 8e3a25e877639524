"""Where the admin shows for which portal one works, and the way to another one."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from tenants.acting import standing

from .choosing import AcceptView, ChoiceView, EndView

_views = [
    path("", ChoiceView.as_view(), name="choose"),
    path("end/<int:pk>/", EndView.as_view(), name="end"),
    path("accept/<int:pk>/", AcceptView.as_view(), name="accept"),
]
urlpatterns = [path("acting/", include((_views, "acting")))]


class ChoiceMenuItem(MenuItem):
    """Only for who has something to choose."""

    def __init__(self):
        super().__init__(
            _("Đổi cổng làm việc"), reverse_lazy("acting:choose"), name="acting", icon_name="globe", order=5
        )

    def is_shown(self, request):
        own = standing(request)
        return own.has_choice or bool(own.invitations)
