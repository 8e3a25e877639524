"""Fields of the public forms: text without what no eye sees, several files, and a box that people never see."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.questions.files import check_together, check_upload, checks

from .tidying import tidy, tidy_line


class TidyField(forms.CharField):
    """The length is judged by what is kept. The browser is told no limit: it would cut what is too long unsaid."""

    tidied = staticmethod(tidy)
    default_error_messages = {
        "max_length": _(
            "Dài %(show_value)s ký tự, nhiều nhất được %(limit_value)s. Nội dung vẫn giữ nguyên: "
            "hãy rút gọn rồi gửi lại."
        ),
    }

    def widget_attrs(self, widget):
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def to_python(self, value):
        return self.tidied(super().to_python(value) or "")


class TidyLineField(TidyField):
    tidied = staticmethod(tidy_line)


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else list(filter(None, [files.get(name)]))


class FilesField(forms.FileField):
    """A list of Uploads, each looked at; all that is wrong with them is said at once.

    `refused` are the files that are not to be sent as they are.
    """

    widget = SeveralFiles
    refused = ()

    def clean(self, data, initial=None):
        files = self.refused = [file for file in data or [] if file]
        check_together(files)
        uploads, faults, self.refused = [], [], []
        for file in files:
            try:
                uploads.append(check_upload(file, checks.PAPERS))
            except ValidationError as fault:
                faults.extend(fault.messages)
                self.refused.append(file)
        if faults:
            raise ValidationError(faults)
        return uploads


class TrapField(forms.CharField):
    """Programs fill every box; people do not see this one. Who filled it by mistake finds it empty and sends again."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        attrs = {"autocomplete": "off", "tabindex": "-1", "class": "form-control"}
        super().__init__(label=_("Để trống ô này"), required=False, widget=forms.TextInput(attrs), **kwargs)


def name_lost_files(form, sent):
    """Say in a form that goes back which files the browser does not keep; never those that were refused."""
    field = form.fields.get("files")
    refused = {id(file) for file in getattr(field, "refused", ())}
    lost = [file.name for key in sent.files for file in sent.files.getlist(key) if id(file) not in refused]
    if lost:
        words = _("Trình duyệt không giữ tệp đã chọn. Hãy chọn lại: %(names)s.")
        form.add_error("files" if field else None, words % {"names": ", ".join(lost)})


def name_left_out(form, sent):
    """Say in a form which files were not read, and why."""
    for words in sent.left_out:
        form.add_error("files" if "files" in form.fields else None, words)
