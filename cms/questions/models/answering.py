"""What a unit keeps for answering: templates, whose account is whose in the register, and who signs for whom."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.pages.people.models import Person
from tenants.scoping import TenantOwned

from .case import SigningForm
from .settings import QuestionKind
from .titles import OfficialTitle


class AnswerTemplate(TenantOwned):
    """The beginning of an answer that a unit gives often."""

    name = models.CharField(_("Tên mẫu"), max_length=120, help_text=_("Ví dụ: Hướng dẫn đăng ký khai sinh."))
    topic = models.CharField(
        _("Chủ đề"), max_length=120, blank=True, help_text=_("Để trống nếu dùng cho mọi chủ đề. Ví dụ: Hộ tịch.")
    )
    text = models.TextField(
        _("Nội dung mẫu"), help_text=_("Ví dụ: Cảm ơn ông/bà đã gửi câu hỏi. Ủy ban nhân dân xã trả lời như sau: ...")
    )

    class Meta:
        verbose_name = _("mẫu trả lời")
        verbose_name_plural = _("mẫu trả lời")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class SigningAccount(TenantOwned):
    """The account with which a person of the register signs; made by whoever manages the portal's accounts."""

    person = models.ForeignKey(Person, verbose_name=_("Cán bộ"), on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Tài khoản"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("tài khoản ký")
        verbose_name_plural = _("tài khoản ký")
        constraints = [
            models.UniqueConstraint(fields=["portal", "person"], name="signing_account_once_a_person"),
            models.UniqueConstraint(fields=["portal", "user"], name="signing_account_once_a_user"),
        ]

    def __str__(self):
        return f"{self.person} - {self.user}"


class Delegation(TenantOwned):
    """A person signs in the place of a title, from one local day to another, both included (empty: open)."""

    FORMS = [(form.value, form.label) for form in SigningForm if form]

    person = models.ForeignKey(
        Person,
        verbose_name=_("Người được giao ký"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Ví dụ: Nguyễn Văn An."),
    )
    form = models.CharField(_("Hình thức"), max_length=3, choices=FORMS, help_text=_("Ví dụ: Thừa lệnh (TL.)."))
    signs_for = models.ForeignKey(
        OfficialTitle,
        verbose_name=_("Ký thay cho chức danh"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Ví dụ: Chủ tịch UBND xã."),
    )
    kind = models.ForeignKey(
        QuestionKind,
        verbose_name=_("Chỉ cho loại câu hỏi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Để trống nếu cho mọi loại. Ví dụ: Hỏi - Đáp."),
    )
    from_date = models.DateField(_("Từ ngày"), help_text=_("Ví dụ: 01/07/2026."))
    to_date = models.DateField(_("Đến hết ngày"), null=True, blank=True, help_text=_("Ví dụ: 31/12/2026."))
    document = models.CharField(
        _("Văn bản giao"), max_length=160, help_text=_("Số, ngày của văn bản. Ví dụ: 12/QĐ-UBND ngày 01/07/2026.")
    )

    class Meta:
        verbose_name = _("giao ký thay")
        verbose_name_plural = _("giao ký thay")
        ordering = ["-from_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")), name="delegation_ends_in_time"
            )
        ]

    def __str__(self):
        return f"{self.get_form_display()} {self.signs_for}: {self.person}"

    def clean(self):
        super().clean()
        if self.person_id and self.portal_id and self.person.portal_id != self.portal_id:
            raise ValidationError({"person": _("Phải thuộc cùng một cổng.")})
