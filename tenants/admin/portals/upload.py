"""A list of portals uploaded as CSV: the same rows, the same rules and the same verb as `provision_portals`."""

from time import monotonic

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormView
from wagtail.admin.ui.tables import Column, StatusTagColumn, Table
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from tenants.models import Portal
from tenants.portal_file import OPTIONAL, REFUSED, REQUIRED, WAITING, UnreadableFile, parse_rows, provision_rows
from tenants.provisioning import CHANGED, CREATED, UNCHANGED

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
        help_text=_("Mã hóa UTF-8, dung lượng tối đa 1 MB."),
    )
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
    extra_context = {"required": ", ".join(REQUIRED), "optional": ", ".join(OPTIONAL)}

    def get_breadcrumbs_items(self):
        index = {"url": reverse("portals:index"), "label": INDEX_LABEL}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.page_title}]

    def form_valid(self, form):
        until = monotonic() + SECONDS
        rows, user = form.cleaned_data["rows"], self.request.user
        outcome = provision_rows(rows, now=timezone.now(), by=user, keep_going=lambda: monotonic() < until)
        rest = UploadForm(initial={"content": form.cleaned_data["content"]}) if outcome.count(WAITING) else None
        context = self.get_context_data(
            form=UploadForm(), rest=rest, counts=_counts(outcome), table=_table(outcome), media=Table([], []).media
        )
        return self.render_to_response(context)


def _counts(outcome):
    return [(label, outcome.count(result)) for result, label in RESULTS.items() if outcome.count(result)]


def _table(outcome):
    columns = [
        Column("row", label=_("Dòng")),
        Column("name", label=_("Tên chính thức"), accessor=lambda row: row.name or row.slug),
        StatusTagColumn(
            "result",
            label=_("Kết quả"),
            accessor=lambda row: RESULTS[row.result],
            primary=lambda row: row.result in (CREATED, CHANGED),
        ),
        Column("reason", label=_("Lý do")),
    ]
    return Table(columns, outcome.rows)
