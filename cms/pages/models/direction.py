"""Direction and management: directives with who must do what by when, and the working calendar."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from .base import PortalPage
from .documents import LegalDocumentPage
from .section import BornSection


class DirectionIndexPage(BornSection, PortalPage):
    subpage_types = ["pages.DirectivePage", "pages.WorkSchedulePage"]
    template = "pages/direction_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục chỉ đạo, điều hành")
        verbose_name_plural = _("chuyên mục chỉ đạo, điều hành")


class DirectivePage(LegalDocumentPage):
    """A directive: who must carry it out, and by which day (inclusive)."""

    translatable_fields = ["assigned_to"]

    assigned_to = models.CharField(
        _("Người, đơn vị thực hiện"), max_length=255, blank=True, help_text=_("Ví dụ: Phòng Kinh tế; các trưởng thôn.")
    )
    due_date = models.DateField(
        _("Hạn thực hiện"), null=True, blank=True, help_text=_("Để trống nếu không định hạn. Ví dụ: 30/06/2026.")
    )

    own_panels = [
        MultiFieldPanel([FieldRowPanel([FieldPanel("assigned_to"), FieldPanel("due_date")])], heading=_("Thực hiện"))
    ]
    parent_page_types = ["pages.DirectionIndexPage"]
    wanted_fields = (*LegalDocumentPage.wanted_fields, "assigned_to")

    class Meta:
        verbose_name = _("văn bản chỉ đạo, điều hành")
        verbose_name_plural = _("văn bản chỉ đạo, điều hành")


class WorkSchedulePage(PortalPage):
    """The leaders' calendar of a week or another span; both days included. A draft may lack them.

    It is English when what is done is; names of people and places may stay as they are, and say so.
    """

    translatable_relations = {"entries": ("content", "person", "place")}
    optional_in_translation = (*PortalPage.optional_in_translation, "entries.person", "entries.place")

    from_date = models.DateField(_("Từ ngày"), null=True, help_text=_("Ngày đầu của lịch. Ví dụ: 02/03/2026."))
    to_date = models.DateField(_("Đến ngày"), null=True, help_text=_("Ngày cuối của lịch. Ví dụ: 08/03/2026."))

    content_panels = PortalPage.content_panels + [
        FieldRowPanel([FieldPanel("from_date"), FieldPanel("to_date")]),
        InlinePanel(
            "entries",
            label=_("Việc"),
            heading=_("Lịch công tác"),
            help_text=_("Mỗi việc một dòng. Ví dụ: thứ Hai 8:00, họp giao ban, Chủ tịch chủ trì."),
        ),
    ]
    parent_page_types = ["pages.DirectionIndexPage"]
    subpage_types = []
    template = "pages/work_schedule_page.html"
    wanted_fields = ("from_date", "to_date", "entries")

    class Meta:
        verbose_name = _("lịch công tác")
        verbose_name_plural = _("lịch công tác")

    def clean(self):
        super().clean()
        if self.from_date and self.to_date and self.to_date < self.from_date:
            raise ValidationError({"to_date": _("Ngày cuối phải sau ngày đầu.")})

    def _search_body(self):
        return " ".join(f"{entry.content or ''} {entry.person or ''}" for entry in self.entries.all()).strip()


class ScheduleEntry(Orderable):
    translatable_fields = ["content", "person", "place"]

    page = ParentalKey(WorkSchedulePage, related_name="entries", on_delete=models.CASCADE)
    day = models.DateField(_("Ngày"), null=True, help_text=_("Ví dụ: 02/03/2026."))
    time = models.TimeField(_("Giờ"), null=True, blank=True, help_text=_("Ví dụ: 08:00."))
    content = models.CharField(_("Nội dung"), max_length=300, help_text=_("Ví dụ: Họp giao ban đầu tuần."))
    person = models.CharField(
        _("Chủ trì, tham dự"), max_length=200, blank=True, help_text=_("Ví dụ: Chủ tịch Ủy ban nhân dân xã.")
    )
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True, help_text=_("Ví dụ: Hội trường tầng 2."))

    panels = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("time")]),
        FieldPanel("content"),
        FieldPanel("content_en"),
        FieldRowPanel([FieldPanel("person"), FieldPanel("place")]),
        FieldRowPanel([FieldPanel("person_en"), FieldPanel("place_en")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("việc trong lịch")
        verbose_name_plural = _("việc trong lịch")
