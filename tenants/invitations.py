"""The one-time link by which a person takes an offered role, and the letters that carry links."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .login.letters import send_letter
from .models import Membership

SALT = "tenants.invitation"
ACCEPTED = _("Lời mời đã được nhận. Hãy đăng nhập.")
RENEWED = _("Đã có thư mời mới hơn. Hãy mở liên kết trong thư mới nhất.")
WITHDRAWN = _("Lời mời đã được rút lại.")
OVER = _("Lời mời đã quá hạn.")
GONE = _("Lời mời không còn hiệu lực.")


class NoOffer(LookupError):
    """A link that offers nothing; `sentence` says why, `is_lost` whether only a new invitation helps."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence
        self.is_lost = sentence not in (ACCEPTED, RENEWED)


def validity_days():
    """How long a link works, in days."""
    return settings.PASSWORD_RESET_TIMEOUT // 86_400


def offer_path(membership):
    """The path where whoever reads the letter accepts; a renewed invitation has another one."""
    token = signing.dumps([membership.pk, membership.expires_at.timestamp()], salt=SALT)
    return reverse("invitation", args=[token])


def find_offer(token, *, now):
    """The membership of a link. Raises NoOffer, which says as much of the reason as the letter's reader may know.

    Of who accepted and has not chosen a password yet the link goes on working.
    """
    key, ends = _read(token)
    found = Membership.objects.filter(pk=key).select_related("user", "portal").first()
    if found is None:
        raise NoOffer(OVER if ends <= now.timestamp() else WITHDRAWN)
    if not found.user.is_active:
        raise NoOffer(GONE)
    if not found.is_pending:
        return _not_taken(found, is_over=ends <= now.timestamp())
    if found.expires_at <= now:
        raise NoOffer(OVER)
    if found.expires_at.timestamp() != ends:
        raise NoOffer(RENEWED)
    return found


def _read(token):
    """[key of the membership, when the offer ends as a timestamp] of a link that we gave out."""
    try:
        return signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NoOffer(GONE) from error


def _not_taken(membership, *, is_over):
    """The offer of who accepted, as long as it may still lead to a first password."""
    if membership.user.has_usable_password():
        raise NoOffer(ACCEPTED)
    if is_over:
        raise NoOffer(OVER)
    return membership


def send_invitation(membership, *, link):
    """Mail the link. Returns whether it was sent."""
    context = {"membership": membership, "link": link, "portal": membership.portal, "days": validity_days()}
    return send_letter(membership.user, name="invitation", **context)
