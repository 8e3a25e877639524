"""Fields that Django and Wagtail have almost as we need them."""

from django.db import models
from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField that migrations see without its blocks: changing a block is no schema change."""

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "cms.pages.fields.BodyField", [[]], kwargs


class MeasureField(models.DecimalField):
    """A decimal that clerks may type as they write it, 54,2 as well as 54.2; migrations see a plain one."""

    def formfield(self, **kwargs):
        return super().formfield(localize=True, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs
