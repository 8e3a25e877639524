"""What belongs to the asker of a case alone, apart from the case so that no list of cases can hold it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Question
from .place import InCase


class Asker(InCase):
    """Who asked and how to reach them: one contact at least, kept for the answer and never shown to citizens."""

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="asker")
    name = models.CharField(_("Họ và tên"), max_length=120, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=30, blank=True)
    address = models.CharField(_("Địa chỉ nhận thư"), max_length=255, blank=True)
    consented_at = models.DateTimeField(_("Đồng ý xử lý dữ liệu lúc"), null=True)

    class Meta:
        verbose_name = _("người hỏi")
        verbose_name_plural = _("người hỏi")

    def __str__(self):
        return self.name or self.email or self.phone or self.address


class Rating(InCase):
    """How content the asker is, once a case, for nobody but those who answer and the figures."""

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="rating")
    stars = models.PositiveSmallIntegerField(
        _("Mức hài lòng"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    remark = models.TextField(_("Ý kiến thêm"), blank=True)
    rated_at = models.DateTimeField(_("Đánh giá lúc"))

    class Meta:
        verbose_name = _("đánh giá")
        verbose_name_plural = _("đánh giá")
        constraints = [
            models.CheckConstraint(condition=models.Q(stars__gte=1, stars__lte=5), name="rating_from_one_to_five")
        ]

    def __str__(self):
        return f"{self.question} {self.stars}/5"
