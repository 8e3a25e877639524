"""The pages about one portal: (address, label, icon), in the order in which they are offered."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

INDEX_LABEL = _("Cổng thành phần")
PLACES = (
    ("edit", _("Thông tin"), "edit"),
    ("hosts", _("Tên miền"), "site"),
    ("state", _("Trạng thái"), "rotate"),
    ("act", _("Làm thay"), "user"),
    ("history", _("Lịch sử"), "history"),
)


def crumbs(portal):
    """The way to a page about one portal."""
    return [
        {"url": reverse("portals:index"), "label": INDEX_LABEL},
        {"url": reverse("portals:edit", args=[portal.pk]), "label": portal.placed_name},
    ]
