"""Word reports as offices write them, made by python-docx."""

import io

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .crafted import photo, picture

PARAGRAPH = "Ba tháng đầu năm, xã hoàn thành các chỉ tiêu được giao. " * 12


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def report(*, alt="Người dân trồng cây bên suối", lead="Quý I, xã hoàn thành 8 trên 10 chỉ tiêu."):
    """Headings by Word's styles, a list, a link, a table with its name above, a picture with its name below."""
    document = docx.Document()
    document.add_heading("Báo cáo quý I năm 2026", 0)
    document.add_paragraph(lead)
    document.add_heading("I. Kinh tế", 1)
    line = document.add_paragraph("Thu ngân sách ")
    line.add_run("tăng").bold = True
    line.add_run(" và ")
    line.add_run("vượt kế hoạch").italic = True
    add_link(line, " xem chi tiết", "https://laocai.gov.vn/bao-cao")
    document.add_paragraph("Lúa xuân", style="List Bullet")
    document.add_paragraph("Ngô", style="List Bullet")
    document.add_paragraph("Bảng 1. Thu ngân sách")
    add_table(document, [["Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["Thuế", "100", "120"], ["Phí", "50", "55"]])
    document.add_heading("II. Văn hóa", 2)
    document.add_paragraph(PARAGRAPH)
    add_picture(document, photo(), alt)
    document.add_paragraph("Ảnh: lễ trồng cây đầu xuân")
    return document


def letter():
    """As decree 30/2020 lays it out: a letterhead in a table, bold lines for headings, recipients in a table."""
    document = docx.Document()
    add_table(
        document,
        [["UBND XÃ AN BÌNH\nSố: 12/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]],
    )
    add_bold(document, "BÁO CÁO")
    add_bold(document, "Kết quả phát triển kinh tế - xã hội")
    document.add_paragraph(PARAGRAPH)
    add_bold(document, "I. TÌNH HÌNH CHUNG")
    document.add_paragraph("Ổn định.")
    add_table(document, [["Nơi nhận:\n- UBND tỉnh", "CHỦ TỊCH\nNguyễn Văn A"]])
    return document


def add_bold(document, words):
    document.add_paragraph().add_run(words).bold = True


def add_table(document, rows):
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return table


def add_picture(document, content=None, alt=""):
    shape = document.add_picture(io.BytesIO(content or picture("JPEG")))
    shape._inline.docPr.set("descr", alt)


def add_link(paragraph, words, address):
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    link.append(run._r)
    paragraph._p.append(link)
