"""What happened to a case, appended and never edited; each event holds the hash of the one before it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.models.append_only import AppendOnlyQuerySet, AppendOnlyRow

from .case import Question


class EventKind(models.TextChoices):
    ASKED = "asked", _("Gửi câu hỏi")
    RECEIVED = "received", _("Tiếp nhận")
    FORWARDED = "forwarded", _("Chuyển đơn vị")
    RETURNED = "returned", _("Trả lại đơn vị chuyển")
    EXTENDED = "extended", _("Gia hạn")
    ASKED_BACK = "asked_back", _("Đề nghị người hỏi làm rõ")
    CLARIFIED = "clarified", _("Người hỏi làm rõ")
    RESUMED = "resumed", _("Tiếp tục tính hạn")
    SUBMITTED = "submitted", _("Trình ký")
    SENT_BACK = "sent_back", _("Trả lại để sửa")
    ANSWERED = "answered", _("Ký trả lời")
    REOPENED = "reopened", _("Hỏi lại")
    SPLIT = "split", _("Tách câu hỏi")
    REMOVED = "removed", _("Loại bỏ")
    RESTORED = "restored", _("Khôi phục")
    SHOWN = "shown", _("Đổi hiển thị")


class CaseEventManager(models.Manager.from_queryset(AppendOnlyQuerySet)):
    """Who holds the case reads what happened to it, elsewhere and before included."""

    def get_queryset(self):
        return super().get_queryset().filter(question__portal__in_scope=True)


class CaseEvent(AppendOnlyRow):
    """`at` is when it happened, `recorded_at` when we were told. Units are slugs, as they were on that day.

    `detail` by kind: asked {"channel", "parent": number if it is a part}; extended {"to": ISO date}; asked_back,
    clarified and reopened {"text"}; submitted {"answer", "visibility", "masked"}; answered {"title", "name", "form",
    "signed_for", "is_right", "answer", "visibility", "public_text", "public_answer"}; removed {"removal"}; split
    {"parts": [number]}; shown {"visibility"}. Older ones name parts and whole by their codes. The chain of a part
    begins with what moved the clock of the whole.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=EventKind)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    from_unit = models.CharField(max_length=63, blank=True)
    to_unit = models.CharField(max_length=63, blank=True)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    event_hash = models.CharField(max_length=64)

    objects = CaseEventManager()

    class Meta:
        verbose_name = _("sự việc của câu hỏi")
        verbose_name_plural = _("sự việc của câu hỏi")
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="case_event_once_a_number")]

    def __str__(self):
        return f"{self.question} {self.number} {self.kind}"
