"""Refused attempts. They are written after the answer: what refused them may have rolled its transaction back."""

from django.contrib.messages import ERROR, get_messages
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from .actions import record
from .automatic import asks_by_itself
from .circumstances import circumstances_of, current_circumstances

ACCESS = "refused.access"
EACH_OF_THE_FIRST = 3
MINUTE = 60


def refuse(request, what=ACCESS):
    """Note that this request was refused `what` (a code of labels.py, or words of one's own).

    The entry stands in the log of the portal acted for, and names no row: that may be another portal's.
    """
    current = current_circumstances()
    if current is not None and (request is None or current.request is request):
        current.refusals.append(what)
    elif request is not None:
        with circumstances_of(request) as alone:
            _write(alone, what)


def write_refusals(current, response):
    """After the answer: what was noted, or else what the answer itself tells."""
    noted = dict.fromkeys(current.refusals)
    if not noted and _says_no(current.request, response) and current.user is not None:  # asking varies on the cookie
        noted = {ACCESS: None}
    if noted and asks_by_itself(current):
        return
    for what in noted:
        _write(current, what, status=response.status_code)


def _says_no(request, response):
    """403; an address in the admin whose row is not there for this person; or sent away with an error."""
    if response.status_code == 403:
        return True
    if not request.path_info.startswith("/admin/"):
        return False
    if response.status_code == 404:
        return bool(request.resolver_match and request.resolver_match.kwargs)
    return response.status_code == 302 and _sent_away(request, response)


def _sent_away(request, response):
    """Wagtail refuses with an error message and a way back to the first screen or to log-in."""
    doors = (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    if response.url.partition("?")[0] not in doors or request.path in doors:
        return False
    return any(message.level == ERROR for message in getattr(get_messages(request), "_queued_messages", ()))


def _write(current, what, **detail):
    count = _count(current, what)
    if count > EACH_OF_THE_FIRST and str(count).strip("0") != "1":
        return  # a flood shows as entries 1, 2, 3, 10, 100, ... of its minute
    code = what if what.startswith("refused.") else ACCESS
    if code != what:
        detail["what"] = what[:200]
    if count > 1:
        detail["times"] = count
    detail["method"] = current.request.method
    record(code, portal=current.portal, by=current.user, now=timezone.now(), refused=True, detail=detail)


def _count(current, what):
    """Which attempt of this kind it is, of this person or address, within this minute."""
    who = current.user.pk if current.user else current.remote_address
    match = current.request.resolver_match
    view = match.view_name if match else ""
    key = f"audit-refused:{who}:{what}:{view}:{int(timezone.now().timestamp()) // MINUTE}".replace(" ", "_")[:240]
    cache.add(key, 0, timeout=2 * MINUTE)
    try:
        return cache.incr(key)
    except ValueError:  # thrown out of the cache since
        return 1
