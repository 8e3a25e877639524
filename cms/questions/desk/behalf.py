"""A question that somebody asked by telephone, on paper or by voice, written down by the officer."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from cms.questions.asking.contacting import contact_of
from cms.questions.asking.fields import FilesField, TidyField, TidyLineField
from cms.questions.asking.tokens import new_token, read_token
from cms.questions.files import PAPERS, SOUND, allowed_words, check_upload
from cms.questions.files.checks import ENDINGS
from cms.questions.models import Asker, Channel, Question, QuestionKind, Topic

DEFAULT_KIND = "hoi-dap"
MORNING = time(8)  # of a day whose hour nobody noted
LONGEST_TEXT, LONGEST_CONTACT = 10_000, 300


class BehalfForm(forms.Form):
    """Three things for a call, one tick for consent; the rest folds away."""

    use_required_attribute = False
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    channel = forms.ChoiceField(
        label=gettext_lazy("Cách hỏi"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in Channel if one != Channel.WEB],
        initial=Channel.PHONE,
        help_text=gettext_lazy(
            "Câu hỏi đến bằng cách nào. Ví dụ: người hỏi nói và có tệp ghi âm thì chọn “Ghi âm lời hỏi”."
        ),
    )
    text = TidyField(
        label=gettext_lazy("Nội dung câu hỏi"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Ghi đúng lời người hỏi; nghe ghi âm thì chép lại. Ví dụ: Bao giờ sửa đường thôn 3?"),
        error_messages={"required": gettext_lazy("Hãy ghi nội dung câu hỏi.")},
    )
    recording = forms.FileField(label=gettext_lazy("Tệp ghi âm lời hỏi"), required=False)
    name = TidyLineField(
        label=gettext_lazy("Họ và tên người hỏi"),
        required=False,
        max_length=Asker._meta.get_field("name").max_length,
        help_text=gettext_lazy("Không bắt buộc. Ví dụ: Giàng Thị Mai."),
    )
    contact = TidyLineField(
        label=gettext_lazy("Liên hệ để trả lời"),
        max_length=LONGEST_CONTACT,
        help_text=gettext_lazy("Điện thoại, thư điện tử hoặc địa chỉ nhận thư. Ví dụ: 0912 345 678."),
        error_messages={
            "required": gettext_lazy("Hãy ghi một cách liên hệ: điện thoại, thư điện tử hoặc địa chỉ nhận thư.")
        },
    )
    consent = forms.BooleanField(
        label=gettext_lazy(
            "Đã đọc cho người hỏi nghe và người hỏi đồng ý để cơ quan dùng thông tin liên hệ này vào việc trả lời"
        ),
        error_messages={"required": gettext_lazy("Phải có sự đồng ý của người hỏi thì mới được ghi.")},
    )
    kind = forms.ModelChoiceField(
        label=gettext_lazy("Loại"),
        queryset=QuestionKind.objects.none(),
        help_text=gettext_lazy("Mỗi loại có hạn trả lời riêng. Ví dụ: hỏi về chính sách thì chọn Hỏi - Đáp."),
    )
    topic = forms.ChoiceField(label=gettext_lazy("Chủ đề"), required=False, help_text=gettext_lazy("Ví dụ: Đất đai."))
    region = TidyLineField(
        label=gettext_lazy("Nơi ở hoặc nơi xảy ra việc"),
        required=False,
        max_length=Question._meta.get_field("region").max_length,
        help_text=gettext_lazy("Chỉ cần thôn, xã, huyện. Ví dụ: thôn Sả Séng, xã Tả Phìn."),
    )
    day = forms.DateField(
        label=gettext_lazy("Ngày hỏi"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy(
            "Để trống nếu vừa hỏi. Hạn tính từ ngày này, không quá 30 ngày trước. Ví dụ: 12/06/2026."
        ),
    )
    hour = forms.TimeField(
        label=gettext_lazy("Giờ hỏi"),
        required=False,
        widget=AdminTimeInput,
        help_text=gettext_lazy("Để trống nếu không nhớ. Ví dụ: 09:30."),
    )
    files = FilesField(label=gettext_lazy("Ảnh chụp, bản quét kèm theo"), required=False)
    wants_private = forms.BooleanField(label=gettext_lazy("Người hỏi không muốn công khai"), required=False)

    folded = ("kind", "topic", "region", "day", "hour", "files", "wants_private")

    def __init__(self, *args, now, **kwargs):
        start = {"token": new_token(now=now), "kind": QuestionKind.objects.filter(code=DEFAULT_KIND).first()}
        super().__init__(*args, initial=start, **kwargs)
        self.now = now
        self.fields["kind"].queryset = QuestionKind.objects.filter(needs_contact=True)
        self.fields["kind"].empty_label = None
        topics = Topic.objects.values_list("name", flat=True)
        self.fields["topic"].choices = [("", _("Chưa chọn")), *((name, name) for name in topics)]
        for name, kinds in (("recording", SOUND), ("files", PAPERS)):
            self.fields[name].help_text = allowed_words(kinds)
            self.fields[name].widget.attrs["accept"] = ENDINGS[kinds]
        self.fields["recording"].widget.attrs.update({"data-only-with": "channel", "data-only-for": Channel.VOICE})

    @property
    def first_asked(self):
        return [self[name] for name in self.fields if name not in (*self.folded, "token")]

    @property
    def folded_fields(self):
        return [self[name] for name in self.folded]

    @property
    def is_unfolded(self):
        return any(name in self.errors for name in self.folded)

    def clean_recording(self):
        file = self.cleaned_data["recording"]
        return check_upload(file, SOUND) if file else None

    def clean_contact(self):
        return contact_of(self.cleaned_data["contact"])

    def clean(self):
        cleaned = super().clean()
        is_voice = cleaned.get("channel") == Channel.VOICE
        if is_voice and not cleaned.get("recording") and "recording" not in self.errors:
            self.add_error("recording", _("Hãy chọn tệp ghi âm, hoặc chọn cách hỏi khác."))
        if cleaned.get("recording") and not is_voice:
            self.add_error("channel", _("Có tệp ghi âm: hãy chọn “%(voice)s”.") % {"voice": Channel.VOICE.label})
        return cleaned

    @property
    def asked_at(self):
        """The moment that was noted; None: just now."""
        day, hour = self.cleaned_data["day"], self.cleaned_data["hour"]
        today = timezone.localdate(self.now)
        if hour is None and day in (None, today):
            return None
        moment = datetime.combine(day or today, hour or MORNING)
        return timezone.make_aware(moment)

    @property
    def arguments(self):
        """What cms.questions.actions.ask wants to know of a valid form."""
        given, token = self.cleaned_data, read_token(self.cleaned_data["token"])
        recording = [given["recording"]] if given["recording"] else []
        kept = {name: given[name] for name in ("text", "kind", "topic", "region", "channel", "wants_private")}
        return {
            **kept,
            "contact": given["contact"],
            "files": [*recording, *given["files"]],
            "asked_at": self.asked_at,
            "consented_at": self.now,
            "submission": token.submission if token else None,
        }
