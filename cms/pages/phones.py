"""How a telephone number may be written."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PHONE = RegexValidator(r"^[0-9 +().-]{6,30}$", _("Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -"))
