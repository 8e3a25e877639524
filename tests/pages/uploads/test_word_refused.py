"""What is no honest report stays outside, and whoever may not write there brings nothing."""

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.pages.models import ArticlePage, PortalImage
from cms.pages.word.actions import bring_word
from tests.factories import section_page

from .bringing import address, bring, kinds
from .crafted import BAD
from .reports import docx, report, saved


@pytest.mark.parametrize("name", ["macro.docx", "gia.pdf", "bom.docx", "cat.docx", "trong.pdf", "exe.docx"])
def test_a_bad_file_is_refused_in_words_and_nothing_is_kept(enter, a, b, name):
    content, reason = BAD[name]
    said = bring(enter(a, "editor"), a, content, name=name).content.decode()
    assert reason in said and "Được nhận: báo cáo Word" in said
    assert not ArticlePage.objects.filter(portal__in=[a, b]).exists()


def test_what_is_no_word_report_is_refused(enter, a, b):
    editor = enter(a, "editor")
    pdf = BeautifulSoup(bring(editor, a, b"%PDF-1.4", name="a.pdf").content, "html.parser")
    assert "không phải Word đuôi DOCX" in pdf.text
    assert "Không đọc được tệp Word" in bring(editor, a, BAD_INSIDE).content.decode()
    assert "không có chữ nào" in bring(editor, a, docx.Document()).content.decode()
    assert not ArticlePage.objects.filter(portal__in=[a, b]).exists()


def _bad_inside():
    """Lets itself be opened, and has no document in it."""
    stream = io.BytesIO(saved(report()))
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:" if name == "word/document.xml" else old.read(name))
    return out.getvalue()


BAD_INSIDE = _bad_inside()


def test_pictures_that_are_refused_stay_behind_and_the_rest_comes(enter, a, b):
    document = report()
    stream, out = io.BytesIO(saved(document)), io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"\x01\0\0\0EMF" if name.startswith("word/media/") else old.read(name))
    said = bring(enter(a, "editor"), a, out.getvalue()).content.decode()
    assert "1 ảnh không đúng loại" in said
    assert "picture" not in kinds(ArticlePage.objects.get(portal=a)) and not PortalImage.objects.filter(portal=b)


def test_nothing_is_left_of_an_import_that_breaks(a, b, monkeypatch):
    monkeypatch.setattr(ArticlePage, "save_revision", None)
    file = SimpleUploadedFile("a.docx", saved(report()))
    folder = f"portal-{a.pk}/original_images"
    before = stored(folder)
    with pytest.raises(TypeError):
        bring_word(file, model=ArticlePage, parent=section_page(a, "news"), by=None)
    assert stored(folder) == before
    assert not PortalImage.objects.exists() and not ArticlePage.objects.filter(portal__in=[a, b]).exists()


def stored(folder):
    """Names of files below a folder of the store."""
    if not default_storage.exists(folder):
        return set()
    folders, files = default_storage.listdir(folder)
    return set(files) | {f"{inner}/{name}" for inner in folders for name in stored(f"{folder}/{inner}")}


def test_only_who_may_write_there_brings_a_report(enter, a, b):
    editor = enter(a, "editor")
    assert bring(editor, b, report()).status_code == 404
    home = reverse("word_import", args=["homepage", section_page(a, "news").pk])
    strange = reverse("word_import", args=["nothing", section_page(a, "news").pk])
    misplaced = address(a, section="documents")
    assert [editor.get(url).status_code for url in (home, strange)] == [404, 404]
    assert editor.get(misplaced, follow=True).redirect_chain or editor.get(misplaced).status_code == 403
    assert not ArticlePage.objects.filter(portal__in=[a, b]).exists()
