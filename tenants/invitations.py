"""The one-time link by which a person takes an offered role, and the letters that carry links."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .login.letters import send_letter
from .models import Membership

SALT = "tenants.invitation"


def validity_days():
    """How long a link works, in days."""
    return settings.PASSWORD_RESET_TIMEOUT // 86_400


def offer_path(membership):
    """The path where whoever reads the letter accepts; a renewed invitation has another one."""
    token = signing.dumps([membership.pk, membership.expires_at.timestamp()], salt=SALT)
    return reverse("invitation", args=[token])


def find_offer(token, *, now):
    """The membership of a link, or None if it is spent, renewed, taken back or too old.

    Of who accepted and has not chosen a password yet the link goes on working.
    """
    try:
        key, ends = signing.loads(token, salt=SALT, max_age=max(settings.PASSWORD_RESET_TIMEOUT, 0))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    found = (
        Membership.objects.in_time(now).filter(pk=key, user__is_active=True).select_related("user", "portal").first()
    )
    if found is None:
        return None
    is_open = found.expires_at.timestamp() == ends if found.is_pending else not found.user.has_usable_password()
    return found if is_open else None


def send_invitation(membership, *, link):
    """Mail the link. Returns whether it was sent."""
    context = {"membership": membership, "link": link, "portal": membership.portal, "days": validity_days()}
    return send_letter(membership.user, name="invitation", **context)
