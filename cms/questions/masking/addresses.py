"""Where somebody can be written to or found: e-mail addresses, and the house or hamlet where a person lives."""

import re

from .finding import Kind

AT = r"(?: ?@ ?| ?[(\[]at[)\]] ?| ?[(\[]?\ba cong\b[)\]]? ?)"
DOT = r"(?:\.| ?[(\[]dot[)\]] ?| cham (?=(?:com|vn|net|org|edu|gov)\b)| ?\. ?(?=(?:com|vn|net|org|edu|gov)\b))"
LABEL = r"[a-z0-9-]{1,63}"
EMAIL = re.compile(
    rf"(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{{0,63}}{AT}{LABEL}(?:{DOT}{LABEL}){{0,5}}{DOT}[a-z]{{2,10}}\b"
)

NUMBER = r"\d+[a-z]?(?:[/-]\d+[a-z]?)*\b"
STREET = r"dai lo|duong|pho|ngo|ngach|hem|kiet"
HAMLET = r"to dan pho|khu dan cu|khu pho|khoi pho|thon|ban|xom|ap|to|khu|khom|khoi|doi|lang|buon"
HOUSE = re.compile(rf"\b(?:so nha|nha so|can ho(?: so)?) ?:? {{0,3}}{NUMBER}")
NUMBER_IN_STREET = re.compile(rf"\b(?:so )?{NUMBER},? (?={STREET}\b)")
LIVES = re.compile(
    r"\b(?:tru tai|thuong tru|tam tru|cu tru|sinh song|dia chi|cho o|noi o|ho khau|que quan|ngu tai|ngu o"
    r"|(?:toi|em|chau|minh|nha|gia dinh) (?:dang |hien |hien dang )?(?:song )?o)\b"
    r"(?: (?:nha|cua toi|lien he|thuong tru|tam tru|hien nay|hien tai|nay|tai|o|la)){0,4} ?:? {0,3}"
)
UNIT = re.compile(rf"[, -]{{0,5}}\b(?:{STREET}|{HAMLET}|so nha|nha so|so|can ho)\b {{0,3}}")
BEFORE_A_NUMBER = re.compile(r"(?:nam|thang|ngay|quy|dieu|khoan|diem|km|muc|hon|gan|khoang|co|tong|dai|rong) *$")
WORD = re.compile(r"[^\W\d_]+")


def emails(folded):
    return ((Kind.EMAIL, *match.span()) for match in EMAIL.finditer(folded))


def addresses(text, folded):
    """(kind, start, end). The commune and what is above it stays: too many live there to tell who is meant."""
    for match in HOUSE.finditer(folded):
        yield Kind.ADDRESS, match.start(), _units(text, folded, match.end())
    for match in NUMBER_IN_STREET.finditer(folded):
        if _is_a_house(match, folded):
            end = _units(text, folded, match.end())
            if end > match.end():
                yield Kind.ADDRESS, match.start(), end
    for match in LIVES.finditer(folded):
        end = _home(text, folded, match.end())
        if end > match.end():
            yield Kind.ADDRESS, match.end(), end


def _is_a_house(match, folded):
    is_year = re.fullmatch(r"(?:19|20)\d\d,? ", match[0])
    return not is_year and not BEFORE_A_NUMBER.search(folded[: match.start()])


def _home(text, folded, start):
    """Where the home that begins here ends; `start` if nothing here is one."""
    number = re.compile(NUMBER).match(folded, start)
    return _units(text, folded, _named_words(text, number.end()) if number else start)


def _units(text, folded, end):
    """Go on over "tổ 5", "đường Hoàng Liên", ... as long as they follow one another."""
    while unit := UNIT.match(folded, end):
        number = re.compile(rf"(?:so )?{NUMBER}").match(folded, unit.end())
        after = _named_words(text, number.end()) if number else _named_words(text, unit.end())
        if after == unit.end():
            after = _lower_street(folded, unit)
        if after == unit.end():
            return end
        end = after
    return end


def _named_words(text, start):
    """The end of up to five words with capitals; `start` if there is none."""
    end = start
    for _count in range(5):
        gap = re.compile(r"[ \t]{0,3}").match(text, end).end()
        word = WORD.match(text, gap)
        if word is None or not word[0][0].isupper() or _is_above_a_hamlet(text, gap):
            break
        end = word.end()
    number = re.compile(r" \d{1,2}\b(?![/.]\d)").match(text, end) if end > start else None
    return number.end() if number else end


def _is_above_a_hamlet(text, start):
    above = r"(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|tỉnh|TP)\b"
    return bool(re.compile(above, re.IGNORECASE).match(text, start))


def _lower_street(folded, unit):
    """Of a street typed without capitals after a house number: two words."""
    has_number = re.search(r"\d", folded[max(0, unit.start() - 8) : unit.start()])
    if not has_number or not re.search(rf"(?:{STREET})\b *$", unit[0]):
        return unit.end()
    words = re.compile(r"[a-z]+ [a-z]+").match(folded, unit.end())
    return words.end() if words else unit.end()
