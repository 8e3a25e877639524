"""Official titles, and which of them may sign the answers of a portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.models import Group
from tenants.scoping import TenantOwned

from .settings import QuestionKind


class OfficialTitle(models.Model):
    """A title of the province's list; `signs_for` are the groups of portals where it signs unless one says else."""

    name = models.CharField(_("Chức danh"), max_length=160, unique=True, help_text=_("Ví dụ: Chủ tịch UBND xã."))
    name_en = models.CharField(
        _("Chức danh tiếng Anh"),
        max_length=160,
        blank=True,
        help_text=_("Ví dụ: Chairperson of the Commune People's Committee."),
    )
    signs_for = models.JSONField(_("Được ký trả lời ở"), default=list, blank=True)

    class Meta:
        verbose_name = _("chức danh")
        verbose_name_plural = _("chức danh")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def groups(self):
        return [Group(code).label for code in self.signs_for]


class SigningTitle(TenantOwned):
    """A portal's own choice for a kind of question; a portal with none of them follows the list's defaults."""

    kind = models.ForeignKey(QuestionKind, verbose_name=_("Loại câu hỏi"), on_delete=models.CASCADE, related_name="+")
    title = models.ForeignKey(OfficialTitle, verbose_name=_("Chức danh"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("chức danh được ký")
        verbose_name_plural = _("chức danh được ký")
        constraints = [models.UniqueConstraint(fields=["portal", "kind", "title"], name="signing_title_once")]

    def __str__(self):
        return f"{self.kind}: {self.title}"
