"""Draws the files of documents: one PDF page with the facts known about a document, never its text."""

import io
from functools import cache
from xml.sax.saxutils import escape

import font_source_sans_pro
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

INK, MUTED, LINE, RED, WASH = (HexColor(colour) for colour in ("#1b1f24", "#4a5361", "#d9dee5", "#b3131b", "#f5f7fa"))
PLAIN, BOLD = "SourceSans", "SourceSans-Bold"


@cache
def _styles():
    """Source Sans Pro (SIL Open Font License) has every Vietnamese letter; the fonts PDF readers bring have not."""
    registerFont(TTFont(PLAIN, font_source_sans_pro.font_files_ttf["SourceSansPro"]))
    registerFont(TTFont(BOLD, font_source_sans_pro.font_files_ttf["SourceSansProBold"]))
    text = ParagraphStyle("text", fontName=PLAIN, fontSize=11, leading=15, textColor=INK)
    return {
        "text": text,
        "label": ParagraphStyle("label", parent=text, fontName=BOLD, textColor=MUTED),
        "title": ParagraphStyle("title", parent=text, fontName=BOLD, fontSize=17, leading=22, spaceAfter=6),
        "mark": ParagraphStyle("mark", parent=text, fontName=BOLD, textColor=RED, spaceAfter=10),
    }


def draw_facts(title, *, mark, facts, note):
    """PDF bytes. `facts` are (label, text) rows; an empty text is shown as not known."""
    styles, stream = _styles(), io.BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 20 * mm)
    page = SimpleDocTemplate(stream, pagesize=A4, title=title, author=mark, lang="vi", invariant=1, **margins)
    head = [Paragraph(escape(mark), styles["mark"]), Paragraph(escape(title), styles["title"])]
    page.build([*head, _table(facts, styles), Spacer(0, 8 * mm), Paragraph(escape(note), styles["text"])])
    return stream.getvalue()


def _table(facts, styles):
    rows = [
        [Paragraph(escape(label), styles["label"]), Paragraph(_shown(text), styles["text"])] for label, text in facts
    ]
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
        ("BACKGROUND", (0, 0), (0, -1), WASH),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ]
    return Table(rows, colWidths=[46 * mm, 120 * mm], style=TableStyle(look))


def _shown(text):
    return escape(text or "không rõ").replace("\n", "<br/>")
