"""Numbers that belong to one person: identity papers, insurance, accounts, land papers, telephones.

All patterns read a folded text (folding.py). A number beside a word that names it is taken as it is typed; one that
stands alone must have a shape that nothing else has: amounts, dates and numbers of documents never do.
"""

import re
from itertools import chain

from .finding import Kind

DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b"
MONEY = r" {0,3}(?:dong|vnd|vn d|d\b|usd|trieu|ty\b|ti dong|nghin|ngan|m2|m²)"
OF_NO_PERSON = re.compile(
    "|".join(
        [
            rf"(?<!\d){DATE}",
            r"(?<!\d)\d{1,2}[/-](?:19|20)\d\d\b",  # a month
            r"\b(?:19|20)\d\d\s*-\s*(?:19|20)\d\d\b",  # years
            r"(?<!\d)\d{1,9}(?:/\d{4})?/[a-z][a-z0-9-]*",  # 42/2022/ND-CP, 3098/UBND-BBT
            r"(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3})+(?![\d])",  # 150.000.000
            rf"(?<!\d)[1-9][\d ]{{0,20}}{MONEY}",
            r"\b\d{3}\.\d\d\.\d\d\.[a-z]\d\d[\d.-]*|\b[a-z]\d\d(?:\.\d+)*-\d{6}-\d+",  # a dossier: H38.12-240312-0001
            r"\b1[89]00(?:[ .-]?\d){4,6}\b",  # service numbers
        ]
    )
)
AMOUNT_AFTER = re.compile(MONEY)
GAP = r"[ ._,/()-]{0,3}"
SMALL_GAP = r"[ .-]?"
LONG_NUMBER = rf"\d(?:{SMALL_GAP}\d)*"

# Words that name a number -> (kind, what may stand between, the number, how many digits it has).
NAMED = [
    (
        Kind.IDENTITY,
        r"\b(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh|ddcn)\b[^\d\n]{0,30}?",
        LONG_NUMBER,
        {9, 12},
    ),
    (Kind.IDENTITY, r"\b(?:ho chieu|passport)\b[^\d\n]{0,20}?(?=\b[a-z]\d)", r"[a-z]\d{7,8}\b", {7, 8}),
    (
        Kind.INSURANCE,
        r"\b(?:bhxh|bhyt|bao hiem xa hoi|bao hiem y te)\b[^\d\n]{0,25}?(?=\b(?:[a-z]{2})?\d)",
        rf"(?:[a-z]{{2}})?{LONG_NUMBER}",
        {10, 13, 15},
    ),
    (
        Kind.BANK,
        r"\b(?:stk|tai khoan|so the|tk|atm)\b[^\d\n]{0,40}?",
        LONG_NUMBER,
        set(range(6, 20)),
    ),
    (
        Kind.LAND,
        r"\b(?:so do|so hong|gcn|gcnqsdd|giay chung nhan quyen|seri|se ri|so phat hanh|so vao so)\b[^\d\n]{0,60}?"
        r"(?=\b[a-z]{1,2} ?\d)",
        r"[a-z]{1,2} ?\d{5,8}\b",
        set(range(5, 9)),
    ),
    (
        Kind.PHONE,
        r"\b(?:dien thoai|sdt|dt|dtdd|so may|di dong|zalo|viber|hotline|tel|phone|fax|goi so|lien he so)\b"
        r"[^\d\n+(]{0,20}?(?=[+(]?\d)",
        rf"[+(]*\d(?:{GAP}\d)*",
        set(range(7, 13)),
    ),
]
NAMED_PATTERNS = [(kind, re.compile(f"(?:{word})(?P<number>{number})"), sizes) for kind, word, number, sizes in NAMED]

