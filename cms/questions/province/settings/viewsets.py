"""Thiết lập Hỏi - Đáp: screens of the provincial administrator, each a name space of its own."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from cms.questions.models import CalendarDay, ClockRule, OfficialTitle, QuestionKind, Topic
from cms.questions.province.permissions import may_set
from tenants.models import Role
from tenants.policies import RolePolicy

from .forms import DayForm, KindForm, RuleForm, TitleForm, TopicForm
from .views import AddDayView, AddRuleView, AddView, ChangeRuleView, ChangeView, DropView, YearView

PREFIX = "questions_set_"


class SettingPolicy(RolePolicy):
    """What holds for all is the provincial administrator's."""

    permission_cache_name = "_may_set_questions"
    actions = frozenset({"add", "change", "delete", "view"})
    roles = frozenset({Role.PROVINCE_ADMIN})
    may_manage = staticmethod(may_set)


class SettingViewSet(ModelViewSet):
    form = None
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 100
    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = DropView

    def get_form_class(self, for_update=False):
        return self.form

    def get_common_view_kwargs(self, **kwargs):
        nowhere = {"history_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**{**nowhere, **kwargs})

    def get_add_view_kwargs(self, **kwargs):
        return {**super().get_add_view_kwargs(**kwargs), "label": self.menu_label}

    def get_edit_view_kwargs(self, **kwargs):
        return {**super().get_edit_view_kwargs(**kwargs), "label": self.menu_label}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("delete/<int:pk>/", self.delete_view, name="delete"),
        ]


class YesNoColumn(Column):
    """A tick or a cross, read aloud as a word of the reader's language."""

    cell_template_name = "questions/province/yes_no_cell.html"


class KindViewSet(SettingViewSet):
    model, form, name, url_prefix = QuestionKind, KindForm, f"{PREFIX}kinds", "questions/set/kinds"
    icon, menu_label, menu_order = "list-ul", _("Loại câu hỏi"), 20
    ordering = "order"
    list_display = [
        "name",
        Column("code", label=_("Mã")),
        YesNoColumn("is_offered", label=_("Người dân chọn được")),
        YesNoColumn("counts", label=_("Tính vào số liệu")),
    ]


class RuleViewSet(SettingViewSet):
    model, form, name, url_prefix = ClockRule, RuleForm, f"{PREFIX}rules", "questions/set/rules"
    icon, menu_label, menu_order = "time", _("Thời hạn trả lời"), 10
    ordering = ("kind__order", "-valid_from")
    add_view_class = AddRuleView
    edit_view_class = ChangeRuleView
    list_display = [
        "__str__",
        Column("valid_to", label=_("Đến hết"), accessor=lambda rule: _until(rule)),
        Column("receipt_days", label=_("Tiếp nhận (ngày)")),
        Column("answer_days", label=_("Trả lời (ngày)")),
        Column("extensions", label=_("Gia hạn"), accessor=lambda rule: f"{rule.extensions} × {rule.extension_days}"),
        Column("legal_basis", label=_("Căn cứ"), accessor=lambda rule: _basis(rule), classname="cong-wide"),
    ]


def _until(rule):
    return f"{rule.valid_to:%d/%m/%Y}" if rule.valid_to else _("nay")


def _basis(rule):
    return f"{rule.legal_basis} ({rule.get_confidence_display()})" if rule.legal_basis else "-"


class CalendarViewSet(SettingViewSet):
    model, form, name, url_prefix = CalendarDay, DayForm, f"{PREFIX}calendar", "questions/set/calendar"
    icon, menu_label, menu_order = "calendar-alt", _("Lịch làm việc"), 30
    add_view_class = AddDayView

    def get_urlpatterns(self):
        names = {"add_url_name": self.get_url_name("add"), "edit_url_name": self.get_url_name("edit")}
        year = self.construct_view(YearView, permission_policy=self.permission_policy, **names)
        own = [one for one in super().get_urlpatterns() if one.name not in ("index", "index_results")]
        return [path("", year, name="index"), *own]


class TopicViewSet(SettingViewSet):
    model, form, name, url_prefix = Topic, TopicForm, f"{PREFIX}topics", "questions/set/topics"
    icon, menu_label, menu_order = "tag", _("Chủ đề"), 40
    ordering = "order"
    list_display = ["name", Column("name_en", label=_("Tiếng Anh")), Column("order", label=_("Thứ tự"))]


class TitleViewSet(SettingViewSet):
    model, form, name, url_prefix = OfficialTitle, TitleForm, f"{PREFIX}titles", "questions/set/titles"
    icon, menu_label, menu_order = "user", _("Chức danh"), 50
    ordering = "name"
    search_fields = ["name", "name_en"]
    list_display = [
        "name",
        Column(
            "groups", label=_("Được ký trả lời ở"), accessor=lambda title: ", ".join(map(str, title.groups)) or "-"
        ),
    ]


VIEWSETS = (RuleViewSet, KindViewSet, CalendarViewSet, TopicViewSet, TitleViewSet)


class SettingGroup(ViewSetGroup):
    menu_label = _("Thiết lập Hỏi - Đáp")
    menu_icon = "cog"
    menu_order = 306
    items = VIEWSETS
