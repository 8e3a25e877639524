"""Lines that stand above a report in Word and say nothing of it: the unit, the motto, the number, place and date."""

import re
import unicodedata

from .tables import MOTTO

# What a paper is, in capitals, is the beginning of its title: "BÁO CÁO", "THÔNG BÁO KẾT LUẬN".
KINDS = (
    *("BÁO CÁO", "BIÊN BẢN", "CHỈ THỊ", "CHƯƠNG TRÌNH", "CÔNG ĐIỆN", "CÔNG VĂN", "ĐỀ ÁN", "GIẤY MỜI", "HƯỚNG DẪN"),
    *("KẾ HOẠCH", "KẾT LUẬN", "NGHỊ QUYẾT", "PHƯƠNG ÁN", "QUY CHẾ", "QUY ĐỊNH", "QUYẾT ĐỊNH", "THÔNG BÁO"),
    *("THÔNG CÁO", "TỜ TRÌNH"),
)
_NUMBER = r"số\s*:?\s*[\d.…]*\s*(/\s*[^\s,;–-]+(\s*[-–]\s*[^\s,;–-]+)*)?"
_DAY = r"(\w+(\s\w+){0,5},\s*)?ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*[\d.…]*"
_NUMBER_OR_DAY = re.compile(rf"({_NUMBER})?\s*({_DAY})?", re.IGNORECASE)


def is_letterhead_line(words):
    """All in capitals, a number ("Số: 12/BC-UBND"), a place and a date, or the motto."""
    words = unicodedata.normalize("NFC", words).strip()
    return words.isupper() or _is_number_or_day(words) or all(part in words.lower() for part in MOTTO)


def names_kind(words):
    """Does the line say in capitals what kind of paper this is?"""
    words = unicodedata.normalize("NFC", words).strip()
    return words.isupper() and words.startswith(KINDS) and not _is_number_or_day(words)


def _is_number_or_day(words):
    return bool(words and _NUMBER_OR_DAY.fullmatch(words))
