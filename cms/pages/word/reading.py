"""A Word file as plain HTML (mammoth), with its pictures beside it, and a count of what HTML cannot hold."""

import re
import zipfile

import mammoth
from django.conf import settings
from django.utils.translation import gettext as _

from .report import Picture, Unreadable

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
"""
MOST_PICTURES = 100
MAIN_PART = "word/document.xml"
MAIN_BYTES = 60 * 1024 * 1024


def read_word(stream):
    """(HTML, [Picture], Counter of what stays behind). Raises Unreadable. `stream` went through the upload checks."""
    pictures = []

    def keep(image):
        if len(pictures) >= MOST_PICTURES:
            return {"src": ""}
        with image.open() as source:
            pictures.append(
                Picture(source.read(settings.UPLOAD_LIMITS["picture"] + 1), (image.alt_text or "").strip())
            )
        return {"src": str(len(pictures) - 1)}

    try:
        result = mammoth.convert_to_html(
            stream,
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(keep),
        )
        return result.value, pictures, _uncarried(stream)
    except Exception as error:  # a damaged file breaks mammoth in many ways
        raise Unreadable(
            _("Không đọc được tệp Word này. Hãy mở trong Word, lưu lại thành DOCX rồi thử lại.")
        ) from error


def _uncarried(stream):
    """{words: number} of what Word draws itself: formulas, charts, diagrams; and remarks, which nobody publishes."""
    with zipfile.ZipFile(stream) as archive, archive.open(MAIN_PART) as part:
        source = part.read(MAIN_BYTES)
    signs = {
        _("công thức"): rb"<m:oMath[ />]",
        _("biểu đồ"): rb"<c:chart ",
        _("sơ đồ SmartArt"): rb"<dgm:relIds ",
        _("nhận xét (comment)"): rb"<w:commentReference ",
    }
    return {words: found for words, sign in signs.items() if (found := len(re.findall(sign, source)))}
