"""How much a text looks like advertising or mischief: signs with weights, nothing is refused for them.

What has MARKED or more is kept as any question is, with the signs beside it for the officer's eye. What has DOUBTED or
more comes back with everything typed and one box to tick; then it is kept with its signs.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tenants.queries import plain

from .tidying import DIRECTIONS, is_unseen

MARKED, DOUBTED = 2, 5
LINK = re.compile(
    r"https?://|www\.|\b[a-z0-9-]{2,}\.(?:com|net|org|info|xyz|top|club|vip|bet|ru|io|me)\b", re.IGNORECASE
)
OWN_LINK = re.compile(r"https?://[a-z0-9.-]+\.gov\.vn\b", re.IGNORECASE)
REPEATED = re.compile(r"([^\W_])\1{9,}")
SHORTENED = re.compile(r"\b(?:bit\.ly|t\.me|tinyurl|goo\.gl|cutt\.ly|is\.gd)\b", re.IGNORECASE)
MARKUP = re.compile(r"\[url=|<a\s+href|<script|<iframe|\[/?link\]", re.IGNORECASE)
# without accents and capitals, as `plain` makes them
ADVERTS = re.compile(
    r"\b(?:casino|ca cuoc|ca do|lo de online|so de online|nha cai|no hu|soi keo|viagra|cialis|porn|sex toy"
    r"|vay tien nhanh|vay nong|cho vay lai suat|kiem tien online|kiem tien tai nha|viec nhe luong cao|forex|bitcoin"
    r"|seo service|backlink|tang follow|mua like|hack facebook|lam bang dai hoc|lam giay to gia|click here"
    r"|free money)\b"
)
FEW_WORDS, MANY_WORDS = 0.2, 25
SHOUTED, SHOUTED_LETTERS = 0.7, 60
SAME_TEXT = "same_text"


@dataclass(frozen=True)
class Suspicion:
    """`signs` are codes; `score` is what they weigh together."""

    score: int = 0
    signs: tuple[str, ...] = ()

    @property
    def is_marked(self):
        return self.score >= MARKED

    @property
    def is_doubted(self):
        return self.score >= DOUBTED

    @property
    def code(self):
        """What a case keeps; "" for what looks like any other question."""
        return ",".join(self.signs) if self.is_marked else ""


def suspicion_of(typed, *, is_repeated=False):
    """The Suspicion of a text as it was typed; `is_repeated`: the same came several times lately."""
    text = plain(typed)
    weights = {
        "links": _links(typed),
        "short_links": 2 * bool(SHORTENED.search(typed)),
        "markup": 3 * bool(MARKUP.search(typed)),
        "adverts": min(len(ADVERTS.findall(text)), 3) * 2,
        "repeats": 2 * bool(REPEATED.search(typed)),
        "few_words": 2 * _says_the_same(text.split()),
        "unseen": _unseen(typed),
        "shouting": _shouts(typed),
        "no_words": 2 * (not any(letter.isalpha() for letter in typed)),
        SAME_TEXT: 3 * is_repeated,
    }
    found = {sign: weight for sign, weight in weights.items() if weight}
    return Suspicion(sum(found.values()), tuple(found))


def words_of(code):
    """What the signs of a case say, for whoever reads it."""
    words = {
        "links": _("có nhiều liên kết"),
        "short_links": _("có liên kết rút gọn, không biết dẫn đi đâu"),
        "markup": _("có mã của trang web"),
        "adverts": _("có từ thường gặp trong quảng cáo, lừa đảo"),
        "repeats": _("một chữ lặp lại nhiều lần"),
        "few_words": _("nhắc đi nhắc lại vài từ"),
        "unseen": _("có ký tự ẩn hoặc đảo chiều chữ"),
        "shouting": _("viết gần như toàn chữ hoa"),
        "no_words": _("không có chữ nào"),
        SAME_TEXT: _("cùng nội dung được gửi nhiều lần trong ngày"),
    }
    return [words[sign] for sign in code.split(",") if sign in words]


def _links(typed):
    """One link may be what the question is about; addresses of state bodies are none."""
    number = len(LINK.findall(typed)) - len(OWN_LINK.findall(typed))
    return min(max(number - 1, 0) * 2, 6)


def _unseen(typed):
    turned = sum(letter in DIRECTIONS for letter in typed)
    hidden = sum(is_unseen(letter) for letter in typed.replace("\r", ""))
    return 3 if turned else min(hidden // 5, 2)


def _says_the_same(words):
    return len(words) >= MANY_WORDS and len(set(words)) / len(words) < FEW_WORDS


def _shouts(typed):
    letters = [letter for letter in typed if letter.isalpha()]
    return len(letters) >= SHOUTED_LETTERS and sum(letter.isupper() for letter in letters) / len(letters) > SHOUTED
