"""A report that was written in Word becomes a draft by one upload; a citizen reads it like any other article."""

import io
import zipfile

from bs4 import BeautifulSoup
from django.urls import reverse

from cms.pages.models import ArticlePage, GuidancePage, PortalImage, PortalPage, StaticPage
from tests.factories import make_article, make_image, publish, section_page

from .bringing import address, bring, brought, kinds, only
from .reports import add_bold, add_picture, add_table, docx, letter, report, saved


def test_a_report_becomes_a_draft_of_the_own_portal(enter, a, b):
    make_article(b, "Của B")
    page = brought(enter(a, "editor"), a, report())
    assert (page.portal, page.live, page.title_vi) == (a, False, "Báo cáo quý I năm 2026")
    assert page.lead_vi == "Quý I, xã hoàn thành 8 trên 10 chỉ tiêu."
    assert kinds(page) == ["heading", "paragraph", "table", "heading", "paragraph", "picture"]
    assert page.latest_revision.as_object().title_vi == page.title_vi
    assert ArticlePage.objects.filter(portal=b).count() == 1


def test_words_keep_their_form(enter, a, b):
    text = only(brought(enter(a, "editor"), a, report()), "paragraph").source
    assert "<b>tăng</b>" in text and "<i>vượt kế hoạch</i>" in text and "<li" in text and "Lúa xuân" in text
    assert '<a href="https://laocai.gov.vn/bao-cao">' in text
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_a_table_keeps_its_cells_and_its_name(enter, a, b):
    table = only(brought(enter(a, "editor"), a, report()), "table")
    assert table.caption == "Bảng 1. Thu ngân sách"
    assert [column["heading"] for column in table.columns] == ["Chỉ tiêu", "Kế hoạch", "Thực hiện"]
    assert [row["values"] for row in table.row_data] == [["Thuế", "100", "120"], ["Phí", "50", "55"]]
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_a_picture_becomes_one_of_the_portals_with_its_description(enter, a, b):
    make_image(b)
    editor = enter(a, "editor")
    value = only(brought(editor, a, report()), "picture")
    image = PortalImage.objects.get(portal=a)
    assert (image.description_vi, image.uploaded_by_user) == ("Người dân trồng cây bên suối", editor.user)
    assert (value["image"].pk, value["caption"]) == (image.pk, "Ảnh: lễ trồng cây đầu xuân")
    assert value["image"].contextual_alt_text == "Người dân trồng cây bên suối"
    assert b"Dien thoai" not in image.file.open().read() and (image.width, image.height) == (30, 40)
    assert image.file_hash and image.file_size


def test_the_editor_is_told_what_came_along_and_what_is_to_do(enter, a, b):
    document = report(alt="")
    formula = docx.oxml.OxmlElement("m:oMath")
    document.paragraphs[3]._p.append(formula)
    said = bring(enter(a, "editor"), a, document).content.decode()
    assert "2 đề mục, 2 đoạn chữ, 1 bảng, 1 ảnh" in said
    assert "Không mang theo được: 1 công thức" in said
    assert "Còn 1 ảnh chưa có mô tả" in said
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_a_citizen_reads_it_once_it_is_published(enter, visit, a, b):
    page = publish(brought(enter(a, "chief"), a, report()))

    html = BeautifulSoup(visit(a, f"/tin-tuc/{page.slug}/").content, "html.parser")
    assert html.find("h1").text == "Báo cáo quý I năm 2026"
    frame = html.find(class_="table-frame")
    assert (frame["tabindex"], frame["aria-label"]) == ("0", "Bảng 1. Thu ngân sách")
    assert frame.find("caption").text == "Bảng 1. Thu ngân sách"
    assert [th["scope"] for th in frame.find_all("th")] == ["col"] * 3
    assert html.find("figure").find("img")["alt"] == "Người dân trồng cây bên suối"
    assert visit(b, f"/tin-tuc/{page.slug}/").status_code == 404


def test_words_in_tables_are_found(enter, a, b):
    page = publish(brought(enter(a, "chief"), a, report()))
    assert "Thuế" in page.search_record("vi")["body"] and "Bảng 1" in page.search_record("vi")["body"]
    assert page.portal != b


