"""Wagtail's screens that are global by nature: for the operator alone, whatever rights Wagtail would ask for."""

import re

from wagtail.admin.auth import permission_denied

from .audit import refuse

CLOSED = re.compile(
    r"""
    wagtailusers_(users|groups):.*              # people and roles have a screen of our own
    | wagtailsites:.*
    | wagtailredirects:(start|process)_import   # writes for any site
    | wagtailadmin_workflows:.*                 # one workflow for all
    | wagtailadmin_reports:(site_history|page_types_usage)(_results)?    # the log is /admin/audit/
    | wagtailadmin_pages:type_use(_results)?
    | wagtailadmin_error_test                   # a fault on purpose
    | wagtailadmin_tag_autocomplete             # tags of all portals; those of files have one of their own
    """,
    re.VERBOSE,
)
MENU = ("site-history", "page-types-usage")


def refusal(request):
    """The answer to somebody who asks for a closed screen, or None where it is open to them."""
    if request.user.is_superuser or not CLOSED.fullmatch(request.resolver_match.view_name or ""):
        return None
    refuse(request, "refused.closed")
    return permission_denied(request)


def hide_entries(request, menu_items):
    """Hook construct_reports_menu: no entry leads to a closed screen."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name not in MENU]
