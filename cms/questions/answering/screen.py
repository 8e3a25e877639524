"""Where the room stands in Wagtail's admin: addresses, menu, a button for the head, names in the log."""

from django.templatetags.static import static
from django.urls import include, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.questions.permissions import may_set_up, may_sign
from tenants.admin.home_buttons import HomeButton
from tenants.audit.labels import Group, register
from tenants.guard import PARAMETERS

from .accounts import PAIRED, PARTED
from .attachments import ATTACHED, DETACHED
from .drafting import DraftView
from .heads import TITLE, SendBackView, SignView, WaitingView
from .lists import VIEW_SETS
from .queries import waiting
from .setting_up import TITLE as SET_UP
from .setting_up import AccountsView, SetUpView, TitlesView
from .submitting import SubmitView
from .titles import CHOSEN

ADDRESSES = [
    path("waiting/", WaitingView.as_view(), name="waiting"),
    path("setup/", SetUpView.as_view(), name="setup"),
    path("setup/accounts/", AccountsView.as_view(), name="accounts"),
    path("setup/titles/", TitlesView.as_view(), name="titles"),
    path("<int:question_id>/", DraftView.as_view(), name="draft"),
    path("<int:question_id>/submit/", SubmitView.as_view(), name="submit"),
    path("<int:question_id>/sign/", SignView.as_view(), name="sign"),
    path("<int:question_id>/send-back/", SendBackView.as_view(), name="send_back"),
]
FIRST = 3  # before everything else: an answer that is not signed is none


class WaitingMenuItem(MenuItem):
    """With the number that waits, for the head alone."""

    def is_shown(self, request):
        return may_sign(request)

    def render_component(self, request):
        component = super().render_component(request)
        if number := _number(request):
            component.label = f"{TITLE} ({number})"
        return component


class SetUpMenuItem(MenuItem):
    def is_shown(self, request):
        return may_set_up(request)


def connect():
    """Called by wagtail_hooks.py."""
    PARAMETERS["question_id"] = "questions.Question"
    hooks.register("register_admin_urls", addresses)
    waiting_url, setup_url = (reverse_lazy(f"questions_answering:{name}") for name in ("waiting", "setup"))
    waits = WaitingMenuItem(TITLE, waiting_url, name="answers-waiting", icon_name="edit", order=91)
    keeps = SetUpMenuItem(SET_UP, setup_url, name="questions-setup", icon_name="cogs", order=270)
    hooks.register("register_admin_menu_item", lambda: waits)
    hooks.register("register_admin_menu_item", lambda: keeps)
    hooks.register("register_home_buttons", home_buttons)
    hooks.register("register_admin_viewset", lambda: [view_set() for view_set in VIEW_SETS])
    hooks.register("insert_global_admin_css", stylesheet)
    labels = {
        ATTACHED: gettext_lazy("Thêm tệp gửi kèm trả lời"),
        DETACHED: gettext_lazy("Bỏ tệp gửi kèm trả lời"),
        CHOSEN: gettext_lazy("Chọn chức danh được ký trả lời"),
    }
    register(Group.CONTENT, labels)
    people = {
        PAIRED: gettext_lazy("Ghép tài khoản với cán bộ ký"),
        PARTED: gettext_lazy("Bỏ ghép tài khoản ký"),
    }
    register(Group.PEOPLE, people)


def addresses():
    return [path("questions/answering/", include((ADDRESSES, "questions_answering")))]


def stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("questions/answering.css"))


def home_buttons(request):
    """For the head, when something waits for the signature; one answer that waits alone is opened at once."""
    if not may_sign(request) or not (number := _number(request)):
        return []
    text = ngettext("%(number)d trả lời chờ ký", "%(number)d trả lời chờ ký", number) % {"number": number}
    address = reverse("questions_answering:waiting")
    if number == 1:
        address = reverse("questions_answering:sign", args=[waiting(request.acting_portal).first().pk])
    return [HomeButton(_("Ký trả lời câu hỏi"), text, address, "edit", FIRST)]


def _number(request):
    """How many wait; asked once a request, for menu and button."""
    if not hasattr(request, "_answers_waiting"):
        request._answers_waiting = waiting(request.acting_portal).count()
    return request._answers_waiting
