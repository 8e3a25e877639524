"""Official document numbers: `3098`, `3098/UBND-BBT`, `42/2022/NĐ-CP`, however they are typed.

A number's key joins the leading figures by `_` and runs the letters together: `42_2022_ndcp`. So `NĐ-CP`, `nđ - cp`
and `NDCP` are one. Leading zeros of the first figure do not count.
"""

import re

from .text import fold, normalise, words

MENTIONS = 50  # numbers of one text that are indexed

_FIGURES = r"(?<![^\W_])\d{1,6}(?:SEP/SEP\d{4})?"
_SIGN = r"SEP/SEP[^\W\d_][^\W_]*(?:SEP[-–—./]SEP[^\W_]+)*"
_IN_TEXT = re.compile((_FIGURES + _SIGN).replace("SEP", ""))
_TYPED = re.compile((_FIGURES + _SIGN).replace("SEP", r"\s*"))
_PART = re.compile(r"\d+|[^\W\d_]+")
_FORM_WORDS = frozenset(
    words("""số, văn bản, luật, nghị định, thông tư, nghị quyết, quyết định, chỉ thị, kế hoạch,
    báo cáo, thông báo, hướng dẫn, công văn, tờ trình, công điện, CV, QĐ, NĐ, TT, NQ, KH""")
)


def number_forms(number):
    """Keys by which a document is asked for, shortest first: 3098, 3098_ubnd, 3098_ubndbbt. [] if it has no figure."""
    parts = _PART.findall(fold(normalise(number)))
    while parts and not parts[0].isdecimal():
        parts.pop(0)
    forms, key, lettered = [], "", False
    for part in parts:
        joint = "_" if key and not lettered else ""
        lettered = lettered or not part.isdecimal()
        key += joint + (part if key else part.lstrip("0") or "0")
        forms.append(key)
    return forms


def bears(number, query):
    """Is this the number, or the beginning of it, that the query asks for?"""
    return not set(query.numbers).isdisjoint(number_forms(number))


def number_key(number):
    """The whole number's key; "" if it has no figure."""
    return (number_forms(number) or [""])[-1]


def mentioned_numbers(normalised):
    """Keys of the document numbers written in a text, each once, at most MENTIONS."""
    found = dict.fromkeys(number_key(match[0]) for match in _IN_TEXT.finditer(fold(normalised)))
    return list(found)[:MENTIONS]


def asked_numbers(text):
    """Keys of the document numbers a visitor may have meant: written with slashes, or as the first thing asked for."""
    typed = [match[0] for match in _TYPED.finditer(fold(normalise(text)))] or _leading_number(words(text))
    return tuple(dict.fromkeys(filter(None, map(number_key, typed))))


def _leading_number(typed):
    """["42 2022 nd cp"] where nothing but the name of a form stands before the first figure; else [].

    The words after it must be few and short like a number's parts, unless "số" stands right before it.
    """
    start = next((place for place, word in enumerate(typed) if word.isdecimal() and len(word) <= 6), None)
    if start is None or not _FORM_WORDS.issuperset(typed[:start]):
        return []
    parts = typed[start:]
    if len(parts) <= 6 and all(len(part) <= 6 for part in parts):
        return [" ".join(parts)]
    return [typed[start]] if typed[start - 1 : start] == ["so"] else []