MOBILE = rf"[0o]{GAP}[35789](?:{GAP}\d){{8}}"
ALONE = [
    (Kind.IDENTITY, r"(?<!\d)0\d{11}(?!\d)"),
    (Kind.IDENTITY, r"(?<!\d)0\d\d([ .-])\d{3}\1\d{3}\1\d{3}(?!\d)"),
    (Kind.IDENTITY, r"(?<!\d)0\d{3}([ .-])\d{4}\1\d{4}(?!\d)"),
    (Kind.IDENTITY, r"(?<!\d)0\d\d(?:[ .-]\d[ .-]\d\d|[ .-]\d{3})[ .-]\d{6}(?!\d)"),
    (Kind.IDENTITY, r"(?<![\d-])0(?: \d){11}(?![ .]?\d)"),
    (Kind.IDENTITY, r"(?<![\w./,-])(?!\d{6}000)\d{9}(?![\d/])"),
    (Kind.IDENTITY, r"(?<![\d./,-])(?<!\d )(?!\d{3} \d{3} 000)\d{3} \d{3} \d{3}(?![\d/]| \d)"),
    (Kind.IDENTITY, r"(?<![\d./,-])0\d\d\.\d{3}\.\d{3}(?![\d/.])"),
    (Kind.BANK, r"(?<![\d.,/-])(?!0084)\d{13,19}(?![\d/])"),
    (Kind.BANK, r"(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?(?!\d)"),
    (Kind.PHONE, rf"(?<![\w+])\(?{MOBILE}(?!\d)"),
    (Kind.PHONE, rf"(?<!\d)\(?0{GAP}2\d(?:{GAP}\d){{8}}(?!\d)"),
    (Kind.PHONE, rf"(?<!\d)\(?0{GAP}2\d(?:{GAP}\d){{7}}(?!\d)"),
    (Kind.PHONE, rf"(?<!\d)01[2689](?:{GAP}\d){{8}}(?!\d)"),
    (Kind.PHONE, rf"(?:\(? ?\+ ?|(?<!\d)00)84{GAP}(?:0{GAP})?(?:[35789](?:{GAP}\d){{8}}|2(?:{GAP}\d){{8,9}})(?!\d)"),
    (Kind.PHONE, rf"\+ ?[1-9](?:{GAP}\d){{8,13}}(?!\d)"),
    (Kind.PHONE, r"(?<![\d.,])84[ .-]?[35789](?:[ .-]?\d){8}(?!\d)"),
]
ALONE_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in ALONE]

WORDS = ["khong", "mot", "hai", "ba", "bon", "tu", "nam", "sau", "bay", "tam", "chin", "lam", "le", "linh"]
SPELT = re.compile(rf"\b(?:khong|0)(?:[ .,-]+(?:{'|'.join(WORDS)}|\d{{1,4}})\b){{6,}}")


def numbers(folded):
    """(kind, start, end) of everything found; they may overlap."""
    alone = list(_alone(_without(folded, OF_NO_PERSON)))
    return chain(_named(folded, alone), alone, _spelt(folded))


def _without(folded, pattern):
    """The same text, as long, in which no digit of these numbers is left."""
    return pattern.sub(lambda match: "·" * len(match[0]), folded)


def _named(folded, alone):
    for kind, pattern, sizes in NAMED_PATTERNS:
        for match in pattern.finditer(folded):
            start, end = match.span("number")
            number = match["number"]
            if sum(char.isdigit() for char in number) not in sizes or _is_no_person(number, folded[end:]):
                continue
            if kind == Kind.PHONE and any(start < other[2] and other[1] < end for other in alone):
                continue  # the shape of a whole telephone number says better where it ends
            yield kind, start, end


def _is_no_person(number, after):
    """A date, an amount, a document or a service number, though a word before it could name a person's."""
    known = re.match(rf"{DATE}|(?:19|20)\d\d *- *(?:19|20)\d\d$|1[89]00", number)
    return bool(known or _is_an_amount(number, after) or re.match(r"/", after))


def _is_an_amount(number, after):
    return not number.startswith("0") and bool(AMOUNT_AFTER.match(after))


def _alone(free):
    for kind, pattern in ALONE_PATTERNS:
        for match in pattern.finditer(free):
            if kind == Kind.PHONE and _is_a_list(match, free):
                continue
            if not _is_an_amount(match[0], free[match.end() :]):
                yield kind, *match.span()


def _is_a_list(match, free):
    """Small numbers one after the other that go on before or after: a list, not a telephone."""
    groups = re.findall(r"\d+", match[0])
    goes_on = re.match(r"[ ,.]{1,2}\d{1,2}\b", free[match.end() :]) or re.search(
        r"\b\d{1,2}[ ,.]{1,2}$", free[: match.start()]
    )
    return max(map(len, groups)) <= 2 and bool("," in match[0] or goes_on)


def _spelt(folded):
    for match in SPELT.finditer(folded):
        digits = sum(len(part) if part.isdigit() else 1 for part in re.findall(r"\w+", match[0]))
        if 9 <= digits <= 11:
            yield Kind.PHONE, *match.span()
