"""The address where a person chooses a password, once: for forgotten passwords and for invitations."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.http import int_to_base36


def password_path(user):
    """Path with a token that stops working when the password changes or PASSWORD_RESET_TIMEOUT seconds are over."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[int_to_base36(user.pk), key])


def begin_setting(request, user):
    """Remember, before the password is written, whether it will be the person's first."""
    request.is_first_password = not user.has_usable_password()


def sets_first_password(request):
    return getattr(request, "is_first_password", False)
