"""Units while one types, for the script; without it the form looks the typed words up itself."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from cms.questions.desk.units import MOST, matching, units
from cms.questions.permissions import may_work

LONGEST = 255


@require_GET
def found_units(request):
    """{"units": [{"slug", "name", "above"}], "says": how many there are}; `ours=1` offers the own unit as well."""
    if not may_work(request):
        raise PermissionDenied
    besides = None if request.GET.get("ours") else request.acting_portal
    found = matching(request.GET.get("q", "")[:LONGEST], units(besides=besides))
    says = ngettext("%(number)d đơn vị", "%(number)d đơn vị", len(found)) % {"number": len(found)}
    offered = [{"slug": unit.slug, "name": unit.name, "above": unit.above} for unit in found[:MOST]]
    return JsonResponse({"units": offered, "says": says})
