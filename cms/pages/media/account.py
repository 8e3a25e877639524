"""A person's own settings, without a portrait: no host would serve it, and its form would let any picture in."""

from django.db import transaction
from django.utils import timezone
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel

from tenants.acting import standing
from tenants.audit import record
from tenants.models import User


class AccountWithoutPortrait(AccountView):
    def get_panels(self):
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]

    @transaction.atomic
    def post(self, request):
        before = str(request.user)
        response = super().post(request)
        note_renaming(request, before)
        return response


def note_renaming(request, before):
    """The log names people by a name that they may change: each portal of theirs is told the old and the new one."""
    user = User.objects.get(pk=request.user.pk)
    if str(user) == before:
        return
    for portal in dict.fromkeys(row.portal for row in standing(request).memberships):
        detail = {"before": before, "after": str(user)}
        record("user.renamed", portal=portal, by=user, now=timezone.now(), target=user, detail=detail)


account = require_admin_access(AccountWithoutPortrait.as_view())
