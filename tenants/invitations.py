"""Hands a one-time link to somebody who has no password yet."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import override

logger = logging.getLogger(__name__)


def validity_days():
    """How long a link works, in days."""
    return settings.PASSWORD_RESET_TIMEOUT // 86_400


def send_invitation(user, *, link, portal):
    """Mail the link in Vietnamese. Returns whether it was sent: whoever invites can also hand it over."""
    context = {"user": user, "link": link, "portal": portal, "days": validity_days()}
    with override("vi"):
        subject = render_to_string("tenants/mail/invitation_subject.txt", context).strip()
        body = render_to_string("tenants/mail/invitation.txt", context)
    try:
        return bool(send_mail(subject, body, None, [user.email]))
    except OSError:  # smtplib's own errors are OSErrors too
        logger.exception("An invitation to person %s could not be sent", user.pk)
        return False
