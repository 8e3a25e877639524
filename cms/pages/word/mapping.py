"""HTML of a Word report -> blocks of a page. Everything that Wagtail's own editor would not take is left behind."""

from collections import Counter

from bs4 import BeautifulSoup, NavigableString
from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.pages.blocks import TEXT_FEATURES

from .report import Report
from .tables import is_layout, is_letterhead, table_value, words_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SCHEMES = ("http://", "https://", "mailto:", "tel:")
LONGEST_HEADING, LONGEST_CAPTION = 150, 250
CAPTIONS = ("bảng", "biểu", "hình", "ảnh")


def sanitised(html):
    """What the editor of a text block would keep of this."""
    converter = ContentstateConverter(TEXT_FEATURES)
    return converter.to_database_format(converter.from_database_format(html))


def report_of(html, pictures, left_out):
    soup = BeautifulSoup(html, "html.parser")
    _unlink(soup)
    mapper = Mapper(Report(pictures=pictures, left_out=Counter(left_out)))
    for element in list(soup.children):
        mapper.take(element)
    mapper.flush()
    return mapper.report


def _unlink(soup):
    """Links into the file itself lead nowhere on a page; a footnote keeps its number."""
    for link in soup.find_all("a"):
        if link.get_text() == "↑":
            link.decompose()
        elif not (link.get("href") or "").startswith(SCHEMES):
            link.unwrap()
        else:
            link.attrs = {"href": link["href"]}


class Mapper:
    """Takes the elements of the report one by one; running text gathers until something else comes."""

    def __init__(self, report):
        self.report = report
        self.text = []
        self.caption = ""

    def take(self, element):
        if isinstance(element, NavigableString):
            return
        if element.name == "table":
            self._table(element)
        elif _is_footnotes(element):
            self._footnotes(element)
        elif element.name in HEADINGS or _is_bold_line(element):
            self._pictures(element)
            self._heading(words_of(element))
        elif not self._is_caption(element):
            self._pictures(element)
            if words_of(element):
                self.text.append(str(element))

    def flush(self):
        if self.text:
            self.report.blocks.append(("paragraph", sanitised("".join(self.text))))
            self.text = []

    def _heading(self, words):
        self.flush()
        if words:
            self.report.blocks.append(("heading", words[:200]))

    def _pictures(self, element):
        for image in element.find_all("img"):
            number = image.extract().get("src", "")
            if number.isdigit():
                self.flush()
                self.report.blocks.append(("picture", {"number": int(number), "caption": ""}))
            else:
                self.report.left_out[_("ảnh (quá nhiều ảnh trong một tệp)")] += 1

    def _table(self, table):
        if is_letterhead(table):
            self.report.left_out[_("phần đầu văn bản (quốc hiệu, số, ngày)")] += 1
        elif is_layout(table):
            for part in table.find_all(["p", "ul", "ol"]):
                self.take(part)
        else:
            caption = self._caption_before()
            self.flush()
            value = table_value(table, caption, self.report.left_out)
            if value:
                self.report.blocks.append(("table", value))

    def _caption_before(self):
        """A short line just above a table that says what it is: "Bảng 1. Thu ngân sách"."""
        if not self.text:
            return ""
        line = BeautifulSoup(self.text[-1], "html.parser")
        words = words_of(line)
        is_caption = "caption" in (line.p.get("class") or []) if line.p else False
        if not is_caption and not (words.lower().startswith(CAPTIONS) and len(words) <= LONGEST_CAPTION):
            return ""
        self.text.pop()
        return words[:LONGEST_CAPTION]

    def _is_caption(self, element):
        """The line just below a picture that says what it shows."""
        kind, value = self.report.blocks[-1] if self.report.blocks and not self.text else ("", None)
        words = words_of(element)
        if kind != "picture" or value["caption"] or element.find("img") or not words:
            return False
        styled = "caption" in (element.get("class") or [])
        if not styled and not (words.lower().startswith(CAPTIONS[2:]) and len(words) <= LONGEST_CAPTION):
            return False
        value["caption"] = words[:LONGEST_CAPTION]
        return True

    def _footnotes(self, element):
        lines = [
            f"<p>[{number}] {''.join(part.decode_contents() for part in note.find_all('p'))}</p>"
            for number, note in enumerate(element.find_all("li", recursive=False), start=1)
        ]
        self.report.notes = [("heading", _("Chú thích")), ("paragraph", sanitised("".join(lines)))]


def _is_footnotes(element):
    first = element.find("li") if element.name == "ol" else None
    return first is not None and (first.get("id") or "").startswith(("footnote-", "endnote-"))


def _is_bold_line(element):
    """Offices write headings as a bold line, not with Word's heading styles."""
    words = words_of(element)
    if element.name != "p" or not words or len(words) > LONGEST_HEADING or words.endswith((".", ",", ";", ":")):
        return False
    return all(text.find_parent("strong") for text in element.find_all(string=True) if text.strip())
