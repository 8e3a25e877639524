"""Does a session still get what the public does not? The admin asks at each request, the public side for what is
private alone."""

from django.utils import timezone

from tenants.acting import standing

from .adapter import BEGUN
from .admission import admits
from .factor import due
from .policy import login_policy


def has_run_out(request, *, now):
    """Has this session lasted longer than the policy's hours?"""
    begun = request.session.get(BEGUN, now.timestamp())
    return now.timestamp() - begun > login_policy().session_hours * 3600


def is_admitted(request, *, now=None):
    """May who is logged in work here now: in time, on this host, with the second factor if one is compulsory?"""
    user, held, now = request.user, standing(request), now or timezone.now()
    if has_run_out(request, now=now) or not admits(request.portal, user=user, memberships=held.memberships):
        return False
    moment = due(user, held, policy=login_policy())
    return moment is None or now < moment
