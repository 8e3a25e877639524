"""One line for how to reach somebody: an e-mail address, a telephone number, or a place to send a letter to."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from cms.questions.actions import Contact
from cms.questions.models import Asker

ID_NUMBER = re.compile(r"(?<!\d)(?:\d[ .-]?){11}\d(?!\d)|(?<!\d)\d{9}(?!\d)")
PHONE = re.compile(r"\(?(?:\+?84|0)(?:[ .()-]*\d){9,10}|\+(?:[ .()-]*\d){8,14}")
NUMBER_ONLY = re.compile(r"[\s+().-]*\d[\d\s+().-]*")
EMAIL_LENGTH = Asker._meta.get_field("email").max_length
ADDRESS_LENGTH = Asker._meta.get_field("address").max_length
FEWEST_WORDS = 3  # of a postal address


def contact_of(typed, *, name=""):
    """The Contact that one line gives. Raises ValidationError, which says what is missing."""
    if "@" in typed:
        return Contact(name=name, email=_email(typed))
    if NUMBER_ONLY.fullmatch(typed):
        return Contact(name=name, phone=_phone(typed))
    if len(typed.split()) < FEWEST_WORDS or not any(letter.isalpha() for letter in typed):
        raise ValidationError(_("Nhập thư điện tử, số điện thoại hoặc địa chỉ nhận thư đầy đủ. Ví dụ: 0912 345 678."))
    if len(typed) > ADDRESS_LENGTH:
        raise ValidationError(_("Địa chỉ dài quá %(most)s ký tự.") % {"most": ADDRESS_LENGTH})
    if ID_NUMBER.search(typed):
        raise ValidationError(_("Không ghi số căn cước. Chỉ cần thư điện tử, số điện thoại hoặc địa chỉ nhận thư."))
    return Contact(name=name, address=typed)


def _email(typed):
    address = typed.replace(" ", "")
    try:
        validate_email(address)
    except ValidationError as error:
        words = _("Thư điện tử chưa đúng dạng, kiểm tra lại. Ví dụ: ten@example.com.")
        raise ValidationError(words) from error
    if len(address) > EMAIL_LENGTH:
        raise ValidationError(_("Thư điện tử dài quá %(most)s ký tự.") % {"most": EMAIL_LENGTH})
    return address


def _phone(typed):
    if ID_NUMBER.search(typed) and not PHONE.fullmatch(typed):
        raise ValidationError(_("Đây có vẻ là số căn cước. Không cần số căn cước; hãy nhập số điện thoại."))
    if not PHONE.fullmatch(typed):
        raise ValidationError(_("Số điện thoại chưa đủ hoặc thừa chữ số. Ví dụ: 0912 345 678."))
    return typed
