"""Upload forms of pictures and files, wherever Wagtail shows one: own screens, many at once, choosers, API."""

from django.conf import settings
from django.utils.functional import lazy
from django.utils.text import format_lazy
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .checks import Door, allowed_words, checked

allowed_in_words = lazy(allowed_words, str)  # a field may be made before anybody's language is known


class _Checked:
    """Looks before Wagtail does, so that a refusal says what was found and what is allowed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_text = format_lazy("{} {}", kwargs.get("help_text", ""), allowed_in_words(self.door))

    def to_python(self, data):
        return super().to_python(data if data in self.empty_values else checked(data, door=self.door))


class PictureField(_Checked, WagtailImageField):
    door = Door.PICTURE

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages["invalid_image_extension"] = self.help_text  # a script shows it before anything is sent


class FileField(_Checked, WagtailDocumentField):
    door = Door.FILE


class _UploadForm:
    file_field = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = self.file_field(label=stock.label, required=stock.required, widget=stock.widget)


class PictureForm(_UploadForm, BaseImageForm):
    file_field = PictureField


class FileForm(_UploadForm, BaseDocumentForm):
    file_field = FileField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            endings = [f".{ending}" for ending in settings.WAGTAILDOCS_EXTENSIONS]
            self.fields["file"].widget.attrs.setdefault("accept", ",".join(endings))
