"""Names that hide what a file is."""

import os
import unicodedata

from django.utils.translation import gettext as _

from .refusal import NotAllowed

# Endings that make a computer run a file: nowhere in a name, not only at its end.
# ("vb" is not among them: in names it says "văn bản".)
RUNNABLE = frozenset(
    {"apk", "bat", "chm", "cmd", "cpl", "dll", "dmg", "exe", "hta", "htm", "html", "iso", "jar", "js", "jse", "lnk"}
    | {"msi", "msp", "php", "phtml", "pif", "ps1", "py", "scr", "sh", "svg", "svgz", "vbe", "vbs", "wsf", "wsh"}
)
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def extension_of(name):
    return os.path.splitext(name)[1].lower().lstrip(".")


def check_name(name):
    """Raises NotAllowed for a name with a path, hidden letters, or an ending that runs something."""
    if not name or not name.strip(". ") or "/" in name or "\\" in name or ".." in name:
        raise NotAllowed(_("Tên tệp trống hoặc có dấu của đường dẫn (/, \\, ..). Hãy đổi tên tệp."))
    if any(letter in DIRECTIONS or unicodedata.category(letter) == "Cc" for letter in name):
        raise NotAllowed(_("Tên tệp có ký tự ẩn hoặc ký tự đảo chiều chữ. Hãy đổi tên tệp."))
    found = RUNNABLE.intersection(name.lower().rstrip(". ").split(".")[1:])
    if found:
        words = _("Tên tệp có đuôi “.%(ending)s” của tệp chạy được hoặc trang web: không nhận.")
        raise NotAllowed(words % {"ending": sorted(found)[0]})


def check_ending(name, kind):
    """The ending must be one of the kind that the bytes say; else readers open it with the wrong program."""
    if extension_of(name) in kind.extensions:
        return
    right = f"{os.path.splitext(name)[0] or name}.{kind.extensions[0]}"
    words = _("Nội dung tệp là %(kind)s nhưng tên là “%(name)s”. Hãy đổi tên thành “%(right)s” rồi tải lại.")
    raise NotAllowed(words % {"kind": kind.label, "name": name, "right": right})
