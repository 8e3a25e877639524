"""A question and where it stands. What happened to it is in its events; the row repeats the newest of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from tenants.scoping import TenantOwned

from .settings import QuestionKind

HEADING_LENGTH = 90


class Stage(models.TextChoices):
    SENT = "sent", _("Mới gửi")
    RECEIVED = "received", _("Đã tiếp nhận")
    FORWARDED = "forwarded", _("Đã chuyển")
    EXTENDED = "extended", _("Gia hạn")
    SUBMITTED = "submitted", _("Đã trả lời, chờ duyệt")
    ANSWERED = "answered", _("Đã trả lời")


class Removal(models.TextChoices):
    NONE = "", _("Không loại")
    VIOLATION = "violation", _("Vi phạm quy chế")
    DUPLICATE = "duplicate", _("Trùng nội dung")
    REFERRED = "referred", _("Đã chuyển cơ quan chuyên trách")


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Công khai")
    PRIVATE = "private", _("Trả lời riêng")
    HIDDEN = "hidden", _("Chưa công khai")


class Channel(models.TextChoices):
    WEB = "web", _("Gửi trên cổng")
    PHONE = "phone", _("Hỏi qua điện thoại")
    PAPER = "paper", _("Gửi văn bản giấy")
    VOICE = "voice", _("Ghi âm lời hỏi")


class SigningForm(models.TextChoices):
    """How a title signs (the marks before a signature on official letters)."""

    OWN = "", _("Ký trực tiếp")
    KT = "KT", _("Ký thay (KT.)")
    TL = "TL", _("Thừa lệnh (TL.)")
    TUQ = "TUQ", _("Thừa ủy quyền (TUQ.)")


class Question(TenantOwned):
    """`portal` holds it now. `asked_at` counts, whenever it was recorded; nothing of it comes from a later form.

    Who asked is in `Asker`, apart from the case. `version` grows with every write: a screen that shows an older one is
    told so. A split question counts no more; its parts do. `suspicion` holds codes of `asking.scoring`, for the
    officer's eye. `submitted_at` while an answer waits for its signature, the first one or a corrected one.

    `answered_at` is None while the asker waits, `signed_at` and `answered_by` tell of the newest answer that was
    signed. It stands, and is read until the next is signed, though the asker asked again; not while another unit holds
    the case. Beside it `correction` {"subject" | "topic" | "public_text" | "public_answer" | "visibility": text} holds
    what the next one will show.
    """

    code = models.CharField(_("Mã tra cứu"), max_length=64, unique=True)
    kind = models.ForeignKey(QuestionKind, verbose_name=_("Loại"), on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(
        "self", verbose_name=_("Tách từ"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    topic = models.CharField(_("Chủ đề"), max_length=120, blank=True, db_index=True)
    region = models.CharField(_("Địa bàn"), max_length=160, blank=True)
    text = models.TextField(_("Nội dung câu hỏi"))
    page_path = models.CharField(_("Trang được nói đến"), max_length=500, blank=True)
    language = models.CharField(_("Ngôn ngữ"), max_length=2, choices=settings.LANGUAGES, default="vi")
    channel = models.CharField(_("Cách hỏi"), max_length=5, choices=Channel, default=Channel.WEB)
    wants_private = models.BooleanField(_("Người hỏi không muốn công khai"), default=False)
    suspicion = models.CharField(_("Dấu hiệu đáng ngờ"), max_length=200, blank=True)
    submission = models.CharField(max_length=64, unique=True, null=True, editable=False)
    asked_at = models.DateTimeField(_("Hỏi lúc"), db_index=True)
    recorded_at = models.DateTimeField(_("Ghi nhận lúc"), auto_now_add=True)
    imported = models.BooleanField(_("Nhập từ tệp"), default=False)

    stage = models.CharField(_("Giai đoạn"), max_length=10, choices=Stage, default=Stage.SENT, db_index=True)
    removal = models.CharField(_("Loại bỏ"), max_length=10, choices=Removal, blank=True, db_index=True)
    visibility = models.CharField(_("Hiển thị"), max_length=8, choices=Visibility, default=Visibility.HIDDEN)
    is_split = models.BooleanField(_("Đã tách"), default=False)
    received_at = models.DateTimeField(_("Tiếp nhận lúc"), null=True)
    held_since = models.DateTimeField(_("Đơn vị nhận từ"), null=True)
    answered_at = models.DateTimeField(_("Trả lời lúc"), null=True)
    signed_at = models.DateTimeField(_("Ký trả lời lúc"), null=True)
    answered_by = models.ForeignKey(
        "tenants.Portal", verbose_name=_("Đơn vị đã trả lời"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    receipt_due_on = models.DateField(_("Hạn tiếp nhận"), null=True)
    due_on = models.DateField(_("Hạn trả lời"), db_index=True)
    stands_since = models.DateField(_("Tạm dừng tính hạn từ"), null=True)
    extensions = models.PositiveSmallIntegerField(_("Số lần gia hạn"), default=0)
    version = models.PositiveIntegerField(default=0)

    submitted_at = models.DateTimeField(_("Trình ký lúc"), null=True)
    subject = models.CharField(_("Tiêu đề"), max_length=160, blank=True)
    draft = models.TextField(_("Dự thảo trả lời"), blank=True)
    draft_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Người soạn"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    correction = models.JSONField(default=dict)
    public_text = models.TextField(_("Câu hỏi khi công khai"), blank=True)
    public_answer = models.TextField(_("Trả lời khi công khai"), blank=True)
    answer = models.TextField(_("Trả lời"), blank=True)
    signer_name = models.CharField(_("Người ký"), max_length=120, blank=True)
    signer_title = models.CharField(_("Chức danh người ký"), max_length=160, blank=True)
    signing_form = models.CharField(_("Hình thức ký"), max_length=3, choices=SigningForm, blank=True)
    signed_for = models.CharField(_("Ký thay cho"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("câu hỏi")
        verbose_name_plural = _("câu hỏi")
        constraints = [
            models.CheckConstraint(
                condition=Q(stage=Stage.ANSWERED, answered_at__isnull=False)
                | (~Q(stage=Stage.ANSWERED) & Q(answered_at__isnull=True)),
                name="question_answered_when_signed",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.ANSWERED)
                | Q(signed_at__isnull=False, answered_by__isnull=False, answered_by=F("portal")),
                name="question_answer_stands",
            ),
        ]
        indexes = [models.Index(fields=["portal", "stage", "due_on"], name="question_queue")]

    def __str__(self):
        """What staff call it; the code opens it as its asker would, so nothing but the asker's screens say that."""
        return str(_("số %(number)s") % {"number": self.pk})

    @property
    def heading(self):
        """A line for lists of officers: what somebody wrote above it, or how it begins."""
        return self.subject or Truncator(" ".join(self.text.split())).chars(HEADING_LENGTH)

    @property
    def stands(self):
        """Is there an answer that the unit signed which holds the case now?"""
        return self.signed_at is not None and self.answered_by_id == self.portal_id

    @property
    def is_asked_again(self):
        """Does an answer stand while the asker waits for another one?"""
        return self.stands and self.stage != Stage.ANSWERED

    @property
    def is_public(self):
        """May everybody read question and answer?"""
        return self.stands and not self.removal and not self.is_split and self.visibility == Visibility.PUBLIC
