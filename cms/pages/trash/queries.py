"""What a portal's trash holds, and how long still."""

from datetime import timedelta

from django.utils import timezone

from .models import KEPT_DAYS, DeletedPage


def kept_pages(portal):
    """The portal's deleted pages, the last deleted first, without their content."""
    kept = DeletedPage.objects.filter(portal=portal).defer("content").select_related("deleted_by")
    return kept.order_by("-deleted_at", "-pk")


def over(*, now):
    """What has been kept long enough: deleted on a local day more than KEPT_DAYS ago."""
    first_day = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=KEPT_DAYS)
    return DeletedPage.objects.filter(deleted_at__lt=first_day)


def days_left(deleted, *, today):
    """Local days on which the page can still be brought back, today not counted."""
    return KEPT_DAYS - (today - timezone.localdate(deleted.deleted_at)).days
