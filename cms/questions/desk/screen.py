"""Where the desk stands in Wagtail's admin: addresses, menu, the number that waits on the first screen, the guide."""

from pathlib import Path

from django.templatetags.static import static
from django.urls import include, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.pages.guide import tasks as guide
from cms.questions.permissions import may_oversee, may_work
from tenants.across import SCREENS
from tenants.admin.home_buttons import HomeButton
from tenants.guard import PARAMETERS

from .today import queue_of
from .views.base import ICON, TITLE
from .views.behalf import BehalfView, QrView, SlipView
from .views.bulk import BulkView
from .views.case import CaseView, OverseenCaseView, case_file
from .views.choosing import found_units
from .views.doing import SplitView, VerbView
from .views.lists import AllView, TodayView

ADDRESSES = [
    path("", TodayView.as_view(), name="index"),
    path("all/", AllView.as_view(), name="all"),
    path("units/", found_units, name="units"),
    path("record/", BehalfView.as_view(), name="record"),
    path("bulk/<slug:bulk_verb>/", BulkView.as_view(), name="bulk"),
    path("<int:question_id>/", CaseView.as_view(), name="case"),
    path("<int:question_id>/slip/", SlipView.as_view(), name="slip"),
    path("<int:question_id>/qr.svg", QrView.as_view(), name="qr"),
    path("<int:question_id>/files/<int:case_file_id>/", case_file, name="file"),
    path("<int:question_id>/do/split/", SplitView.as_view(), name="split"),
    path("<int:question_id>/do/<slug:verb>/", VerbView.as_view(), name="verb"),
]
OVERSEEN = [path("<int:question_id>/", OverseenCaseView.as_view(), name="case")]
FIRST = 4  # before everything else: citizens wait, and the days are counted


class DeskMenuItem(MenuItem):
    def is_shown(self, request):
        return may_work(request)


def connect():
    """Called by wagtail_hooks.py."""
    PARAMETERS.update({"question_id": "questions.Question", "case_file_id": "questions.CaseFile"})
    SCREENS["questions_overseen"] = may_oversee
    hooks.register("register_admin_urls", addresses)
    item = DeskMenuItem(TITLE, reverse_lazy("questions_desk:index"), name="questions", icon_name=ICON, order=90)
    hooks.register("register_admin_menu_item", lambda: item)
    hooks.register("register_home_buttons", home_buttons)
    hooks.register("insert_global_admin_css", stylesheet)
    guide.register(Path(__file__).parent / "guide")


def addresses():
    return [
        path("questions/", include((ADDRESSES, "questions_desk"))),
        path("questions/overseen/", include((OVERSEEN, "questions_overseen"))),
    ]


def stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("questions/desk.css"))


def home_buttons(request):
    """For officer and head, always: the way in, and how many cases want something today."""
    if not may_work(request):
        return []
    number = queue_of(request.acting_portal, today=timezone.localdate()).number
    text = ngettext("%(number)d câu hỏi cần xử lý", "%(number)d câu hỏi cần xử lý", number) % {"number": number}
    return [HomeButton(TITLE, text if number else _("Không có câu hỏi nào chờ hôm nay"), _index(), ICON, FIRST)]


def _index():
    return reverse("questions_desk:index")
