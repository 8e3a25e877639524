"""The product's addresses and one more: an export as somebody might write it, who forgot to say whose rows."""

from django.http import StreamingHttpResponse
from django.urls import path

from cms.pages.models import PortalPage
from cms.urls import handler404, handler500
from cms.urls import urlpatterns as product

__all__ = ["handler404", "handler500", "urlpatterns"]


def export(request):
    return StreamingHttpResponse(_titles())


def _titles():
    """Asks while it is sent: after the view has returned."""
    yield from PortalPage.objects.values_list("title", flat=True)


urlpatterns = [path("admin/probe/", export, name="probe"), *product]
