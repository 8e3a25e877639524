"""A signed declaration that a section has nothing to publish for a time ("không phát sinh")."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.pages.sections import find_section
from tenants.scoping import TenantManager, TenantOwned

PROPOSED, SIGNED, WITHDRAWN = "nil.propose", "nil.sign", "nil.withdraw"  # actions in the log


class NilQuerySet(models.QuerySet):
    def standing(self):
        """Not withdrawn: waiting for a signature, in force, or over."""
        return self.filter(withdrawn_at__isnull=True)

    def in_force_on(self, day):
        """What citizens were told on a local day: signed by then, and not withdrawn by then."""
        kept = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__date__gt=day)
        return self.filter(kept, signed_at__date__lte=day, from_date__lte=day, to_date__gte=day)


class NilDeclaration(TenantOwned):
    """Proposed by an editor, in force once the head has signed; both days are local and inclusive.

    Name and title of the signer are kept as they were on the day of signing. Rows are never deleted: a declaration
    that turns out wrong is withdrawn.
    """

    section = models.CharField(_("Chuyên mục"), max_length=40, db_index=True)
    from_date = models.DateField(_("Từ ngày"), help_text=_("Ví dụ: 01/01/2026."))
    to_date = models.DateField(_("Đến hết ngày"), help_text=_("Ví dụ: 31/03/2026."))
    reason = models.CharField(
        _("Lý do"), max_length=300, blank=True, help_text=_("Ví dụ: Trong quý I, xã không ký thỏa thuận quốc tế nào.")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    proposed_at = models.DateTimeField(editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    signed_at = models.DateTimeField(null=True, editable=False)
    signer_name = models.CharField(max_length=120, blank=True, editable=False)
    signer_title = models.CharField(max_length=160, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = TenantManager.from_queryset(NilQuerySet)()

    class Meta:
        verbose_name = _("khai báo không phát sinh")
        verbose_name_plural = _("khai báo không phát sinh")
        constraints = [
            models.CheckConstraint(condition=Q(to_date__gte=F("from_date")), name="nil_ends_after_it_begins"),
        ]
        indexes = [models.Index(fields=["portal", "section", "to_date"], name="nil_of_a_section")]

    @property
    def signer(self):
        """Name and title as citizens read them; an account without a name has its title alone."""
        return ", ".join(word for word in (self.signer_name, self.signer_title) if word)

    def __str__(self):
        section = find_section(self.section)
        return f"{section.title_vi if section else self.section} {self.from_date:%d/%m/%Y}-{self.to_date:%d/%m/%Y}"
