"""What tests of the log share: reading what was written since a moment, as plain tuples."""

import pytest
from django.utils import timezone

from tenants.audit import record
from tenants.models import AuditEntry


@pytest.fixture
def written(db):
    """written() -> entries appended since the test's world was there or `written` was last called."""
    seen = set(AuditEntry._base_manager.values_list("pk", flat=True))

    def since():
        fresh = [row for row in AuditEntry._base_manager.order_by("pk") if row.pk not in seen]
        seen.update(row.pk for row in fresh)
        return fresh

    return since


@pytest.fixture
def told(written):
    """told() -> [(portal's slug, action, title)] of what was appended since."""
    return lambda: [(row.portal and row.portal.slug, row.action, row.target_title) for row in written()]


@pytest.fixture
def plant(db):
    """plant(portal, title, ...) -> an entry; by default of a page that was published just now by the product."""

    def make(portal, title="Trang", *, action="wagtail.publish", by=None, now=None, target=None, **values):
        target = target or ("pages.articlepage", "999999", title)
        return record(action, portal=portal, by=by, now=now or timezone.now(), target=target, **values)

    return make
