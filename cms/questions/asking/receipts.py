"""The receipt: for a day, at an address that nobody guesses; afterwards the code finds the case."""

import io
from dataclasses import dataclass
from datetime import date, timedelta

import qrcode
from django.http import Http404
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathFillImage

from cms.questions.models import Question
from cms.questions.tracking import address_with_code
from tenants.scoping import platform_scope

OPEN = timedelta(hours=24)


@dataclass(frozen=True)
class Step:
    """What happens, at the latest on a local day (None: whenever one likes)."""

    text: str
    day: date | None = None


@dataclass(frozen=True)
class Receipt:
    question: Question
    email: str
    files: list

    @property
    def steps(self):
        unit = {"unit": self.question.portal.display_name}
        return [
            Step(_("%(unit)s xem và tiếp nhận, hoặc chuyển đến đúng cơ quan.") % unit, self.question.receipt_due_on),
            Step(
                _("Có trả lời. Nếu phải gia hạn hoặc cần hỏi thêm, lý do và hạn mới hiện ở trang tra cứu."),
                self.question.due_on,
            ),
            Step(_("Xem câu hỏi đang ở đâu, bổ sung thông tin, đọc trả lời: dùng mã tra cứu bất cứ lúc nào.")),
        ]


def find_receipt(submission, *, now):
    """The Receipt of a sending. Raises Http404 for one nobody made, and a day after the sending."""
    with platform_scope():
        rows = Question.objects.select_related("portal", "kind", "asker").prefetch_related("files")
        question = rows.filter(submission=submission, recorded_at__gt=now - OPEN).first()
        if question is None:
            raise Http404
        asker = getattr(question, "asker", None)
        return Receipt(question, masked(asker.email) if asker else "", list(question.files.all()))


def is_open(question, *, now):
    """Does the receipt of this sending still open?"""
    return question.recorded_at > now - OPEN


def masked(email):
    """ "nguyen.an@example.com" -> "n…@example.com": enough to see a slip of the finger, not enough for others."""
    name, at, host = email.partition("@")
    return f"{name[:1]}…{at}{host}" if at else ""


def tracking_url(question, request):
    """The full address that a camera opens: the tracking page of this host, with the code filled in."""
    return address_with_code(question.code, portal=request.portal, language=request.LANGUAGE_CODE, request=request)


def drawn(text):
    """A QR code as an SVG document, black on white with its quiet zone."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(text)
    stream = io.BytesIO()
    code.make_image(image_factory=SvgPathFillImage).save(stream)
    return stream.getvalue()
