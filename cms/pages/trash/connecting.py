"""What the trash tells those below at start-up: its number in addresses, its words in the log, its nightly task."""

from django.utils.translation import gettext_lazy as _

from tenants.audit.labels import Group, register
from tenants.clock import every
from tenants.guard import PARAMETERS

from .models import PURGED, RESTORED
from .tasks import purge_trash


def connect():
    PARAMETERS["deleted_page_id"] = "pages.DeletedPage"
    register(
        Group.CONTENT, {RESTORED: _("Khôi phục từ thùng rác"), PURGED: _("Xóa hẳn khỏi thùng rác khi hết hạn giữ")}
    )
    every("40 1 * * *", purge_trash)
