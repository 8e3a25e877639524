"""Forms of drafting, of submitting and of signing; each carries the version of the case that the person has read."""

from hashlib import sha256

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.questions.asking.fields import FilesField
from cms.questions.files import allowed_words
from cms.questions.masking import mask
from cms.questions.models import Question, Topic, Visibility

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
        self.fields["visibility"].choices = self._visibilities()
        self.fields["files"].help_text = allowed_words()

    def _visibilities(self):
        words = {
            Visibility.PUBLIC: _("Công khai: mọi người đọc được câu hỏi và trả lời, không thấy tên người hỏi"),
            Visibility.PRIVATE: _("Trả lời riêng: chỉ người hỏi đọc được"),
            Visibility.HIDDEN: _("Chưa công khai: người hỏi đọc được, công khai sau"),
        }
        if self.question.wants_private:
            del words[Visibility.PUBLIC]
        return list(words.items())

    @property
    def texts(self):
        """What `actions.save_draft` keeps besides the draft."""
        return {name: self.cleaned_data[name] for name in ("subject", "topic", "visibility")}


def _topics(kept):
    names = list(Topic.objects.values_list("name", flat=True))
    return [("", _("– chưa rõ –")), *((name, name) for name in dict.fromkeys([*names, *filter(None, [kept])]))]


class PublicForm(OfVersion):
    """What everybody will read, and the officer's word that nobody can be recognised in it.

    Words that look personal and still stand there are asked about once: `seen` is what was shown the time before.
    """

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
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, hidden=(), public=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.words = {"known": hidden, "keep": public}
        self.left = []

    def clean(self):
        cleaned = super().clean()
        for name in ("public_text", "public_answer"):
            self.left += mask(cleaned.get(name, ""), **self.words)[1]
        if self.left and cleaned.get("masked") and cleaned.get("seen") != self.now_seen:
            listed = ", ".join(dict.fromkeys(f"“{finding.text}”" for finding in self.left))
            said = _("Bản công khai vẫn còn: %(words)s. Hãy che, hoặc bấm trình ký lần nữa nếu không phải của ai.")
            self.add_error(None, said % {"words": listed})
        return cleaned

    @property
    def now_seen(self):
        """A mark of what is left; the same words need not be asked about twice."""
        return sha256("\n".join(sorted({finding.text for finding in self.left})).encode()).hexdigest()[:16]


class SubmitForm(OfVersion):
    """Nobody but the asker will read it: nothing to mask."""


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
