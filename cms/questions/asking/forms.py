"""What a citizen fills in: three things that must be there, consent, and what helps if it is there."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.questions.files import PAPERS, allowed_words
from cms.questions.files.checks import ENDINGS
from cms.questions.models import Asker, Question, Topic

from .contacting import ID_NUMBER, contact_of
from .fields import FilesField, TidyField, TidyLineField, TrapField
from .units import unit_choices, unit_named

SECRET_PAGES = re.compile(r"(?P<section>(?:/en)?/hoi-dap/)(?:gui|tra-cuu|tep)/")
LONGEST_TEXT, SHORTEST_TEXT = 10_000, 10
LONGEST_REPORT, SHORTEST_REPORT = 500, 5
LONGEST_CONTACT = 300


def _box(**attrs):
    return {"class": "form-control", **attrs}


class TopicSelect(forms.Select):
    """A topic without an English name is marked as Vietnamese."""

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label, *args, **kwargs)
        if value and value == label and get_language() == "en":
            option["attrs"]["lang"] = "vi"
        return option


class Sending(forms.Form):
    """What both public forms share: the trap, the token, and the box that a doubtful text must tick.

    `confirmed` is shown only once a text was doubted; `website` is the trap.
    """

    use_required_attribute = False  # what is missing is said by the page, in one list and in its language
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    website = TrapField()
    confirmed = forms.BooleanField(
        required=False,
        label=_("Tôi đã đọc lại và muốn gửi đúng nội dung này"),
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )

    @property
    def shows_confirmed(self):
        return self.is_bound and bool(self.has_error("confirmed") or self.data.get("confirmed"))

    def _check_letters(self, text, shortest):
        if len(text) < shortest:
            words = _("Viết rõ hơn một chút, ít nhất %(least)s ký tự.")
            raise ValidationError(words, params={"least": shortest})
        return text


class AskForm(Sending):
    text = TidyField(
        label=_("Câu hỏi"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "Viết điều ông/bà muốn biết, ở đâu, từ khi nào. Không ghi số căn cước, số tài khoản. "
            "Ví dụ: Tôi muốn đăng ký khai sinh cho con sinh tháng trước thì cần giấy tờ gì?"
        ),
        error_messages={"required": _("Hãy viết câu hỏi.")},
        widget=forms.Textarea(_box(rows=6)),
    )
    unit = forms.ChoiceField(
        label=_("Cơ quan trả lời"),
        help_text=_("Không rõ cơ quan nào thì chọn “Tôi không rõ”: tỉnh sẽ chuyển đúng nơi."),
        error_messages={
            "required": _("Hãy chọn cơ quan, hoặc chọn “Tôi không rõ”."),
            "invalid_choice": _("Cơ quan này hiện không nhận câu hỏi. Hãy chọn lại, hoặc chọn “Tôi không rõ”."),
        },
        widget=forms.Select({"class": "form-select"}),
    )
    contact = TidyLineField(
        label=_("Liên hệ để trả lời"),
        max_length=LONGEST_CONTACT,
        help_text=_("Một trong ba: thư điện tử, số điện thoại hoặc địa chỉ nhận thư. Ví dụ: 0912 345 678."),
        error_messages={"required": _("Hãy nhập một cách liên hệ để cơ quan trả lời.")},
        widget=forms.TextInput(_box(autocomplete="email", autocapitalize="none")),
    )
    name = TidyLineField(
        label=_("Họ và tên"),
        required=False,
        max_length=Asker._meta.get_field("name").max_length,
        help_text=_("Ví dụ: Giàng Thị Mai."),
        widget=forms.TextInput(_box(autocomplete="name")),
    )
    region = TidyLineField(
        label=_("Nơi ở hoặc nơi xảy ra việc"),
        required=False,
        max_length=Question._meta.get_field("region").max_length,
        help_text=_("Chỉ cần thôn, xã, huyện. Ví dụ: thôn Sả Séng, xã Tả Phìn."),
        widget=forms.TextInput(_box(autocomplete="address-level3")),
    )
    topic = forms.ChoiceField(
        label=_("Chủ đề"),
        required=False,
        help_text=_("Ví dụ: Đất đai."),
        widget=TopicSelect({"class": "form-select"}),
    )
    files = FilesField(label=_("Tệp gửi kèm"), required=False)
    wants_private = forms.BooleanField(
        required=False,
        label=_("Không công khai câu hỏi và câu trả lời của tôi"),
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )
    consent = forms.BooleanField(
        label=_("Đồng ý"),
        help_text=_(
            "Tôi đồng ý để cơ quan nhận câu hỏi dùng thông tin liên hệ này vào việc trả lời. "
            "Tên và cách liên hệ của tôi không được công khai."
        ),
        error_messages={"required": _("Phải có sự đồng ý thì cơ quan mới được dùng cách liên hệ. Hãy đánh dấu.")},
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )

    optional = ("name", "region", "topic", "files", "wants_private")

    def __init__(self, *args, portals, portal, **kwargs):
        super().__init__(*args, **kwargs)
        self.portals = portals
        self.fields["unit"].choices = [("", _("Chọn cơ quan")), *unit_choices(portals, portal)]
        self.fields["topic"].choices = [("", _("Chưa chọn")), *_topics()]
        self.fields["files"].help_text = allowed_words(PAPERS)
        self.fields["files"].widget.attrs.update(_box(accept=ENDINGS[PAPERS]))

    @property
    def shows_optional(self):
        """Does the folded part hold something that must not be overlooked?"""
        return self.is_bound and any(self[name].errors or self[name].data for name in self.optional)

    def clean_text(self):
        return self._check_letters(self.cleaned_data["text"], SHORTEST_TEXT)

    def clean_unit(self):
        """The portal that is asked."""
        found = unit_named(self.portals, self.cleaned_data["unit"])
        if found is None:
            raise ValidationError(self.fields["unit"].error_messages["invalid_choice"])
        return found

    def clean_name(self):
        if ID_NUMBER.search(self.cleaned_data["name"]):
            raise ValidationError(_("Chỉ ghi họ tên, không ghi số căn cước."))
        return self.cleaned_data["name"]

    def clean_contact(self):
        """A Contact; the name is added when everything is known."""
        return contact_of(self.cleaned_data["contact"])


class ReportForm(Sending):
    """One line on what is wrong with a page; the page is remembered."""

    text = TidyLineField(
        label=_("Điều gì sai hoặc thiếu?"),
        max_length=LONGEST_REPORT,
        help_text=_("Ví dụ: Số điện thoại của bộ phận một cửa đã đổi."),
        error_messages={"required": _("Hãy viết điều sai hoặc thiếu.")},
        widget=forms.TextInput(_box()),
    )
    page = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_text(self):
        return self._check_letters(self.cleaned_data["text"], SHORTEST_REPORT)

    @property
    def shown_page(self):
        return page_path(str(self["page"].value() or ""))

    def clean_page(self):
        return page_path(self.cleaned_data["page"])


def page_path(text):
    """A path on this host, or "" for anything else that an address may say.

    What an asker alone can open is remembered as the section it stands in: the rest of its address is a key.
    """
    if secret := SECRET_PAGES.match(text):
        return secret["section"]
    longest = Question._meta.get_field("page_path").max_length
    is_path = text.startswith("/") and not text.startswith("//") and "\\" not in text and text.isprintable()
    return text if is_path and len(text) <= longest else ""


def _topics():
    name = "name_en" if get_language() == "en" else "name"
    return [(topic.name, getattr(topic, name) or topic.name) for topic in Topic.objects.all()]
