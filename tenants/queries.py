"""Reads of portals and their people, each a constant number of queries."""

import re
import unicodedata

from django.db.models import Case, Count, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat

from .models import Membership, Portal, PortalEvent, PortalHost, Role
from .permissions import live_memberships


def portals_listed():
    """Portals with `primary_host` and `people` (those who can log in)."""
    primary = PortalHost.objects.filter(portal=OuterRef("pk"), is_primary=True).values("host")
    can_log_in = Q(memberships__user__is_active=True, memberships__in=live_memberships())
    return Portal.objects.annotate(
        primary_host=Subquery(primary[:1]), people=Count("memberships__user", filter=can_log_in, distinct=True)
    )


def portals_named(portals, text):
    """Of these portals those whose names (their district's too) or host hold the words, with or without accents."""
    names = portals.order_by().values_list("pk", "name", "name_en", "slug", "parent__name")
    hosts = PortalHost.objects.filter(host__icontains=text.strip())
    return portals.filter(Q(pk__in=_holding(_without_missing(names), text)) | Q(pk__in=hosts.values("portal")))


def state_note(portal):
    """The note with which a portal came into the state it is in; "" where there is none."""
    last = portal.events.filter(kind=PortalEvent.Kind.STATE).order_by("-happened_at", "-pk").first()
    return last.note if last and last.data.get("after") == portal.state else ""


def is_last_chief(membership, *, now):
    """Would the portal be without a chief of its own, if this role were taken away? Invitations do not count."""
    if membership.role != Role.CHIEF or membership.is_pending or membership.is_acting:
        return False
    chiefs = Membership.objects.live(now).filter(portal=membership.portal_id, role=Role.CHIEF, reason="")
    return not chiefs.filter(user__is_active=True).exclude(pk=membership.pk).exists()


def memberships_named(memberships, text):
    """Of these memberships those whose person (as shown), e-mail address, role and portal hold the words, as above."""
    full_name = Concat("user__last_name", Value(" "), "user__first_name")
    person = Case(When(invited_as="", then=full_name), default="invited_as")
    portal = ("portal__name", "portal__name_en", "portal__slug", "portal__parent__name")
    rows = memberships.order_by().values_list("pk", person, "user__email", "role", *portal)
    rows = ((key, name, email, str(Role(role).label), *words) for key, name, email, role, *words in rows)
    return memberships.filter(pk__in=_holding(_without_missing(rows), text))


def _without_missing(rows):
    """What has no value (the unit above the topmost one) holds no words."""
    return ([key, *(word or "" for word in words)] for key, *words in rows)


def memberships_listed(memberships):
    """With `shown_first`, `shown_last` and `last_login` to sort by: of who has not accepted only what was typed."""
    return memberships.annotate(
        shown_first=Case(When(invited_as="", then="user__first_name"), default="invited_as"),
        shown_last=Case(When(invited_as="", then="user__last_name"), default=Value("")),
        last_login=Case(When(invited_as="", then="user__last_login")),
    )


def _holding(rows, text):
    """Primary keys of the rows in which every word of the text begins one, wherever and in whatever order.

    Compared here: SQLite knows neither accents nor capitals.
    """
    wanted = [re.compile(rf"(?<![^\W_]){re.escape(plain(word))}") for word in text.split()]
    held = ((key, plain(" ".join(words))) for key, *words in rows)
    return [key for key, words in held if all(word.search(words) for word in wanted)]


def plain(text):
    """The words without accents and capitals, as people type them when they look for something."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("-", " "))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
