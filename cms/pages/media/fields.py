"""Model fields that store nothing unchecked, whichever form, import or command brings it."""

from django.db.models import FileField
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .checks import Door, checked


class CheckedFile(FieldFile):
    def save(self, name, content, save=True):
        """Raises ValidationError for what may not come in."""
        super().save(name, checked(content, door=Door.FILE, name=name), save=save)


class CheckedImage(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        """Raises ValidationError for what may not come in; a picture loses what the camera wrote."""
        super().save(name, checked(content, door=Door.PICTURE, name=name), save=save)


class CheckedFileField(FileField):
    """Migrations see a plain FileField: what is let through is no schema."""

    attr_class = CheckedFile

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs


class CheckedImageField(WagtailImageField):
    """Migrations see Wagtail's own field."""

    attr_class = CheckedImage

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.images.models.WagtailImageField", args, kwargs
