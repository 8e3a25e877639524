"""Forms of drafting, of submitting and of signing; each carries the version of the case that the person has read."""

from hashlib import sha256

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.questions.asking.fields import FilesField
from cms.questions.desk.forms import PRIVATE_ALONE
from cms.questions.files import allowed_words
from cms.questions.masking import mask
from cms.questions.models import Question, Topic, Visibility

from .gaps import gaps

SUBJECT_LENGTH = Question._meta.get_field("subject").max_length
LONGEST_ANSWER = 50_000  # characters
LONGEST_REASON = 1000
REQUIRED_TEXT = {"required": gettext_lazy("Hãy điền ô này.")}


class TextField(forms.CharField):
    """Lines end alike, whatever the browser sends: a text that nobody changed is the same text."""

    def to_python(self, value):
        return "\n".join(super().to_python(value).splitlines())


class OfVersion(forms.Form):
    """The version that was read: somebody who acted meanwhile is told of, not written over."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class DraftForm(OfVersion):
    """`question` is being answered; a topic that the province no longer lists stays among the choices of its case."""

    draft = TextField(
        label=gettext_lazy("Nội dung trả lời"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy("Ví dụ: Cảm ơn ông/bà đã gửi câu hỏi. Ủy ban nhân dân xã trả lời như sau: ..."),
        error_messages={"required": gettext_lazy("Hãy viết nội dung trả lời, hoặc chọn một mẫu.")},
    )
    subject = forms.CharField(
        label=gettext_lazy("Tiêu đề"),
        max_length=SUBJECT_LENGTH,
        required=False,
        help_text=gettext_lazy("Người dân thấy ở danh sách; không ghi tên người hỏi. Ví dụ: Thủ tục tách thửa đất ở."),
    )
    topic = forms.ChoiceField(label=gettext_lazy("Chủ đề"), required=False)
    visibility = forms.ChoiceField(
        label=gettext_lazy("Ai được xem"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Ví dụ: hỏi về thủ tục chung thì Công khai; về hồ sơ của một người thì Trả lời riêng."),
        error_messages={"required": gettext_lazy("Hãy chọn ai được xem.")},
    )
    files = FilesField(label=gettext_lazy("Tệp gửi kèm trả lời"), required=False)

    def __init__(self, *args, question, **kwargs):
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields["topic"].choices = _topics(question.topic)
        self._ask_who_reads()
        self.fields["files"].help_text = allowed_words()

    def _ask_who_reads(self):
        field, private = self.fields["visibility"], (Visibility.PRIVATE, _("Trả lời riêng: chỉ người hỏi đọc được"))
        if self.question.wants_private:
            field.choices, field.help_text = [private], PRIVATE_ALONE
            return
        field.choices = [
            (Visibility.PUBLIC, _("Công khai: mọi người đọc được câu hỏi và trả lời, không thấy tên người hỏi")),
            private,
            (Visibility.HIDDEN, _("Chưa công khai: người hỏi đọc được, công khai sau")),
        ]

    @property
    def texts(self):
        """What `actions.save_draft` keeps besides the draft."""
        return {name: self.cleaned_data[name] for name in ("subject", "topic", "visibility")}


def _topics(kept):
    names = list(Topic.objects.values_list("name", flat=True))
    return [("", _("– chưa rõ –")), *((name, name) for name in dict.fromkeys([*names, *filter(None, [kept])]))]


class SubmitForm(OfVersion):
    """What looks forgotten is asked about once: `seen` is what was shown the time before. `answer`: the drafted one.

    Nobody but the asker reads what this form alone submits: nothing to mask.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, answer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.answer, self.left = answer, []

    def clean(self):
        cleaned = super().clean()
        doubts = list(self.doubts(cleaned))
        if doubts and cleaned.get("seen") != self.now_seen:
            for said in doubts:
                self.add_error(None, said)
        return cleaned

    def doubts(self, cleaned):
        """Sentences about what may have been forgotten, which is kept in `left`."""
        found = list(dict.fromkeys(gaps("\n".join([self.answer, cleaned.get("public_answer", "")]))))
        if found:
            self.left += found
            said = _(
                "Trả lời còn chỗ chưa điền: %(words)s. Hãy quay lại điền, hoặc bấm trình ký lần nữa nếu đúng vậy."
            )
            yield said % {"words": ", ".join(f"“{words}”" for words in found)}

    @property
    def now_seen(self):
        """A mark of what is left; the same words need not be asked about twice."""
        return sha256("\n".join(sorted(set(self.left))).encode()).hexdigest()[:16]


class PublicForm(SubmitForm):
    """What everybody will read, and the officer's word that nobody can be recognised in it."""

    public_text = TextField(
        label=gettext_lazy("Câu hỏi khi công khai"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Sửa được. Ví dụ: bỏ tên thôn nếu chỉ một nhà như vậy."),
        error_messages=REQUIRED_TEXT,
    )
    public_answer = TextField(
        label=gettext_lazy("Trả lời khi công khai"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Sửa được. Ví dụ: thay tên người bằng “người hỏi”."),
        error_messages=REQUIRED_TEXT,
    )
    masked = forms.BooleanField(
        label=gettext_lazy("Tôi đã đọc lại: câu hỏi và trả lời công khai không còn thông tin cá nhân"),
        error_messages={"required": gettext_lazy("Hãy đọc lại và đánh dấu xác nhận trước khi trình ký.")},
    )

    def __init__(self, *args, hidden=(), public=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.words = {"known": hidden, "keep": public}

    def doubts(self, cleaned):
        yield from super().doubts(cleaned)
        texts = [cleaned.get(name, "") for name in ("public_text", "public_answer")]
        found = [finding.text for text in texts for finding in mask(text, **self.words)[1]]
        if found:
            self.left += found
            said = _("Bản công khai vẫn còn: %(words)s. Hãy che, hoặc bấm trình ký lần nữa nếu không phải của ai.")
            yield said % {"words": ", ".join(dict.fromkeys(f"“{words}”" for words in found))}


class SignForm(OfVersion):
    """Under which title, where there are several."""

    signer = forms.ChoiceField(
        label=gettext_lazy("Ký với chức danh"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Hãy chọn chức danh ký.")},
    )

    def __init__(self, *args, signers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].choices = [(one.key, one.label) for one in signers]


class BackForm(OfVersion):
    reason = forms.CharField(
        label=gettext_lazy("Lý do trả lại"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Cán bộ soạn đọc được. Ví dụ: Bổ sung căn cứ và thời hạn giải quyết."),
        error_messages={"required": gettext_lazy("Hãy viết lý do trả lại.")},
    )
