"""Who did what, or tried to: appended and never edited."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenants.scoping import TenantOwned

from .append_only import AppendOnlyRow, ScopedAppendOnlyManager


class AuditEntry(AppendOnlyRow, TenantOwned):
    """One change or one refused attempt. Names are kept as they were then: people and pages go, the entry stays.

    `happened_at` is what counts, `recorded_at` when we were told. `portal` is None for what concerns the platform.
    """

    portal = models.ForeignKey(
        "tenants.Portal",
        verbose_name=_("Cổng"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    happened_at = models.DateTimeField(_("Lúc"))
    recorded_at = models.DateTimeField(auto_now_add=True)
    # No constraint: a person's row may go, and setting the key to nothing would be a change.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        db_index=False,
    )
    actor_name = models.CharField(_("Người thực hiện"), max_length=301, blank=True)
    acting_as = models.CharField(_("Với vai trò"), max_length=120, blank=True)
    action = models.CharField(_("Việc"), max_length=60)
    refused = models.BooleanField(_("Bị từ chối"), default=False)
    target_model = models.CharField(max_length=100, blank=True)
    target_pk = models.CharField(max_length=64, blank=True)
    target_title = models.CharField(_("Đối tượng"), max_length=255, blank=True)
    search_words = models.CharField(max_length=255, blank=True)
    detail = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    remote_address = models.GenericIPAddressField(_("Địa chỉ mạng"), null=True)
    path = models.CharField(_("Đường dẫn"), max_length=255, blank=True)

    objects = ScopedAppendOnlyManager()

    wagtail_reference_index_ignore = True
    portal.wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mục nhật ký")
        verbose_name_plural = _("mục nhật ký")
        indexes = [
            models.Index(fields=["portal", "-happened_at", "-id"], name="audit_of_a_portal"),
            models.Index(fields=["-happened_at", "-id"], name="audit_of_all"),
            models.Index(fields=["actor", "-happened_at", "-id"], name="audit_of_a_person"),
            models.Index(fields=["-happened_at", "-id"], name="audit_refused", condition=Q(refused=True)),
        ]

    def __str__(self):
        return f"{self.action} {self.target_title}".strip()
