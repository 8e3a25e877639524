"""Fields of the public forms: text without what no eye sees, several files, and a box that people never see."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.questions.files import check_together, check_upload, checks

from .tidying import tidy, tidy_line


class TidyField(forms.CharField):
    """`typed` keeps what came in, for scoring; the length is judged by what is kept."""

    tidied = staticmethod(tidy)

    def to_python(self, value):
        return self.tidied(super().to_python(value) or "")


class TidyLineField(TidyField):
    tidied = staticmethod(tidy_line)


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else list(filter(None, [files.get(name)]))


class FilesField(forms.FileField):
    """A list of Uploads, each looked at; all that is wrong with them is said at once."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        check_together(files)
        uploads, faults = [], []
        for file in files:
            try:
                uploads.append(check_upload(file, checks.PAPERS))
            except ValidationError as fault:
                faults.extend(fault.messages)
        if faults:
            raise ValidationError(faults)
        return uploads


class TrapField(forms.CharField):
    """Programs fill every box; people do not see this one. Who filled it by mistake finds it empty and sends again."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        attrs = {"autocomplete": "off", "tabindex": "-1", "class": "form-control"}
        super().__init__(label=_("Để trống ô này"), required=False, widget=forms.TextInput(attrs), **kwargs)
