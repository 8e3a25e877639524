"""Where the screen stands in Wagtail's admin: addresses, menu, a button for the head, names in the log."""

from django.templatetags.static import static
from django.urls import include, path, reverse_lazy
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tenants.admin.home_buttons import HomeButton
from tenants.audit.labels import Group, register
from tenants.guard import PARAMETERS

from .models import PROPOSED, SIGNED, WITHDRAWN
from .permissions import may_propose, may_sign
from .queries import waiting
from .views import TITLE, NilView, index_url, sign_declaration, withdraw_declaration

ADDRESSES = [
    path("", NilView.as_view(), name="index"),
    path("<int:nil_id>/sign/", sign_declaration, name="sign"),
    path("<int:nil_id>/withdraw/", withdraw_declaration, name="withdraw"),
]
FIRST = 5  # before everything else: it is the head's word that is waited for


class NilMenuItem(MenuItem):
    def is_shown(self, request):
        return may_propose(request)


def connect():
    """Called by wagtail_hooks.py."""
    PARAMETERS["nil_id"] = "pages.NilDeclaration"
    hooks.register("register_admin_urls", lambda: [path("nil/", include((ADDRESSES, "nil")))])
    item = NilMenuItem(TITLE, reverse_lazy("nil:index"), name="nil", icon_name="clipboard-list", order=260)
    hooks.register("register_admin_menu_item", lambda: item)
    hooks.register("register_home_buttons", home_buttons)
    labels = {
        PROPOSED: gettext_lazy("Đề nghị khai báo không phát sinh"),
        SIGNED: gettext_lazy("Ký khai báo không phát sinh"),
        WITHDRAWN: gettext_lazy("Rút khai báo không phát sinh"),
    }
    register(Group.CONTENT, labels)
    hooks.register("insert_global_admin_css", stylesheet)


def stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("pages/nil.css"))


def home_buttons(request):
    """For the head, when something waits for the signature."""
    if not may_sign(request):
        return []
    number = waiting(request.acting_portal, day=timezone.localdate()).count()
    if not number:
        return []
    text = ngettext("%(number)d khai báo chờ ký", "%(number)d khai báo chờ ký", number) % {"number": number}
    return [HomeButton(_("Ký khai báo không phát sinh"), text, index_url(), "clipboard-list", FIRST)]
