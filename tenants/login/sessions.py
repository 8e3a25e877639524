"""Where somebody is logged in."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.db.models import F

from tenants.models import User

BROWSERS = {"Edg": "Microsoft Edge", "OPR": "Opera", "coc_coc": "Cốc Cốc", "Firefox": "Firefox", "Chrome": "Chrome"}
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS"}
OTHERS = {"Safari": "Safari"}, {"Linux": "Linux"}


def device_name(user_agent):
    """ "Chrome, Windows" from what a browser says of itself; "" where it says nothing we know."""
    browsers, systems = BROWSERS | OTHERS[0], SYSTEMS | OTHERS[1]
    found = (next((name for mark, name in names.items() if mark in user_agent), "") for names in (browsers, systems))
    return ", ".join(filter(None, found))


def end_sessions(user):
    """End every session of a person, on every host, at once; also one that the library's list has lost."""
    _begin_anew(user)
    for session in UserSession.objects.filter(user=user):
        session.end()


@transaction.atomic
def end_other_sessions(request):
    """The same, but the session of this request goes on under another key."""
    _begin_anew(request.user)
    for session in UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key):
        session.end()
    update_session_auth_hash(request, request.user)


def list_own(request):
    """See to it that the session of this request stands in the library's list."""
    if not UserSession.objects.filter(session_key=request.session.session_key).exists():
        UserSession.objects.create_from_request(request)


def _begin_anew(user):
    """No session that began before is this person's any more."""
    User.objects.filter(pk=user.pk).update(session_generation=F("session_generation") + 1)
    user.refresh_from_db(fields=["session_generation"])
