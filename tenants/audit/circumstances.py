"""Under what circumstances something is done: who asks, from where, for which portal. The middleware opens them."""

from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import ip_address

from django.conf import settings
from django.utils.functional import cached_property

ACTING = "acting"  # the person acts for a portal in which they hold no role of their own
SECRET_PARTS = ("token", "key", "uidb64", "uidb36")

_current = ContextVar("audit_circumstances", default=None)


class Circumstances:
    """One request, as far as the log wants to know."""

    def __init__(self, request, standing=None):
        self.request = request
        self._standing = standing  # acting.standing, given from above: it imports the verbs that record
        self.refusals = []
        self._said = set()  # (object, action) that this request recorded already

    @property
    def user(self):
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @property
    def portal(self):
        """The portal acted for in the admin; elsewhere the host's."""
        return getattr(self.request, "acting_portal", None) or getattr(self.request, "portal", None)

    @property
    def remote_address(self):
        """The address asked from: what the outermost proxy we trust says it was."""
        trusted = getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0)
        hops = self.request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        told = hops[-trusted] if trusted and len(hops) >= trusted else self.request.META.get("REMOTE_ADDR", "")
        try:
            return str(ip_address(told.strip()))
        except ValueError:  # a socket, or a proxy that says nonsense
            return None

    @property
    def path(self):
        """The address asked for, without its query and without what works as a key."""
        path, match = self.request.path, self.request.resolver_match
        for name in SECRET_PARTS:
            if match and (secret := str(match.kwargs.get(name, ""))):
                path = path.replace(secret, "…")
        return path[:255]

    @cached_property
    def acting_as(self):
        """Codes of the roles held in the portal acted for."""
        if self._standing is None or self.user is None or self.portal is None:
            return ""
        held = [row for row in self._standing(self.request).memberships if row.portal_id == self.portal.pk]
        return ",".join(sorted({ACTING if row.is_acting else row.role for row in held}))

    @property
    def portals_of_user(self):
        """Primary keys of all portals for which the person may choose to work now."""
        held = self._standing(self.request).memberships if self._standing and self.user else ()
        return {row.portal_id for row in held}

    def says_anew(self, thing, action, *, within=()):
        """Has this request not yet said this of the thing, nor an action `within` which it is understood?"""
        if any((thing, said) in self._said for said in (action, *within)):
            return False
        self._said.add((thing, action))
        return True


def current_circumstances():
    """Those of the request being answered, or None: a command, a task or a test at work."""
    return _current.get()


@contextmanager
def circumstances_of(request, *, standing=None):
    token = _current.set(Circumstances(request, standing))
    try:
        yield _current.get()
    finally:
        _current.reset(token)
