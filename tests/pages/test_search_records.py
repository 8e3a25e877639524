"""What a page tells the search: plain words in one language, and nothing borrowed from the other."""

import pytest

from cms.pages.models import ArticlePage, PortalPage
from tests.factories import make_article, make_document, publish, section_page

FIELDS = ["title", "summary", "body", "doc_number"]


def test_an_article_tells_each_language_apart(a, b):
    page = make_article(
        a,
        "Đất đai",
        title_en="Land",
        lead="Tóm tắt",
        lead_en="Summary",
        body=[("heading", "Đề mục"), ("paragraph", "<p>Một <b>hai</b></p>")],
        body_en=[("heading", "Heading")],
    )
    make_article(b, "Khác")
    assert page.search_record("vi") == {
        "title": "Đất đai",
        "summary": "Tóm tắt",
        "body": "Đề mục Một hai",
        "doc_number": "",
    }
    assert page.search_record("en") == {"title": "Land", "summary": "Summary", "body": "Heading", "doc_number": ""}


def test_what_is_not_translated_stays_empty_in_english(a, b):
    page, other = make_article(a, "Đất đai", lead="Tóm tắt"), make_article(b, "Đất đai", title_en="Land")
    assert page.search_record("en") == dict.fromkeys(FIELDS, "")
    assert other.search_record("en") == {"title": "Land", "summary": "", "body": "", "doc_number": ""}
    assert ArticlePage.objects.get(pk=page.pk).title == "Đất đai"


def test_a_document_tells_its_number_in_both_languages(a, b):
    page = make_document(
        a, "Quyết định", number="12/QĐ-UBND", signer="Nguyễn Văn A", abstract="Về việc", abstract_en="On"
    )
    record = page.search_record("vi")
    assert (record["doc_number"], record["summary"]) == ("12/QĐ-UBND", "Về việc")
    assert "Nguyễn Văn A" in record["body"] and "Quyết định" in record["body"]
    assert (page.search_record("en")["doc_number"], page.search_record("en")["summary"]) == ("12/QĐ-UBND", "On")
    assert make_document(b, number="").search_record("vi")["doc_number"] == ""


def test_contact_and_introduction_tell_their_words(a, b):
    contact, introduction = section_page(a, "contact"), section_page(a, "introduction")
    contact.address, contact.phone = "Thôn Một", "0214 3840 888"
    introduction.functions = "<p>Quản lý <b>nhà nước</b></p><p>Tham mưu</p>"
    contact, introduction = publish(contact), publish(introduction)
    assert "Thôn Một 0214 3840 888" in contact.search_record("vi")["body"]
    assert introduction.search_record("vi")["body"].split() == ["Quản", "lý", "nhà", "nước", "Tham", "mưu"]
    assert section_page(b, "contact").search_record("vi")["body"] == ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_of_a_new_portal_tells_plain_text(a, b, language):
    for portal in (a, b):
        for page in PortalPage.objects.filter(portal=portal).specific():
            record = page.search_record(language)
            assert list(record) == FIELDS
            assert all(isinstance(text, str) and "<" not in text for text in record.values())


def test_only_what_somebody_published_is_content(a, b):
    pages = [section_page(portal, "plans") for portal in (a, b)]
    pages[0].body_vi = [("heading", "x")]
    assert [page.has_content for page in (publish(pages[0]), pages[1])] == [True, False]
