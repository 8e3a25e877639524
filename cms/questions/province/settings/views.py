"""Adding, changing and deleting a setting by its verb; and the calendar of a year."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from cms.questions.models import CalendarDay, ClockRule
from tenants.admin.operations import RefusalShown, TitledOnce

from .actions import NotSet, drop, keep
from .dropping import NEEDED, effect_of, why_kept
from .recomputing import waiting_under
from .year import YEARS, year_of


class Kept(TitledOnce, RefusalShown):
    """Saves by the verb, and says how many deadlines it moved."""

    label = ""

    def save_instance(self):
        beside = getattr(self.form, "beside", [])
        self.moved = keep(self.form.instance, by=self.request.user, now=timezone.now(), beside=beside)
        return self.form.instance

    def get_success_message(self, instance=None):
        saved = _("Đã lưu “%(name)s”.") % {"name": self.form.instance}
        return f"{saved} {moved_in_words(self.moved)}".strip()

    def get_success_buttons(self):
        return []

    def get_side_panels(self):
        return MediaContainer([])

    def get_success_url(self):
        return reverse(self.index_url_name)

    def get_breadcrumbs_items(self):
        index = {"url": reverse(self.index_url_name), "label": self.label}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_subtitle()}]


class AddView(Kept, generic.CreateView):
    page_title = page_subtitle = gettext_lazy("Thêm")


class ChangeView(Kept, generic.EditView):
    page_title = gettext_lazy("Sửa")

    def get_page_subtitle(self):
        return str(self.object)


class DropView(generic.DeleteView):
    """Says before what it changes; what is not to be deleted is said at once, with what to do instead."""

    page_title = gettext_lazy("Xóa")

    def get(self, request, *args, **kwargs):
        if why := why_kept(self.object, today=timezone.localdate()):
            messages.error(request, why)
            return redirect(self.index_url_name)
        return super().get(request, *args, **kwargs)

    @property
    def confirmation_message(self):
        words = {"name": self.object, "effect": effect_of(self.object)}
        return _("%(effect)s Bạn có chắc muốn xóa “%(name)s” không?") % words

    def form_valid(self, form):
        try:
            moved = drop(self.object, by=self.request.user, now=timezone.now())
        except NotSet as refusal:
            messages.error(self.request, str(refusal))
        else:
            said = _("Đã xóa “%(name)s”.") % {"name": self.object}
            messages.success(self.request, f"{said} {moved_in_words(moved)}".strip())
        return redirect(self.index_url_name)


def moved_in_words(number):
    if not number:
        return ""
    text = ngettext(
        "Hạn của %(number)d câu hỏi đang chờ đã được tính lại.",
        "Hạn của %(number)d câu hỏi đang chờ đã được tính lại.",
        number,
    )
    return text % {"number": number}


class AddRuleView(AddView):
    """Filled in from the newest rule of the kind (`?loai=` its code); day and basis are those of the new one."""

    copied = ("kind", "receipt_days", "answer_days", "extensions", "extension_days", "reopen_days", "cut_off")

    @cached_property
    def before(self):
        rules = ClockRule.objects.select_related("kind").order_by("-valid_from")
        wanted = self.request.GET.get("loai", "")[:40]
        return rules.filter(kind__code=wanted).first() or rules.filter(kind__code=NEEDED[0]).first()

    def get_initial(self):
        copied = {name: getattr(self.before, name) for name in self.copied} if self.before else {}
        return {**super().get_initial(), **copied}

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if self.before:
            text = _("Số ngày và giờ chốt ở dưới được điền sẵn theo “%(name)s”: hãy sửa chỗ thay đổi.")
            form.fields["kind"].help_text = text % {"name": self.before}
        return form


class ChangeRuleView(ChangeView):
    """Says how many questions wait under the rule before anything is saved, and leads to a new rule instead."""

    @cached_property
    def header_buttons(self):
        address = (
            f"{reverse(self.index_url_name.replace(':index', ':add'))}?{urlencode({'loai': self.object.kind.code})}"
        )
        new = HeaderButton(_("Thêm thời hạn mới từ một ngày"), url=address, icon_name="plus")
        return [*super().header_buttons, new]

    @property
    def can_delete(self):
        return super().can_delete and not why_kept(self.object, today=timezone.localdate())

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        number = waiting_under(self.object)
        if number:
            form.fields["valid_from"].help_text = moves_in_words(number)
        return form


def moves_in_words(number):
    text = ngettext(
        "%(number)d câu hỏi đang chờ tính hạn theo thời hạn này: lưu thay đổi thì hạn của chúng được tính lại. "
        "Nếu chỉ đổi từ một ngày sắp tới, hãy thêm thời hạn mới.",
        "%(number)d câu hỏi đang chờ tính hạn theo thời hạn này: lưu thay đổi thì hạn của chúng được tính lại. "
        "Nếu chỉ đổi từ một ngày sắp tới, hãy thêm thời hạn mới.",
        number,
    )
    return text % {"number": number}


class AddDayView(AddView):
    """A day chosen in the calendar is filled in."""

    def get_initial(self):
        return {**super().get_initial(), "day": self.request.GET.get("ngay", "")[:10]}


class YearView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "questions/province/year.html"
    page_title = gettext_lazy("Lịch làm việc")
    header_icon = "calendar-alt"
    any_permission_required = ["add", "change", "delete"]
    model = CalendarDay
    permission_policy = None
    add_url_name = edit_url_name = ""
    _show_breadcrumbs = True

    @cached_property
    def year(self):
        wanted = self.request.GET.get("nam", "")
        year = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) == 4 else 0
        return year if year in YEARS else timezone.localdate().year

    @cached_property
    def header_buttons(self):
        return [HeaderButton(_("Thêm ngày"), url=reverse(self.add_url_name), icon_name="plus")]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        months, special = year_of(self.year, language=get_language())
        return super().get_context_data(
            year=self.year,
            years=[year for year in (self.year - 1, self.year + 1) if year in YEARS],
            months=months,
            special=special,
            weekdays=[_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN")],
            add_url=reverse(self.add_url_name),
            edit_url_name=self.edit_url_name,
            delete_url_name=self.edit_url_name.replace("edit", "delete"),
            **kwargs,
        )
