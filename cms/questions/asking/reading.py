"""Reading what was sent, whatever it is: a file too many is left out and named, what cannot be read is said so.

Files are looked at as they arrive. One that is too large is read past and not kept, so the words beside it are not
lost with it.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, load_handler
from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from cms.questions.files import MOST_FILES
from cms.questions.files.checks import MOST_BYTES

STOCK = ("django.core.files.uploadhandler.MemoryFileUploadHandler",
         "django.core.files.uploadhandler.TemporaryFileUploadHandler")  # fmt: skip


@dataclass
class Sent:
    """`left_out` are sentences, one for each file that was not kept; `fault` is a status if nothing could be read."""

    data: QueryDict = field(default_factory=QueryDict)
    files: MultiValueDict = field(default_factory=MultiValueDict)
    left_out: list = field(default_factory=list)
    fault: int = 0


class LeavingOut(FileUploadHandler):
    """Keeps out what no form of this room takes, and remembers its name and the reason."""

    def __init__(self, request=None):
        super().__init__(request)
        self.left_out, self.number = [], 0

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > settings.UPLOAD_REQUEST_BYTES:
            raise RequestDataTooBig(f"{content_length} bytes in one request")

    def new_file(self, field_name, file_name, *args, **kwargs):
        super().new_file(field_name, file_name, *args, **kwargs)
        self.number += 1

    def receive_data_chunk(self, raw_data, start):
        """Not sooner: skipping a file closes what the next handlers have open, which until now was the last one."""
        is_large = start + len(raw_data) > MOST_BYTES
        if is_large or self.number > MOST_FILES:
            self.left_out.append(_too_large(self.file_name) if is_large else _too_many(self.file_name))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None


def _too_large(name):
    words = _("Không nhận tệp “%(name)s”: nặng hơn %(most)s. Hãy gửi tệp nhẹ hơn, hoặc gửi không kèm tệp này.")
    return words % {"name": name, "most": filesizeformat(MOST_BYTES)}


def _too_many(name):
    words = _("Không nhận tệp “%(name)s”: mỗi lần gửi nhiều nhất %(number)s tệp.")
    return words % {"name": name, "number": MOST_FILES}


def read_sent(request):
    """The Sent of a request; never raises for what a visitor sent."""
    guard = LeavingOut(request)
    request.upload_handlers = [guard, *(load_handler(name, request) for name in STOCK)]
    try:
        return Sent(request.POST, request.FILES, guard.left_out)
    except RequestDataTooBig:
        return Sent(fault=413)
    except Exception:  # a parser of strangers' bytes fails in many ways
        return Sent(fault=400)
