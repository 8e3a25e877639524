"""Title and lead of a report, taken out of its blocks."""

import os

from bs4 import BeautifulSoup

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
    at = next((at for at, (kind, _value) in enumerate(blocks[:LOOKED_AT]) if kind == "heading"), None)
    if at is None:
        return ""
    title = blocks.pop(at)[1]
    is_kind = title.isupper() and len(title) <= LONGEST_KIND
    if is_kind and at < len(blocks) and blocks[at][0] == "heading":
        more = blocks.pop(at)[1]
        title = f"{title.capitalize()} {more.lower() if more.isupper() else more[:1].lower() + more[1:]}"
    return title[:LONGEST_TITLE]


def _from_file(name):
    words = " ".join(os.path.splitext(os.path.basename(name))[0].replace("_", " ").replace("-", " ").split())
    return words[:LONGEST_TITLE] or "Word"


def _lead(blocks):
    """The first paragraph, if it is short and not all there is."""
    if not blocks or blocks[0][0] != "paragraph":
        return ""
    soup = BeautifulSoup(blocks[0][1], "html.parser")
    first = next((tag for tag in soup.children if getattr(tag, "name", None)), None)
    words = words_of(first) if first is not None and first.name == "p" else ""
    if not words or len(words) > LONGEST_LEAD:
        return ""
    first.extract()
    rest = str(soup).strip()
    if not rest and len(blocks) == 1:
        return ""
    blocks[:1] = [("paragraph", rest)] if rest else []
    return words
