"""What one document does to another. Set on one side, seen on both."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from cms.pages.legal.panels import DocumentChooser


class RelationKind(models.TextChoices):
    AMENDS = "amends", _("Sửa đổi, bổ sung")
    REPLACES = "replaces", _("Thay thế")
    REPEALS = "repeals", _("Bãi bỏ")
    GUIDES = "guides", _("Hướng dẫn thi hành")


PASSIVE = {
    RelationKind.AMENDS: _("Được sửa đổi, bổ sung bởi"),
    RelationKind.REPLACES: _("Được thay thế bởi"),
    RelationKind.REPEALS: _("Bị bãi bỏ bởi"),
    RelationKind.GUIDES: _("Được hướng dẫn thi hành bởi"),
}


class DocumentRelation(Orderable):
    """`source` amends, replaces, repeals or guides `target`, a document of the same portal, or one known by number.

    `is_partial` says that only a part of the target is replaced or repealed.
    """

    source = ParentalKey("pages.LegalDocumentPage", related_name="relations", on_delete=models.CASCADE)
    kind = models.CharField(
        _("Quan hệ"),
        max_length=10,
        choices=RelationKind,
        help_text=_("Văn bản này làm gì với văn bản kia? Ví dụ: Thay thế."),
    )
    target = models.ForeignKey(
        "pages.LegalDocumentPage",
        verbose_name=_("Văn bản của cổng này"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="relations_from_others",
        help_text=_("Chọn văn bản đã có trên cổng. Ví dụ: Quyết định 12/QĐ-UBND."),
    )
    target_number = models.CharField(
        _("Hoặc số, ký hiệu"),
        max_length=160,
        blank=True,
        help_text=_("Khi văn bản kia không có trên cổng. Ví dụ: Nghị định 42/2022/NĐ-CP."),
    )
    is_partial = models.BooleanField(
        _("Chỉ một phần"), default=False, help_text=_("Đánh dấu khi chỉ thay thế, bãi bỏ vài điều. Ví dụ: chỉ Điều 5.")
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_partial")]),
        FieldPanel("target", widget=DocumentChooser),
        FieldPanel("target_number"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("quan hệ giữa các văn bản")
        verbose_name_plural = _("quan hệ giữa các văn bản")
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False) | ~Q(target_number=""), name="document_relation_names_its_target"
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | ~Q(target=models.F("source")),
                name="document_relation_is_to_another",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.target or self.target_number}"

    @property
    def passive(self):
        """What is done to the target, as its own page says it."""
        return PASSIVE[RelationKind(self.kind)]

    @property
    def changes_force(self):
        return self.kind != RelationKind.GUIDES

    @property
    def ends_target(self):
        return self.kind in (RelationKind.REPLACES, RelationKind.REPEALS) and not self.is_partial

    def clean(self):
        super().clean()
        if self.target_id is None and not self.target_number:
            raise ValidationError({"target": _("Hãy chọn văn bản, hoặc ghi số, ký hiệu.")})
        if self.target_id is not None and self.target_id == self.source_id:
            raise ValidationError({"target": _("Một văn bản không thể có quan hệ với chính nó.")})
