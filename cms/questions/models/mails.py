"""Mails about a case: written down with what they tell of, sent later, tried again until they are gone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Question
from .place import InCase


class CaseMail(InCase):
    """One mail to one address about one happening; `mark` names it (event number or day), so it goes out once."""

    class Kind(models.TextChoices):
        RECEIPT = "receipt", _("Báo đã nhận câu hỏi")
        FORWARDED = "forwarded", _("Báo đã chuyển đơn vị")
        EXTENDED = "extended", _("Báo gia hạn")
        ASKED_BACK = "asked_back", _("Đề nghị làm rõ")
        REMOVED = "removed", _("Báo không xử lý")
        ANSWERED = "answered", _("Báo đã trả lời")
        DUE = "due", _("Nhắc đến hạn")
        OVERDUE = "overdue", _("Nhắc quá hạn")

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ gửi")
        SENT = "sent", _("Đã gửi")
        GIVEN_UP = "given_up", _("Không gửi được")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=10, choices=Kind)
    mark = models.CharField(max_length=20)
    to = models.EmailField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="vi")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("thư về câu hỏi")
        verbose_name_plural = _("thư về câu hỏi")
        constraints = [models.UniqueConstraint(fields=["question", "kind", "mark", "to"], name="case_mail_once")]

    def __str__(self):
        return f"{self.question} {self.kind}"


class DigestMail(models.Model):
    """That a person's digest of a local day has gone out."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("thư tổng hợp")
        verbose_name_plural = _("thư tổng hợp")
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="digest_once_a_day")]

    def __str__(self):
        return f"{self.user} {self.day:%d/%m/%Y}"
