"""The pages about one portal: (address, label, icon), in the order in which they are offered."""

from django.utils.translation import gettext_lazy as _

PLACES = (
    ("edit", _("Thông tin"), "edit"),
    ("hosts", _("Tên miền"), "site"),
    ("state", _("Trạng thái"), "rotate"),
    ("history", _("Lịch sử"), "history"),
)
