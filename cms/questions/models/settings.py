"""What the province sets for all: kinds of questions, the clock of each, and the days that are worked."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.questions.working_time import Rule


class QuestionKind(models.Model):
    """A kind of question; its code is what imports name."""

    code = models.SlugField(_("Mã"), max_length=40, unique=True, help_text=_("Ví dụ: hoi-dap."))
    name = models.CharField(_("Tên"), max_length=120, help_text=_("Ví dụ: Hỏi - Đáp."))
    name_en = models.CharField(_("Tên tiếng Anh"), max_length=120, blank=True, help_text=_("Ví dụ: Question."))
    is_offered = models.BooleanField(_("Người dân chọn được"), default=True)
    needs_contact = models.BooleanField(_("Phải có cách liên hệ"), default=True)
    counts = models.BooleanField(_("Tính vào số liệu hỏi - đáp"), default=True)
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0, help_text=_("Số nhỏ đứng trước. Ví dụ: 1."))

    class Meta:
        verbose_name = _("loại câu hỏi")
        verbose_name_plural = _("loại câu hỏi")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class Topic(models.Model):
    """A field that questions are about; a case keeps the name it had."""

    name = models.CharField(_("Chủ đề"), max_length=120, unique=True, help_text=_("Ví dụ: Đất đai."))
    name_en = models.CharField(_("Chủ đề tiếng Anh"), max_length=120, blank=True, help_text=_("Ví dụ: Land."))
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0, help_text=_("Số nhỏ đứng trước. Ví dụ: 1."))

    class Meta:
        verbose_name = _("chủ đề")
        verbose_name_plural = _("chủ đề")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class ClockRule(models.Model):
    """How long a kind of question may take, from one local day to another (both included; empty: open).

    All spans are working days. `legal_basis` is shown as law only with confidence "H"; a local rule stays unnamed.
    """

    kind = models.ForeignKey(QuestionKind, verbose_name=_("Loại câu hỏi"), on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(_("Áp dụng từ"), help_text=_("Ví dụ: 01/07/2026."))
    valid_to = models.DateField(_("Áp dụng đến hết"), null=True, blank=True, help_text=_("Ví dụ: 31/12/2026."))
    receipt_days = models.PositiveSmallIntegerField(
        _("Hạn tiếp nhận (ngày làm việc)"), default=2, help_text=_("Ví dụ: 2.")
    )
    answer_days = models.PositiveSmallIntegerField(
        _("Hạn trả lời (ngày làm việc)"), default=15, help_text=_("Ví dụ: 15.")
    )
    extension_days = models.PositiveSmallIntegerField(
        _("Gia hạn nhiều nhất (ngày làm việc)"), default=15, help_text=_("Ví dụ: 15.")
    )
    extensions = models.PositiveSmallIntegerField(_("Số lần gia hạn"), default=1, help_text=_("Ví dụ: 1."))
    reopen_days = models.PositiveSmallIntegerField(
        _("Hỏi lại trong (ngày)"), default=15, help_text=_("Ngày theo lịch kể từ khi trả lời. Ví dụ: 15.")
    )
    cut_off = models.TimeField(
        _("Giờ chốt tiếp nhận"),
        null=True,
        blank=True,
        help_text=_("Gửi sau giờ này coi như gửi ngày làm việc kế tiếp. Ví dụ: 17:00."),
    )
    legal_basis = models.CharField(
        _("Căn cứ"),
        max_length=300,
        blank=True,
        help_text=_("Ví dụ: Điểm đ khoản 1 Điều 17 Nghị định số 43/2011/NĐ-CP."),
    )
    confidence = models.CharField(
        _("Độ chắc chắn"),
        max_length=1,
        choices=[("H", _("Chắc chắn")), ("M", _("Cần kiểm tra")), ("L", _("Chưa rõ"))],
        default="L",
        help_text=_("Chỉ căn cứ chắc chắn mới hiện cho người dân. Ví dụ: Chắc chắn."),
    )

    class Meta:
        verbose_name = _("thời hạn trả lời")
        verbose_name_plural = _("thời hạn trả lời")
        ordering = ["kind", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="clock_rule_ends_in_time"
            ),
            models.CheckConstraint(condition=Q(answer_days__gte=1), name="clock_rule_gives_a_day"),
            models.UniqueConstraint(fields=["kind", "valid_from"], name="clock_rule_once_a_day"),
        ]

    def __str__(self):
        return f"{self.kind} {self.valid_from:%d/%m/%Y}"

    def holds_on(self, day):
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def for_answer(self):
        return Rule(self.answer_days, self.cut_off)

    @property
    def for_receipt(self):
        return Rule(self.receipt_days, self.cut_off)


class CalendarDay(models.Model):
    """A day that the province works, or does not work, otherwise than the known public holidays say."""

    day = models.DateField(_("Ngày"), unique=True, help_text=_("Ví dụ: 22/08/2026."))
    is_worked = models.BooleanField(_("Là ngày làm việc"), default=False)
    name = models.CharField(_("Lý do"), max_length=160, help_text=_("Ví dụ: Làm bù cho ngày 31/08/2026."))

    class Meta:
        verbose_name = _("ngày nghỉ, ngày làm bù")
        verbose_name_plural = _("ngày nghỉ, ngày làm bù")
        ordering = ["-day"]

    def __str__(self):
        return f"{self.day:%d/%m/%Y} {self.name}"
