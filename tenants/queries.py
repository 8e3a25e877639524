"""Reads of portals and their people, each a constant number of queries."""

import unicodedata

from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat

from .models import Portal, PortalHost


def portals_listed():
    """Portals with `primary_host` and `people` (those who can log in)."""
    primary = PortalHost.objects.filter(portal=OuterRef("pk"), is_primary=True).values("host")
    can_log_in = Q(memberships__user__is_active=True)
    return Portal.objects.annotate(
        primary_host=Subquery(primary[:1]), people=Count("memberships__user", filter=can_log_in, distinct=True)
    )


def portals_named(portals, text):
    """Of these portals those whose name or host holds the text, with or without accents and capitals."""
    names = portals.order_by().values_list("pk", "name", "name_en", "slug")
    hosts = PortalHost.objects.filter(host__icontains=text.strip())
    return portals.filter(Q(pk__in=_holding(names, text)) | Q(pk__in=hosts.values("portal")))


def memberships_named(memberships, text):
    """Of these memberships those whose person's name or e-mail address holds the text, as above."""
    person = Concat("user__last_name", Value(" "), "user__first_name")
    return memberships.filter(pk__in=_holding(memberships.order_by().values_list("pk", person, "user__email"), text))


def _holding(rows, text):
    """Primary keys of the rows whose words hold the text. Compared here: SQLite knows neither accents nor capitals."""
    wanted = _plain(text)
    return [key for key, *words in rows if any(wanted in _plain(word) for word in words)]


def _plain(text):
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("-", " "))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
