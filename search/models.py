"""What can be found: one row for each public page, or answered question that everybody may read, and language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.pages.partial_dates import Precision
from tenants.scoping import TenantOwned


class SearchEntry(TenantOwned):
    """A copy of a public page's or question's words in one language. All of it can be made again from them.

    What is no longer public leaves an emptied row behind (`deleted`): with `version`, which only grows, an index kept
    outside this database can be told. Pages and questions are named by number, not by key: the row outlives them.
    The address is not kept; it is made when a result is shown, for hosts and slugs change.
    """

    portal = models.ForeignKey("tenants.Portal", verbose_name=_("Cổng"), on_delete=models.CASCADE, related_name="+")
    uid = models.CharField(max_length=40, unique=True)  # "page:12:vi", "question:12:vi"
    page_number = models.PositiveBigIntegerField(null=True, db_index=True)
    question_number = models.PositiveBigIntegerField(null=True, db_index=True)
    lang = models.CharField(max_length=2)
    kind = models.CharField(max_length=40)  # the page type's model name, or "question"
    section = models.CharField(max_length=40, blank=True)
    doc_type = models.CharField(max_length=12, blank=True)
    doc_number = models.CharField(max_length=60, blank=True)
    published = models.DateField(null=True)  # a document's day of issue, else the local day of publication or answer
    precision = models.CharField(max_length=8, choices=Precision, default=Precision.DAY)
    year = models.PositiveSmallIntegerField(null=True)
    title = models.CharField(max_length=255, blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    version = models.PositiveBigIntegerField(default=1)
    deleted = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mục tìm kiếm")
        verbose_name_plural = _("mục tìm kiếm")
        indexes = [models.Index(fields=["portal", "lang"], name="search_entry_of_a_portal")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deleted=False) | models.Q(title="", summary="", body="", doc_number=""),
                name="a_deleted_entry_keeps_no_words",
            ),
            models.CheckConstraint(
                condition=models.Q(page_number__isnull=True, question_number__isnull=False)
                | models.Q(page_number__isnull=False, question_number__isnull=True),
                name="an_entry_is_of_a_page_or_a_question",
            ),
        ]

    def __str__(self):
        return f"{self.uid} {self.title}"
