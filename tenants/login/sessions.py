"""Where somebody is logged in."""

from allauth.usersessions.models import UserSession

BROWSERS = {"Edg": "Microsoft Edge", "OPR": "Opera", "coc_coc": "Cốc Cốc", "Firefox": "Firefox", "Chrome": "Chrome"}
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS"}
OTHERS = {"Safari": "Safari"}, {"Linux": "Linux"}


def device_name(user_agent):
    """ "Chrome, Windows" from what a browser says of itself; "" where it says nothing we know."""
    browsers, systems = BROWSERS | OTHERS[0], SYSTEMS | OTHERS[1]
    found = (next((name for mark, name in names.items() if mark in user_agent), "") for names in (browsers, systems))
    return ", ".join(filter(None, found))


def end_sessions(user):
    """End every session of a person, on every host, at once."""
    for session in UserSession.objects.filter(user=user):
        session.end()
