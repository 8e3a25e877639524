"""A person's own settings, without a portrait: no host would serve it, and its form would let any picture in."""

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


class AccountWithoutPortrait(AccountView):
    def get_panels(self):
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]


account = require_admin_access(AccountWithoutPortrait.as_view())
