"""Images, files and tags: each belongs to the portal whose collection it is in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as wagtail_words
from taggit.managers import TaggableManager, _TaggableManager
from taggit.models import ItemBase, TagBase
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet, get_upload_to
from wagtail.models import Collection
from wagtail.search import index

from tenants.models import Portal
from tenants.scoping import ScopedManager, TenantManager

from .fields import CheckedFileField, CheckedImageField
from .names import unguessable


def portal_of_collection(collection_id):
    """Primary key of the portal whose collection this is, or lies in; None outside every portal."""
    path = Collection.objects.filter(pk=collection_id).values_list("path", flat=True).first() or ""
    above = [path[:end] for end in range(Collection.steplen, len(path) + 1, Collection.steplen)]
    return Portal.objects.filter(collection__path__in=above).values_list("pk", flat=True).first()


class InCollection(models.Model):
    """`portal` follows from the collection: no form carries it."""

    portal = models.ForeignKey("tenants.Portal", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    portal.wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        before = self.portal_id
        self.portal_id = portal_of_collection(self.collection_id)
        moved = not self._state.adding and before != self.portal_id
        names = [tag.name for tag in self.tags.all()] if moved else []
        super().save(*args, **kwargs)
        if moved:
            self.follow_portal(names)

    def follow_portal(self, tag_names):
        """What hangs on a file that moved to another portal: its words become that portal's."""
        self.tags.clear()
        if self.portal_id:
            self.tags.add(*tag_names)

    @property
    def folder(self):
        return f"portal-{portal_of_collection(self.collection_id) or 0}"


class PortalTag(TagBase):
    """A word that one portal uses; another portal's same word is another row."""

    name = models.CharField(_("Tên"), max_length=100)
    slug = models.SlugField(_("Đường dẫn"), max_length=100, allow_unicode=True)
    portal = models.ForeignKey("tenants.Portal", on_delete=models.CASCADE, related_name="+")

    everywhere = models.Manager()  # the default one: a worker that indexes a picture has no scope
    objects = TenantManager()  # what Wagtail's screens and suggestions ask

    class Meta:
        verbose_name = _("nhãn")
        verbose_name_plural = _("nhãn")
        constraints = [
            models.UniqueConstraint(fields=["portal", "name"], name="tag_name_once_a_portal"),
            models.UniqueConstraint(fields=["portal", "slug"], name="tag_slug_once_a_portal"),
        ]


class _PortalTags(_TaggableManager):
    """Finds and makes the tags of the tagged object's own portal only."""

    def _in_portal(self, tag_kwargs):
        return {**(tag_kwargs or {}), "portal_id": portal_of_collection(self.instance.collection_id)}

    def add(self, *tags, through_defaults=None, tag_kwargs=None, **kwargs):
        return super().add(*tags, through_defaults=through_defaults, tag_kwargs=self._in_portal(tag_kwargs), **kwargs)

    def set(self, tags, *, through_defaults=None, tag_kwargs=None, **kwargs):
        return super().set(tags, through_defaults=through_defaults, tag_kwargs=self._in_portal(tag_kwargs), **kwargs)


class _TaggedItem(ItemBase):
    tag = models.ForeignKey(PortalTag, on_delete=models.CASCADE, related_name="%(class)s_items")

    class Meta:
        abstract = True

    @classmethod
    def tags_for(cls, model, instance=None, **extra_filters):
        """A file's own tags are its portal's; taggit would ask the scoped manager, which a worker cannot."""
        owner = {} if instance is None else {f"{cls.tag_relname()}__content_object": instance}
        return PortalTag.everywhere.filter(
            **{f"{cls.tag_relname()}__isnull": False, **owner, **extra_filters}
        ).distinct()


class TaggedImage(_TaggedItem):
    content_object = models.ForeignKey("pages.PortalImage", on_delete=models.CASCADE, related_name="tagged_items")


class TaggedDocument(_TaggedItem):
    content_object = models.ForeignKey("pages.PortalDocument", on_delete=models.CASCADE, related_name="tagged_items")


class ImageManager(ScopedManager.from_queryset(ImageQuerySet)):
    """Images of the scope that is open."""


class DocumentManager(ScopedManager.from_queryset(DocumentQuerySet)):
    """Files of the scope that is open."""


class PortalImage(InCollection, AbstractImage):
    translatable_fields = ["title", "description"]

    file = CheckedImageField(
        verbose_name=wagtail_words("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    tags = TaggableManager(
        verbose_name=_("Nhãn"), blank=True, help_text=None, through=TaggedImage, manager=_PortalTags
    )

    objects = ImageManager()

    admin_form_fields = ("title", "file", "description", "collection", "tags", "title_en", "description_en")
    search_fields = AbstractImage.search_fields + [
        index.FilterField("portal"),
        index.FilterField("title_vi"),
        index.FilterField("title_en"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("ảnh")
        verbose_name_plural = _("ảnh")

    def __str__(self):
        return self.title

    @property
    def default_alt_text(self):
        return self.description or ""  # never the title: that is the file's name unless somebody changed it

    def get_upload_to(self, filename):
        return unguessable(self.folder, super().get_upload_to(filename))

    def follow_portal(self, tag_names):
        """Its sizes lie in the folder of the portal that made them, which the new portal's host does not serve."""
        super().follow_portal(tag_names)
        self.renditions.all().delete()


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("bản ảnh")
        verbose_name_plural = _("bản ảnh")
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename):
        return unguessable(self.image.folder, super().get_upload_to(filename))


def document_path(document, filename):
    """Below a folder that no host serves as it stands: files go through the view that knows who may read them."""
    return f"documents/{document.folder}/{filename}"


class PortalDocument(InCollection, AbstractDocument):
    file = CheckedFileField(_("Tệp"), upload_to=document_path)
    tags = TaggableManager(
        verbose_name=_("Nhãn"), blank=True, help_text=None, through=TaggedDocument, manager=_PortalTags
    )

    objects = DocumentManager()

    admin_form_fields = ("title", "file", "collection", "tags")
    search_fields = AbstractDocument.search_fields + [index.FilterField("portal")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")

    def __str__(self):
        return self.title

    def clean(self):
        """Only a file that comes in is looked at: one stored under older rules keeps its words editable."""
        if not self.file._committed:
            super().clean()
