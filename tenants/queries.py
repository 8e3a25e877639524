"""Reads of portals and their people, each a constant number of queries."""

from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

from .models import Portal, PortalHost


def portals_listed():
    """Portals with `primary_host` and `people` (those who can log in)."""
    primary = PortalHost.objects.filter(portal=OuterRef("pk"), is_primary=True).values("host")
    can_log_in = Q(memberships__user__is_active=True)
    return Portal.objects.annotate(
        primary_host=Subquery(primary[:1]), people=Count("memberships__user", filter=can_log_in, distinct=True)
    )


def portals_named(portals, text):
    """Of these portals those whose name or host holds the text, with or without accents."""
    plain = slugify(string_to_ascii(text))
    found = Q(name__icontains=text) | Q(name_en__icontains=text) | Q(hosts__host__icontains=text)
    if plain:
        found |= Q(slug__contains=plain)
    return portals.filter(pk__in=Portal.objects.filter(found).values("pk"))


def memberships_named(memberships, text):
    """Of these memberships those whose person's name or e-mail address holds the text."""
    named = memberships.annotate(person=Concat("user__last_name", Value(" "), "user__first_name"))
    # SQLite knows the case of ASCII letters only; names are kept with capitals
    return named.filter(Q(person__icontains=text) | Q(person__icontains=text.title()) | Q(user__email__icontains=text))
