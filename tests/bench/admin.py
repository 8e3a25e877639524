"""The admin's main screens of one portal's chief: with few and many portals, and beside Wagtail without our layers."""

from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.pages.models import PortalPage
from tenants.actions import grant
from tenants.models import Portal, Role
from tenants.scoping import platform_scope
from tests.bench.requests import median_seconds

OURS = ("tenants_membership", "tenants_portalhost")  # tables that stock Wagtail would not ask
LAYERS = ("tenants.audit.middleware.", "tenants.middleware.Scope", "tenants.login.middleware.")


class Unguarded:
    """What stands in for our layers where Wagtail is measured without them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.acting_portal, request.factor_due = request.portal, None
        with platform_scope():
            return self.get_response(request)


def staff(slug):
    """A chief for a portal: each portal of a real installation has its people, groups and permissions."""
    user = get_user_model().objects.create_user(f"chief@{slug}.example", last_name="Trần", first_name="Bình")
    grant(user, portal=Portal.objects.get(slug=slug), role=Role.CHIEF, now=timezone.now())


def screens(slug):
    """{name: address} of what a chief opens all day."""
    with platform_scope():
        news = PortalPage.objects.get(portal__slug=slug, starts_section="news")
        article = news.get_children().last()
    return {
        "first screen": "/admin/",
        "explorer": f"/admin/pages/{news.pk}/",
        "search among pages": f"/admin/pages/{news.pk}/?q=tin",
        "page chooser": "/admin/choose-page/",
        "chooser's search": "/admin/choose-page/search/?q=tin",
        "edit an article": f"/admin/pages/{article.pk}/edit/",
        "its history": f"/admin/pages/{article.pk}/history/",
        "images": "/admin/images/",
        "image chooser": "/admin/images/chooser/",
        "workflow report": "/admin/reports/workflow/",
        "people's register": "/admin/people/posts/",
    }


def seconds(slug):
    client = _client(slug)
    return {name: median_seconds(lambda path=path: _get(client, path)) for name, path in screens(slug).items()}


def queries(slug, *, without=()):
    """{name: queries} of each screen, but for those that name one of the tables `without`."""
    client = _client(slug)
    return {name: _counted(client, path, without) for name, path in screens(slug).items()}


@contextmanager
def stock_wagtail():
    """Without scope, guard, log and the rules of logging in."""
    kept = [name for name in settings.MIDDLEWARE if not name.startswith(LAYERS)]
    place = kept.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1
    with override_settings(MIDDLEWARE=[*kept[:place], "tests.bench.admin.Unguarded", *kept[place:]]):
        yield


def _client(slug):
    client = Client(headers={"host": f"{slug}.localhost"})
    client.force_login(get_user_model().objects.get(email=f"chief@{slug}.example"))
    return client


def _counted(client, path, without):
    """Queries of a request by somebody who works here already: not the first of the process."""
    cache.clear()
    _get(client, path)
    with CaptureQueriesContext(connection) as captured:
        _get(client, path)
    return sum(not any(table in query["sql"] for table in without) for query in captured)


def _get(client, path):
    response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path}: {response.status_code}")
