"""Only what everybody may read can be found, and at once."""

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from cms.pages.models import ArticlePage, PortalPage
from cms.pages.planting import insert_children
from search.engines import engine
from search.entries import take
from search.indexing import refresh, refresh_below, reindex
from search.models import SearchEntry
from tenants.actions import change_state
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, make_portal, make_post, publish, section_page

from .conftest import plant_articles


def test_a_published_page_has_an_entry_with_all_it_says(entries, a, b):
    make_document(b, "Khác")
    page = make_document(a, "Quyết  định", number="12/QĐ-UBND", abstract="Phân công\nnhiệm vụ")
    entry = entries(page)["vi"]
    assert [entry.uid, entry.portal_id, entry.kind, entry.section] == [
        f"page:{page.pk}:vi",
        a.pk,
        "legaldocumentpage",
        "documents",
    ]
    assert [entry.doc_type, entry.doc_number, entry.year] == ["quyet-dinh", "12/QĐ-UBND", 2024]
    assert [entry.title, entry.summary] == ["Quyết định", "Phân công nhiệm vụ"]
    assert [entry.version, entry.deleted] == [1, False]


def test_names_of_forms_are_indexed_in_the_entry_s_language_not_the_editor_s(entries, a, b):
    with override("en"):
        page = make_document(a, "Văn bản", form="quyet-dinh")
    assert "Quyết định" in entries(page)["vi"].body
    assert entries(make_document(b, "Văn bản"))["vi"].body == entries(page)["vi"].body


def test_a_draft_is_not_found(titles, entries, a, b):
    make_article(b, "Bản nháp mật của B", live=False)
    page = make_article(a, "Bản nháp mật", live=False)
    assert entries(page) == {}
    assert titles("bản nháp mật") == []


def test_the_draft_of_a_live_page_stays_hidden_until_it_is_published(titles, a, b):
    pages = [make_article(portal, "Thông báo") for portal in (a, b)]
    for page in pages:
        page.title = "Thông báo đính chính"
        page.save_revision()
    assert titles("dinh chinh") == []
    publish(pages[0])
    assert titles("dinh chinh", a) == ["Thông báo đính chính"]
    assert titles("dinh chinh", b) == []


def test_an_unpublished_page_is_not_found_and_keeps_no_words(titles, entries, a, b):
    other, page = make_article(b, "Tin chung"), make_article(a, "Tin chung", lead="Bí mật", title_en="News")
    page.unpublish()
    assert titles("tin chung") == [other.title]
    for entry in entries(page).values():
        assert [entry.deleted, entry.title, entry.summary, entry.body] == [True, "", "", ""]


def test_published_again_it_is_found_again_under_a_higher_version(titles, entries, a, b):
    make_article(b, "Tái bản B")
    page = make_article(a, "Tái bản")
    page.unpublish()
    publish(ArticlePage.objects.get(pk=page.pk))
    assert titles("tai ban", a) == ["Tái bản"]
    assert entries(page)["vi"].version == 3


def test_a_deleted_page_leaves_an_emptied_entry(titles, entries, a, b):
    other, page = make_article(b, "Sắp xóa"), make_article(a, "Sắp xóa")
    number = page.pk
    page.delete()
    page.pk = number
    assert titles("sap xoa") == [other.title]
    assert [entries(page)["vi"].deleted, entries(page)["vi"].version] == [True, 2]


def test_a_deleted_section_takes_its_pages_along(titles, a, b):
    make_article(b, "Trong mục"), make_article(a, "Trong mục")
    section_page(a, "news").delete()
    assert titles("trong muc", a) == []
    assert titles("trong muc", b) == ["Trong mục"]


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_page_that_not_everybody_may_see_is_not_found(titles, a, b, kind):
    make_article(b, "Nội bộ"), make_article(a, "Nội bộ")
    restriction = PageViewRestriction.objects.create(page=section_page(a, "news"), restriction_type=kind, password="x")
    assert titles("noi bo", a) == []
    assert titles("noi bo", b) == ["Nội bộ"]
    restriction.delete()
    assert titles("noi bo", a) == ["Nội bộ"]


def test_a_page_published_below_a_restriction_is_not_found(titles, a, b):
    PageViewRestriction.objects.create(page=section_page(a, "news"), restriction_type="login")
    make_article(a, "Ra sau"), make_article(b, "Ra sau")
    assert titles("ra sau", a) == []
    assert titles("ra sau", b) == ["Ra sau"]


def test_a_page_moved_under_a_restriction_is_not_found(titles, a, b):
    page = make_article(b, "Chuyển kho")
    PageViewRestriction.objects.create(page=section_page(a, "news"), restriction_type="login")
    page.move(section_page(a, "news"), "last-child")
    assert titles("chuyen kho") == []


def test_starter_pages_are_not_found(titles, a, b):
    starters = PortalPage.objects.filter(portal__in=[a, b], is_starter=True).values_list("title_vi", flat=True)
    assert len(starters) > 20
    reindex()
    assert not {title for title in starters if titles(title, a) or titles(title, b)}


def test_the_first_article_makes_its_section_findable(titles, a, b):
    name = section_page(a, "news").title
    assert titles(name, a) == []
    make_article(a, "Bài đầu tiên")
    assert titles(name, a)[0] == name
    assert name not in titles(name, b)


