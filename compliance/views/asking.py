"""What every screen of scores asks first: which period, which portal, and may this person see it."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from tenants.models import Portal

from ..models import Period
from ..periods import UnknownPeriod, current_period, find_period
from ..permissions import portals_scored_for

ICON = "order"


def chosen_period(request: HttpRequest) -> Period:
    """The period of `?ky=`, or the one that screens open on. An unknown code answers 404."""
    code = request.GET.get("ky")
    try:
        return find_period(code) if code else current_period(timezone.now())
    except UnknownPeriod as error:
        raise Http404(code) from error


def readable_portal(request: HttpRequest, slug: str) -> Portal:
    """404 for a portal whose score the person may not see: it does not even exist for them."""
    return get_object_or_404(portals_scored_for(request.user).select_related("parent"), slug=slug)


class ScoreScreen(WagtailAdminTemplateMixin):
    """Header, breadcrumbs and the line that says which period is shown and as of when."""

    header_icon = ICON

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.period = chosen_period(request)

    def address(self, name: str, *args) -> str:
        """An address of these screens that stays in a period the reader has chosen."""
        kept = self.request.GET.get("ky")
        return reverse(f"compliance:{name}", args=args) + (f"?{urlencode({'ky': kept})}" if kept else "")

    def get_breadcrumbs_items(self):
        board = {"url": self.address("board"), "label": _("Chấm điểm")}
        return [*super().get_breadcrumbs_items(), board, *self.crumbs()]

    def crumbs(self) -> list[dict]:
        return []

    def get_context_data(self, **kwargs):
        fixed = self.period.code == settings.COMPLIANCE_DEFAULT_PERIOD
        return super().get_context_data(period=self.period, is_demo=settings.IS_DEMO and fixed, **kwargs)
