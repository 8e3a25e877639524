"""Which portal a person works for in the admin: one at a time, chosen, shown on every screen."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils import timezone

from . import tabs
from .actions import expire
from .login.factor import factors_of
from .models import Membership, Portal
from .models.memberships import PROVINCE_ROLES

SESSION_KEY = "acting_portal"


@dataclass(frozen=True)
class Standing:
    """For whom a person works now, and for whom else they could."""

    portal: Portal | None = None
    acting: Membership | None = None  # the membership by which the province acts for `portal`
    memberships: list = field(default_factory=list)  # live ones, with their portals
    invitations: list = field(default_factory=list)  # open ones, with their portals
    has_factor: bool = False
    is_lost: bool = False  # the page that asks was opened for a portal that is not theirs any more

    @property
    def portals(self):
        """[(portal, its memberships)], each portal once, in the order of names."""
        held = {}
        for membership in self.memberships:
            held.setdefault(membership.portal, []).append(membership)
        return sorted(held.items(), key=lambda pair: pair[0].name)

    @property
    def is_acted_for(self):
        """Does somebody else of the province act for the portal now?"""
        return any(row.is_acted_for for row in self.memberships if row.portal == self.portal)

    @property
    def has_choice(self):
        return len({membership.portal_id for membership in self.memberships}) > 1


def standing(request):
    """The Standing of this request, read once: one query, however many portals there are."""
    if not hasattr(request, "_standing"):
        request._standing = _read(request)
    return request._standing


def acting_portal(request):
    """The portal this admin request acts for, or None for somebody who works for none."""
    return standing(request).portal


def choose(request, portal):
    """Work for this portal from the next request on."""
    request.session[SESSION_KEY] = portal.pk


def _read(request):
    user, now = request.user, timezone.now()
    if not user.is_authenticated or not user.is_active:
        return Standing()
    others = Membership.objects.live(now).exclude(reason="").filter(portal=OuterRef("portal")).exclude(user=user)
    held = Membership.objects.filter(user=user).annotate(
        has_factor=Exists(factors_of(OuterRef("user"))), is_acted_for=Exists(others)
    )
    rows = list(held.select_related("portal__site", "portal__collection", "portal__parent").order_by("pk"))
    if any(row.expires_at and row.expires_at <= now for row in rows):  # what is over ends at once, clock or no clock
        expire(Membership.objects.filter(user=user), now=now)
        rows = [row for row in rows if row.expires_at is None or row.expires_at > now]
    live = [row for row in rows if not row.is_pending]
    portal = _chosen(request, live)
    acting = next((row for row in live if row.is_acting and row.portal == portal), None)
    has_factor = rows[0].has_factor if rows else factors_of(user).exists()
    pending = [row for row in rows if row.is_pending]
    return Standing(portal, acting, live, pending, has_factor, _is_lost(request, portal))


def _chosen(request, live):
    """That of the page that asks, else the one chosen in this session, else the host's, else the province's for its
    staff, else the oldest."""
    own = {row.portal_id: row.portal for row in live}
    chosen = own.get(tabs.portal_named(request)) or own.get(request.session.get(SESSION_KEY))
    wanted = chosen or own.get(request.portal.pk)
    if request.user.is_superuser:
        return wanted or request.portal
    provincial = [row.portal for row in live if row.role in PROVINCE_ROLES]
    lasting = [row.portal for row in live if not row.is_acting]
    return next(iter([wanted] if wanted else [*provincial, *lasting, *own.values()]), None)


def _is_lost(request, portal):
    named = tabs.portal_named(request)
    return named is not None and not request.user.is_superuser and (portal is None or portal.pk != named)