def test_the_first_person_makes_the_register_findable(titles, a, b, happen):
    name = section_page(a, "leaders").title
    happen(make_post, a, "Lò Văn A")
    assert titles(name, a)[0] == name
    assert titles(name, b) == []


def test_a_portal_is_found_by_its_name_from_its_first_moment(titles, a, b):
    make_portal("xa-moi", name="Xã Mường Hum")
    assert titles("muong hum") == ["Xã Mường Hum"]
    assert titles("muong hum", a, b) == []


@pytest.mark.parametrize("state", ["building", "suspended", "closed"])
def test_a_portal_that_is_not_open_is_not_found(titles, a, b, state):
    make_article(a, "Giờ mở cửa"), make_article(b, "Giờ mở cửa")
    change_state(a, state=state, now=timezone.now())
    assert titles("gio mo cua", a) == []
    assert titles("gio mo cua") == ["Giờ mở cửa"]
    change_state(a, state="active", now=timezone.now())
    assert titles("gio mo cua", a) == ["Giờ mở cửa"]


def test_a_portal_being_built_puts_nothing_into_the_index(titles, entries, b):
    building = make_portal("xa-dang-dung", name="Xã Đang Dựng", state="building")
    page = make_article(building, "Chạy thử")
    make_article(b, "Chạy đua")
    assert entries(page) == {}
    assert titles("dang dung") == []


def test_even_a_stale_entry_of_a_closed_portal_is_not_shown(titles, a, b):
    make_article(a, "Còn sót"), make_article(b, "Còn sót")
    type(a).objects.filter(pk=a.pk).update(state="closed")  # past every signal
    assert titles("con sot", a) == []
    assert titles("con sot") == ["Còn sót"]


def test_even_a_stale_entry_of_a_page_taken_offline_is_not_shown(titles, a, b):
    page = make_article(a, "Gỡ tay")
    make_article(b, "Gỡ tay")
    PortalPage.objects.filter(pk=page.pk).update(live=False)  # past every signal
    assert titles("go tay", a) == []
    reindex([a.pk])
    assert titles("go tay") == ["Gỡ tay"]


def test_english_comes_and_goes_with_the_translation(titles, entries, a, b):
    make_article(b, "Khách sạn", title_en="Hotel", lead="Tin", lead_en="News", body_en=[("heading", "Hotels")])
    page = make_article(a, "Khách sạn", title_en="Hotel", lead="Tin", lead_en="News", body_en=[("heading", "Hotels")])
    assert set(entries(page)) == {"vi", "en"}
    page.title_en = ""
    publish(page)
    assert entries(page)["en"].deleted
    assert titles("hotel", a, lang="en") == []
    assert titles("hotel", b, lang="en") == ["Hotel"]


def test_an_alias_is_a_page_of_its_own(titles, a, b):
    make_article(b, "Bản gốc B")
    page = make_article(a, "Bản gốc")
    page.create_alias(update_slug="ban-sao")
    refresh_below(section_page(a, "news").pk)
    assert titles("ban goc", a) == ["Bản gốc", "Bản gốc"]


def test_what_did_not_change_is_not_written_again(entries, a, b):
    pages = [make_article(a, "Đứng yên"), make_article(b, "Đứng yên")]
    assert refresh([page.pk for page in pages]) == 0
    assert entries(pages[0])["vi"].version == 1


def test_each_change_raises_the_version_by_one(a, b):
    entry = SearchEntry(portal=a, version=4, title="Cũ")
    assert take(entry, {"title": "Cũ"}) is False
    assert take(entry, {"title": "Mới", "summary": "Mới", "portal_id": b.pk}) is True
    assert [entry.version, entry.title, entry.portal_id] == [5, "Mới", b.pk]


def test_unknown_pages_are_no_error(db):
    assert refresh([10**9]) == 0
    assert refresh([]) == 0
    refresh_below(10**9)


def test_an_import_past_the_signals_is_found_after_a_rebuild(titles, a, b):
    pages = [ArticlePage(title="Nhập kho", slug="nhap-kho", live=True, first_published_at=timezone.now())]
    insert_children(section_page(a, "news"), pages, now=timezone.now())
    plant_articles(b, ["Nhập kho B"])
    assert titles("nhap kho", a) == []
    reindex([a.pk])
    assert titles("nhap kho", a) == ["Nhập kho"]


def test_a_rebuild_mends_a_damaged_engine(titles, a, b):
    pages = [make_article(a, "Sửa chữa"), make_article(b, "Sửa chữa")]
    with platform_scope():
        engine().remove(
            SearchEntry.objects.filter(page_number__in=[p.pk for p in pages]).values_list("uid", flat=True)
        )
    assert titles("sua chua") == []
    reindex()
    assert titles("sua chua") == ["Sửa chữa", "Sửa chữa"]


def test_a_rebuild_tells_how_far_it_is(a, b, monkeypatch):
    monkeypatch.setattr("search.indexing.CHUNK", 20)
    plant_articles(a, [f"Tin {n}" for n in range(25)])
    plant_articles(b, [f"Tin {n}" for n in range(25)])
    told = []
    total = reindex([a.pk], report=lambda done, of: told.append((done, of)))
    assert told == [(20, total), (total, total)]


def test_deleting_a_portal_s_row_takes_its_entries_along(db):
    assert SearchEntry._meta.get_field("portal").remote_field.on_delete.__name__ == "CASCADE"
