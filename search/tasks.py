"""What can be found changes with the calendar too."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from cms.pages.models import PortalPage, Post
from cms.pages.models.content import REGISTER_KINDS
from tenants.scoping import platform_scope

from .indexing import refresh

LOOKED_BACK = timedelta(days=3)  # should the machine have slept


@task()
def follow_terms():
    """Terms begin and end without anybody saving: pages that show the register tell the names of today."""
    refresh_terms(today=timezone.localdate())


def refresh_terms(*, today):
    """Refresh the register's pages of portals in which a term began or ended of late; returns how many pages."""
    since = today - LOOKED_BACK
    changed = Q(from_date__gt=since, from_date__lte=today) | Q(to_date__gte=since, to_date__lt=today)
    with platform_scope():
        portals = Post.objects.filter(changed).values("portal")
        pages = PortalPage.objects.filter(portal__in=portals, starts_section__in=REGISTER_KINDS)
        numbers = list(pages.values_list("pk", flat=True))
    refresh(numbers)
    return len(numbers)