def test_an_official_letter_needs_no_cleaning(enter, a, b):
    response = bring(enter(a, "editor"), a, letter())
    page = ArticlePage.objects.get(portal=a)
    assert page.title_vi == "Báo cáo kết quả phát triển kinh tế - xã hội"
    assert kinds(page) == ["paragraph", "heading", "paragraph"]
    words = " ".join(str(block.value) for block in page.body_vi)
    assert "Độc lập" not in words and "Nơi nhận" in words and "Nguyễn Văn A" in words
    assert "quốc hiệu" in response.content.decode()
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_without_any_heading_the_name_of_the_file_is_the_title(enter, a, b):
    document = docx.Document()
    document.add_paragraph("Chỉ có một đoạn.")
    page = brought(enter(a, "editor"), a, document)
    assert (page.title_vi, page.lead_vi, kinds(page)) == ("bao cao", "", ["paragraph"])
    assert page.portal != b


def test_footnotes_stand_below_the_text(enter, a, b):
    page = brought(enter(a, "editor"), a, with_footnote())
    first, heading, notes = [str(block.value) for block in page.body_vi]
    assert "<sup>[1]</sup>" in first and heading == "Chú thích" and "[1] Nguồn: Chi cục Thống kê" in notes
    assert "footnote" not in first + notes and "↑" not in notes
    assert page.portal != b


def with_footnote():
    document = docx.Document()
    paragraph = document.add_paragraph("Dân số 5.000 người")
    mark = docx.oxml.OxmlElement("w:footnoteReference")
    mark.set(docx.oxml.ns.qn("w:id"), "2")
    paragraph.add_run()._r.append(mark)
    stream = io.BytesIO(saved(document))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Nguồn: Chi cục Thống kê</w:t></w:r></w:p></w:footnote>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rIdF" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", link.encode())
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{space}">{note}</w:footnotes>')
    return out.getvalue()


def test_merged_cells_are_repeated_so_that_each_row_reads_by_itself(enter, a, b):
    document = docx.Document()
    document.add_paragraph("Số liệu")
    table = add_table(document, [["Đơn vị", "Năm", "x"], ["Thôn 1", "1", "2"], ["y", "3", "4"]])
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    response = bring(enter(a, "editor"), a, document)
    value = only(ArticlePage.objects.get(portal=a), "table")
    assert [column["heading"] for column in value.columns] == ["Đơn vị", "Năm x", "Năm x"]
    assert [row["values"][0] for row in value.row_data] == ["Thôn 1\ny", "Thôn 1\ny"]
    assert "ô gộp" in response.content.decode()
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_a_table_too_large_for_a_screen_stays_behind(enter, a, b):
    document = docx.Document()
    document.add_paragraph("Số liệu")
    add_table(document, [[str(number) for number in range(25)]] * 2)
    assert "1 bảng quá lớn" in bring(enter(a, "editor"), a, document).content.decode()
    assert kinds(ArticlePage.objects.get(portal=a)) == ["paragraph"] and not ArticlePage.objects.filter(portal=b)


def test_other_pages_with_a_text_take_reports_too(enter, a, b):
    editor = enter(a, "editor")
    bring(editor, a, report(), model="guidancepage", section="dissemination")
    page = GuidancePage.objects.get()
    assert (page.portal, page.title_vi, page.lead_vi[:5]) == (a, "Báo cáo quý I năm 2026", "Quý I")
    bring(editor, a, report(), model="staticpage", section="introduction")
    page = StaticPage.objects.get(title="Báo cáo quý I năm 2026")
    assert (page.portal, kinds(page)[0]) == (a, "paragraph")
    assert not StaticPage.objects.filter(title=page.title, portal=b).exists()


def test_the_button_stands_above_the_form(enter, a, b):
    editor = enter(a, "editor")
    new = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    article = make_article(a)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    for url in (new, edit):
        assert address(a) in editor.get(url).content.decode()
    assert address(b) not in editor.get(new).content.decode()
    section = reverse("wagtailadmin_pages:edit", args=[section_page(a, "contact").pk])
    assert "Nhập từ Word" not in editor.get(section).content.decode()
    assert PortalPage.objects.filter(portal=b).exists()


def test_pictures_above_the_limit_of_one_report_stay_behind(enter, a, b, monkeypatch):
    monkeypatch.setattr("cms.pages.word.reading.MOST_PICTURES", 1)
    document = docx.Document()
    add_bold(document, "Chùm ảnh")
    add_picture(document)
    add_picture(document)
    said = bring(enter(a, "editor"), a, document).content.decode()
    assert "1 ảnh (quá nhiều ảnh" in said and PortalImage.objects.filter(portal=a).count() == 1
    assert not PortalImage.objects.filter(portal=b).exists()
