"""Letters to one person: Vietnamese, with the English below."""

import logging

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import override

logger = logging.getLogger(__name__)


def send_letter(user, *, name, **context):
    """Mail the template `tenants/mail/<name>.txt`. Returns whether it was sent: what was done is done without it."""
    context["user"] = user
    with override("vi"):
        subject = render_to_string(f"tenants/mail/{name}_subject.txt", context).strip()
    bodies = []
    for language in ("vi", "en"):
        with override(language):
            bodies.append(render_to_string(f"tenants/mail/{name}.txt", context).strip())
    try:
        return bool(send_mail(subject, "\n\n--\n\n".join(bodies) + "\n", None, [user.email]))
    except OSError:  # smtplib's own errors are OSErrors too
        logger.exception("A letter to person %s could not be sent", user.pk)
        return False


def send_notice(user, *, sentence, when):
    """Tell a person what was done to their log-in, so that somebody who did not do it learns of it."""
    return send_letter(user, name="login_notice", sentence=sentence, when=when)
