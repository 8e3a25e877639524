"""Names of people, where the words before them leave no doubt that a person is named."""

import re
from itertools import pairwise

from .finding import Kind
from .folding import fold, has_accents

FAMILY_NAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn lâm trịnh mai trương hà tạ lương
tô cao chu châu tống thái tăng từ quách kiều lưu vương phùng khổng nghiêm thân đàm bế hứa la lục nông ma lò lù lừu
lường lầu ly lỳ giàng vàng sùng thào thền tráng tẩn chảo phàn triệu bàn cư cứ hảng hạng hầu hờ mùa mã má vừ vù cháng
sần seo cà quàng tòng bạc cầm điêu đèo khoàng pờ chang chíu chẻo lồ then thèn tải dì ngải sừng ngũ âu ân bạch doãn giáp
kha khuất kim lạc lại mạc mạch ngụy nhâm nhan ninh ông phương tiêu tôn trang uông xa
"""
# What follows a name and is none itself. Too few rather than too many: a word too much hides nothing anybody needs.
NO_NAMES = """
hiện ở là xin muốn và với đang ngụ tại thuộc số cccd cmnd sđt địa thôn xã tôi đã được bị trú của ubnd chủ phó bí trưởng
giám ủy uỷ
"""
NO_BARE_NAMES = "o la xin muon va voi thuoc so cccd cmnd sdt thon xa toi duoc ubnd"
FAMILIES, ENDS, BARE_ENDS = (frozenset(words.split()) for words in (FAMILY_NAMES, NO_NAMES, NO_BARE_NAMES))
BARE_FAMILIES = frozenset(fold(name) for name in FAMILIES)
MIDDLE = frozenset(("thị", "văn", "thi", "van", "a"))  # often typed without a capital
TITLES = frozenset(("ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "cụ"))
BARE_TITLES = frozenset(fold(title) for title in TITLES)

OWN_NAME = re.compile(
    r"\b(?:(?:toi|em|chau|minh|con) (?:co )?ten(?: la)?|ten (?:cua )?(?:toi|em|chau|minh) (?:la)?"
    r"|ho (?:va )?ten(?: (?:nguoi (?:hoi|gui)|toi))?(?: la)?)\b ?:? {0,3}"
)
SOMEBODYS = re.compile(
    r"\b(?:ten la|nguoi (?:hoi|gui|viet|lam don|de nghi|khieu nai) ?:|ky ten ?:|kinh don ?:?)[ \n]{0,3}"
)
IS = re.compile(r"\b(?:toi|em|chau|(?:vo|chong|bo|me|con|con trai|con gai)(?: toi)? la)(?: la)? {1,3}")
TITLED = re.compile(r"\b(?:ong|ba|anh|chi|em|chau|co|chu|bac|cu) {1,3}")
OF_A_PLACE = re.compile(r"(?:duong|pho|truong|cho|den|phuong|quan|thanh pho|chua|toa nha) *$")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 4


def names(text, folded):
    """(kind, start, end)."""
    found = {*_after(OWN_NAME, text, folded, at_least=2, is_own=True), *_after(SOMEBODYS, text, folded, at_least=2)}
    found |= {*_after(IS, text, folded, at_least=3), *_titled(text, folded)}
    yield from ((Kind.NAME, *span) for span in sorted(found))


def again(text, spans):
    """The names found once, wherever else they stand."""
    for name in {text[start:end] for start, end in spans}:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Kind.NAME, *match.span()


def _after(trigger, text, folded, *, at_least, is_own=False):
    for match in trigger.finditer(folded):
        end, count = _name(text, match.end(), is_own=is_own)
        if count >= at_least:
            yield match.end(), end


def _titled(text, folded):
    for match in TITLED.finditer(folded):
        title = text[match.start() : match.end()].strip().lower()
        known = title in TITLES or (title in BARE_TITLES and not has_accents(text))
        if not known or OF_A_PLACE.search(folded[: match.start()]):
            continue
        end, count = _name(text, match.end())
        if count >= 2:
            yield match.end(), end


def _name(text, start, *, is_own=False):
    """(end, number of words) of the name that begins here; a family name first, unless a person gives their own."""
    words = _words(text, start)
    if not words:
        return start, 0
    first = words[0][0]
    is_family = _is_family(first)
    if not is_family and not (is_own and len(words) > 1 and all(word[0].isupper() for word in (first, words[1][0]))):
        return start, 0
    has_capital = first[0].isupper()
    if not has_capital and not is_own:
        return start, 0
    taken = [words[0]]
    for word, after in pairwise([*words[1:], None]):
        is_middle = after is not None and word[0].lower() in MIDDLE and after[0][0].isupper()
        if _ends(word[0]) or (has_capital and not word[0][0].isupper() and not is_middle):
            break
        taken.append(word)
    return taken[-1].end(), len(taken)


def _words(text, start):
    """Up to four words that follow one another with nothing but a space between."""
    found = []
    while len(found) < LONGEST and (word := WORD.match(text, start)):
        found.append(word)
        start = word.end()
        if text[start : start + 1] not in (" ", "\t", "\xa0"):
            break
        start += 1
    return found


def _is_family(word):
    plain = word.lower()
    return plain in FAMILIES or (not has_accents(word) and plain in BARE_FAMILIES)


def _ends(word):
    plain = word.lower()
    return plain in ENDS or (not has_accents(word) and plain in BARE_ENDS)
