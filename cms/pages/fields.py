"""Stream fields whose block definitions stay out of migrations."""

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField that migrations see without its blocks: changing a block is no schema change."""

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "cms.pages.fields.BodyField", [[]], kwargs
