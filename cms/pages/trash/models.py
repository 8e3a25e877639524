"""Deleted pages, kept for a while so that their own portal can bring them back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.scoping import TenantOwned

KEPT_DAYS = 30  # calendar days
RESTORED, PURGED = "pages.restore", "pages.purge"  # actions in the log


class DeletedPage(TenantOwned):
    """A page and everything below it as it stood when it was deleted.

    `content` is a list, parents first, of {"page_type": "pages.ArticlePage", "pk", "parent_pk", "was_live",
    "is_private", "ties": what other documents said of it, "content": the newest revision as Wagtail serialises it}.
    """

    title = models.CharField(_("Tiêu đề"), max_length=255)
    page_type = models.CharField(_("Loại trang"), max_length=80)
    section = models.CharField(_("Chuyên mục"), max_length=40, blank=True)
    page_key = models.BigIntegerField(editable=False)
    parent_key = models.BigIntegerField(editable=False)
    pages = models.PositiveIntegerField(_("Số trang"), default=1)
    content = models.JSONField(editable=False)
    deleted_at = models.DateTimeField(_("Xóa lúc"), db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người xóa"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("trang đã xóa")
        verbose_name_plural = _("trang đã xóa")

    def __str__(self):
        return self.title
