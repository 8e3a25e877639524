"""A list of portals uploaded as CSV, shown before anything is written: the same verb as `provision_portals`."""

from time import monotonic

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic.edit import FormView
from wagtail.admin.ui.tables import Column, StatusTagColumn, Table
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from tenants.models import Portal
from tenants.portal_file import REFUSED, WAITING, UnreadableFile, foresee_rows, parse_rows, provision_rows
from tenants.provisioning import CHANGED, CREATED, UNCHANGED

from .columns import columns_explained
from .places import INDEX_LABEL

SECONDS = 15  # a web server gives up on longer requests; what is left goes on with the next
LARGEST = 1024 * 1024  # bytes; a thousand portals are some 200 KB
RESULTS = {
    CREATED: _("Tạo mới"),
    CHANGED: _("Thay đổi"),
    UNCHANGED: _("Giữ nguyên"),
    REFUSED: _("Từ chối"),
    WAITING: _("Chưa làm tới"),
}


class UploadForm(forms.Form):
    """A file, or the text of one that was uploaded before and is not finished."""

    file = forms.FileField(
        label=_("Tệp CSV"),
        required=False,
        allow_empty_file=True,
        help_text=_("Mã hóa UTF-8, dung lượng tối đa 1 MB. Ví dụ: danh-sach-cong.csv"),
    )
    is_confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    content = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if file is None and not cleaned.get("content"):
            raise ValidationError(_("Xin chọn tệp."))
        if file is not None and file.size > LARGEST:
            raise ValidationError(_("Tệp lớn hơn 1 MB."))
        content = file.read() if file is not None else cleaned["content"].encode()
        try:
            cleaned["rows"] = parse_rows(content)
        except UnreadableFile as error:
            raise ValidationError(str(error)) from error
        cleaned["content"] = content.decode("utf-8-sig")
        return cleaned


class UploadView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Portal
    permission_required = "add"
    page_title = _("Tải danh sách cổng lên")
    header_icon = "upload"
    template_name = "tenants/admin/upload.html"
    form_class = UploadForm

    def get_breadcrumbs_items(self):
        index = {"url": reverse("portals:index"), "label": INDEX_LABEL}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(columns=columns_explained(), **kwargs)

    def form_valid(self, form):
        """First what would happen; once that is confirmed, it is done, as far as the time goes."""
        return (
            self._done(form.cleaned_data) if form.cleaned_data["is_confirmed"] else self._foreseen(form.cleaned_data)
        )

    def _foreseen(self, given):
        outcome = foresee_rows(given["rows"])
        has_work = outcome.count(CREATED) + outcome.count(CHANGED)
        return self._shown(outcome, given if has_work else None, is_preview=True, button_label=_button(outcome))

    def _done(self, given):
        until = monotonic() + SECONDS
        outcome = provision_rows(
            given["rows"], now=timezone.now(), by=self.request.user, keep_going=lambda: monotonic() < until
        )
        return self._shown(outcome, given if outcome.count(WAITING) else None, button_label=_("Làm tiếp"))

    def _shown(self, outcome, given, **words):
        rest = UploadForm(initial={"content": given["content"], "is_confirmed": True}) if given else None
        shown = {"counts": _counts(outcome), "table": _table(outcome), "media": Table([], []).media}
        return self.render_to_response(self.get_context_data(form=UploadForm(), rest=rest, **shown, **words))


def _button(outcome):
    """What will be done, with its numbers."""
    created, changed = outcome.count(CREATED), outcome.count(CHANGED)
    parts = []
    if created:
        parts.append(ngettext("Tạo %(number)d cổng", "Tạo %(number)d cổng", created) % {"number": created})
    if changed:
        parts.append(ngettext("Cập nhật %(number)d cổng", "Cập nhật %(number)d cổng", changed) % {"number": changed})
    return ", ".join(parts)


def _counts(outcome):
    return [(label, outcome.count(result)) for result, label in RESULTS.items() if outcome.count(result)]


def _table(outcome):
    columns = [
        Column("line", label=_("Dòng")),
        Column("name", label=_("Tên chính thức"), accessor="display_name"),
        StatusTagColumn(
            "result",
            label=_("Kết quả"),
            accessor=lambda row: RESULTS[row.result],
            primary=lambda row: row.result in (CREATED, CHANGED),
        ),
        Column("reason", label=_("Lý do")),
    ]
    return Table(columns, outcome.rows)
