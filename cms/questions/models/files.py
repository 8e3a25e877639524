"""Files of a case, kept outside the public media tree: only a view that asks who may read them opens one."""

from uuid import uuid4

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Question
from .place import InCase


def private_storage():
    return storages["private"]


def private_path(case_file, name):
    """Nothing of the asker's name for it, nor of the case, is in the path."""
    return f"questions/{uuid4().hex}"


class CaseFile(InCase):
    """`name` is what the sender called it, `content_type` what its content says it is, `size` in bytes."""

    class Purpose(models.TextChoices):
        ASKED = "asked", _("Gửi kèm câu hỏi")
        CLARIFIED = "clarified", _("Gửi kèm làm rõ")
        ANSWER = "answer", _("Gửi kèm trả lời")
        RECORDING = "recording", _("Ghi âm lời hỏi")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="files")
    purpose = models.CharField(_("Mục đích"), max_length=9, choices=Purpose)
    file = models.FileField(_("Tệp"), storage=private_storage, upload_to=private_path)
    name = models.CharField(_("Tên tệp"), max_length=160)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    added_at = models.DateTimeField(_("Gửi lúc"))

    class Meta:
        verbose_name = _("tệp của câu hỏi")
        verbose_name_plural = _("tệp của câu hỏi")
        ordering = ["pk"]

    def __str__(self):
        return self.name
