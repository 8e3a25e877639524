"""What was found, and where. Of two kinds that claim the same words the earlier one stays."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    EMAIL = "email", _("thư điện tử")
    IDENTITY = "identity", _("số giấy tờ tùy thân")
    INSURANCE = "insurance", _("số bảo hiểm")
    BANK = "bank", _("số tài khoản")
    LAND = "land", _("số giấy tờ đất")
    PHONE = "phone", _("số điện thoại")
    ADDRESS = "address", _("địa chỉ nhà")
    NAME = "name", _("họ tên")


@dataclass(frozen=True)
class Finding:
    """`text` as it stands in the (composed) text from `start` on."""

    kind: str
    text: str
    start: int = field(default=0, compare=False)

    @property
    def end(self):
        return self.start + len(self.text)
