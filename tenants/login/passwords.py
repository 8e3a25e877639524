"""What is no password: what everybody here chooses, and the own name however it is written."""

import re
from functools import cache
from pathlib import Path

from django.contrib.auth.password_validation import UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tenants.models import PortalEvent
from tenants.queries import plain
from tenants.scoping import platform_scope

LIST = Path(__file__).with_name("common_passwords.txt")
NAMED = 4  # letters of a name that a password must have before we speak of the name


class OwnNameValidator(UserAttributeSimilarityValidator):
    """Django's, and neither name nor address with accents, spaces, order, digits or signs changed."""

    def validate(self, password, user=None):
        super().validate(password, user)
        if user is not None and is_mostly_of(password, own_words(user)):
            raise ValidationError(self.get_error_message(), code="password_too_similar")

    def get_error_message(self):
        return _("Mật khẩu quá giống họ tên hoặc địa chỉ thư điện tử của bạn.")

    def get_help_text(self):
        return _("Mật khẩu không được giống họ tên hoặc địa chỉ thư điện tử của bạn.")


class CommonHereValidator:
    def validate(self, password, user=None):
        if letters(password) in common_passwords():
            raise ValidationError(_("Mật khẩu này quá dễ đoán: nhiều người dùng nó."), code="password_too_common")

    def get_help_text(self):
        return _("Mật khẩu không được là từ nhiều người dùng, dù thêm chữ số.")


def letters(text):
    """ "Mật-khẩu 2024" -> "matkhau"."""
    return re.sub(r"[^a-z]", "", plain(text))


def is_mostly_of(password, words):
    """Are at least half of the letters, and NAMED of them, these words in whatever order?"""
    before = rest = letters(password)
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, "")
    taken = len(before) - len(rest)
    return taken >= max(NAMED, len(rest))


def own_words(user):
    """The folded words of the name, of every name somebody typed when inviting this person, and of the address."""
    texts = [user.get_full_name(), *_invited_names(user), user.email.partition("@")[0]]
    return {word for text in texts for word in re.findall("[a-z]{2,}", plain(text))}


def _invited_names(user):
    with platform_scope():  # at the first password nobody is logged in
        invited = PortalEvent.objects.filter(kind=PortalEvent.Kind.INVITED, data__user=user.pk)
        return [event.data.get("name", "") for event in invited]


@cache
def common_passwords():
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
