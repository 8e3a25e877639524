"""Title and lead of a report, taken out of its blocks."""

import os

from bs4 import BeautifulSoup

from .letterhead import is_letterhead_line, names_kind
from .tables import words_of

LONGEST_TITLE, LONGEST_LEAD = 250, 500
LONGEST_KIND = 40  # "BÁO CÁO", "THÔNG BÁO KẾT LUẬN": what kind of paper it is stands on a line of its own
LOOKED_AT = 4


def name_report(report, file_name, *, has_lead):
    """Fills `title` and `lead`; what became either no longer stands in the text."""
    report.title = _title(report.blocks) or _from_file(file_name)
    if has_lead:
        report.lead = _lead(report.blocks)


def _title(blocks):
    first = next((at for at, block in enumerate(blocks) if not _is_letterhead(block)), len(blocks))
    looked_at = blocks[first : first + (1 if first else LOOKED_AT)]  # below a letterhead the title stands at once
    at = next((first + at for at, block in enumerate(looked_at) if _may_be_title(block)), None)
    if at is None:
        return ""
    title = blocks.pop(at)[1]
    is_kind = title.isupper() and len(title) <= LONGEST_KIND
    if is_kind and at < len(blocks) and blocks[at][0] == "heading":
        more = blocks.pop(at)[1]
        title = f"{title.capitalize()} {more.lower() if more.isupper() else more[:1].lower() + more[1:]}"
    return title[:LONGEST_TITLE]


def _may_be_title(block):
    return block[0] == "heading" and not _is_letterhead(block)


def _is_letterhead(block):
    """Does the block hold nothing but lines of a letterhead? The kind of paper already belongs to the title."""
    kind, value = block
    if kind == "heading":
        return is_letterhead_line(value) and not names_kind(value)
    return kind == "paragraph" and all(is_letterhead_line(words_of(line)) for line in _lines(value)[1])


def _lines(source):
    """(soup, its top elements) of a text block."""
    soup = BeautifulSoup(source, "html.parser")
    return soup, soup.find_all(True, recursive=False)


def _from_file(name):
    words = " ".join(os.path.splitext(os.path.basename(name))[0].replace("_", " ").replace("-", " ").split())
    return words[:LONGEST_TITLE] or "Word"


def _lead(blocks):
    """The first paragraph below the letterhead, if it is short and not all there is."""
    at = next((at for at, block in enumerate(blocks) if not _is_letterhead(block)), len(blocks))
    if at == len(blocks) or blocks[at][0] != "paragraph":
        return ""
    soup, lines = _lines(blocks[at][1])
    first = next(line for line in lines if not is_letterhead_line(words_of(line)))
    words = words_of(first) if first.name == "p" else ""
    if not words or len(words) > LONGEST_LEAD:
        return ""
    first.extract()
    rest = str(soup).strip()
    if not rest and len(blocks) == 1:
        return ""
    blocks[at : at + 1] = [("paragraph", rest)] if rest else []
    return words
