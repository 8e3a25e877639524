"""Forms about one portal; what they hold is checked again by the verbs that write it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from tenants.admin.choices import PortalChoiceField
from tenants.hosts import clean_host
from tenants.models import Portal, State

NOTE_LENGTH = 500
EFFECTS = {
    State.BUILDING: _("Người dân chỉ thấy thông báo cổng đang chuẩn bị nội dung; biên tập viên vẫn làm việc."),
    State.ACTIVE: _("Người dân xem được mọi nội dung đã đăng."),
    State.SUSPENDED: _(
        "Ngay sau khi lưu, người dân chỉ thấy thông báo cổng tạm ngừng; nội dung giữ nguyên, "
        "biên tập viên vẫn làm việc."
    ),
    State.CLOSED: _(
        "Ngay sau khi lưu, người dân chỉ thấy thông báo cổng không còn hoạt động; nội dung giữ nguyên, "
        "biên tập viên vẫn làm việc."
    ),
}


class NewPortalForm(WagtailAdminModelForm):
    class Meta:
        model = Portal
        fields = ["name", "name_en", "slug", "level", "group", "parent", "scale", "scored_by", "state", "opened_on"]
        field_classes = {"parent": PortalChoiceField}
        help_texts = {"slug": _("Phần đầu của địa chỉ, ví dụ: xa-ta-phin. Không đổi được về sau.")}


class PortalFactsForm(WagtailAdminModelForm):
    class Meta:
        model = Portal
        fields = ["name", "name_en", "parent", "scale", "scored_by", "opened_on"]
        field_classes = {"parent": PortalChoiceField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = Portal.objects.exclude(pk=self.instance.pk)


class StateForm(WagtailAdminModelForm):
    """Says beside each state what citizens will see."""

    note = forms.CharField(
        label=_("Căn cứ, lý do"),
        max_length=NOTE_LENGTH,
        widget=AdminAutoHeightTextInput,
        help_text=_("Ví dụ số và ngày của quyết định."),
    )

    class Meta:
        model = Portal
        fields = ["state"]
        widgets = {"state": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [(state.value, f"{state.label}: {EFFECTS[state]}") for state in State]


class ActForm(WagtailAdminModelForm):
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=NOTE_LENGTH,
        widget=AdminAutoHeightTextInput,
        help_text=_("Người của cổng này đọc được lý do."),
    )

    class Meta:
        model = Portal
        fields = []


class HostsForm(WagtailAdminModelForm):
    """`in_use` is the host by which the person came: taking it away would lock them out."""

    primary = forms.CharField(label=_("Tên miền chính"), help_text=_("Mọi liên kết tới cổng dùng tên miền này."))
    aliases = forms.CharField(
        label=_("Tên miền khác"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_("Mỗi dòng một tên miền, không có http:// và số cổng."),
    )

    class Meta:
        model = Portal
        fields = []

    def __init__(self, *args, in_use="", **kwargs):
        super().__init__(*args, **kwargs)
        self.in_use = in_use
        hosts = self.instance.hosts.order_by("host")
        self.initial["primary"] = next((row.host for row in hosts if row.is_primary), "")
        self.initial["aliases"] = "\n".join(row.host for row in hosts if not row.is_primary)

    def clean_primary(self):
        return clean_host(self.cleaned_data["primary"])

    def clean_aliases(self):
        return sorted({clean_host(line) for line in self.cleaned_data["aliases"].splitlines() if line.strip()})

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        cleaned["aliases"] = [host for host in cleaned["aliases"] if host != cleaned["primary"]]
        answers_now = self.instance.hosts.filter(host=self.in_use).exists()
        if answers_now and self.in_use not in [cleaned["primary"], *cleaned["aliases"]]:
            raise ValidationError(_("Bạn đang dùng tên miền “%(host)s”: hãy giữ lại."), params={"host": self.in_use})
        return cleaned
