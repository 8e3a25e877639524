"""Who deletes several pages at once reads beforehand what the screen of a single page says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.pages.models import PortalPage, StaticPage
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, section_page
from tests.factories.documents import make_acting
from tests.pages.comfort.trash import delete_many, kept, tied_documents


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


def asked(client, *pages):
    address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"])
    return client.get(address, {"id": [page.pk for page in pages], "next": "/admin/"}).content.decode()


def test_it_says_where_the_pages_go_for_how_long_and_who_brings_them_back(admin_client, enter, a, b):
    page, other, theirs = make_article(a, "Cha"), make_article(a, "Chú", live=False), make_article(b, "Của B")
    for title in ("Con một", "Con hai"):
        page.add_child(instance=StaticPage(title=title, live=False))
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    text = asked(admin_client, page, other)
    for words in (
        "được giữ 30 ngày", "2 trang bên trong đi cùng", "vẫn còn trong thư viện", "Chuyển vào thùng rác", "Không xóa",
        "Biên tập viên và trưởng ban biên tập của cổng khôi phục được", "người dân không xem được các trang này",
        "2 trang đã chọn", ">Cha</a>", ">Chú</a>",
    ):  # fmt: skip
        assert words in text, words
    assert "Are you sure" not in text and "Bạn có chắc" not in text and "Văn bản" not in text.split("<main", 1)[1]
    assert "Của B" not in asked(enter(a, "chief"), page, theirs)


def test_drafts_alone_were_not_public(enter, a, b):
    make_article(b, "Đã đăng")
    text = asked(enter(a, "chief"), make_article(a, "Nháp", live=False))
    assert "được giữ 30 ngày" in text and "người dân không xem được" not in text


def test_it_says_which_documents_speak_of_those_that_go_and_stay_themselves(enter, a, b):
    old, new, _oldest = tied_documents(a, b)
    chief = enter(a, "chief")
    text = asked(chief, new, make_article(a, "Bài"))
    assert "“Bãi bỏ”: Được hướng dẫn thi hành bởi: <a" in text and ">Hướng dẫn</a>" in text
    assert "được tính lại hiệu lực" in text and f">{old.numbered_title}</a>" in text
    assert not [title for title in ("Không liên quan", "Của B", "Cũ nhất") if title in text]
    together = asked(chief, new, old)
    assert "được tính lại hiệu lực" not in together  # what it ended goes with it
    assert "“Cũ”" not in together and "“Bãi bỏ”: Được hướng dẫn" in together


def test_what_may_not_be_deleted_is_named_apart(enter, a, b):
    own, public = make_article(a, "Nháp của tôi", live=False), make_article(a, "Đã đăng")
    editor = enter(a, "editor")
    PortalPage._base_manager.filter(pk=own.pk).update(owner=editor.user)
    make_article(b, "Khác")
    text = asked(editor, own, public)
    assert "Những trang sau bạn không xóa được, nên ở lại:" in text.split("Nháp của tôi", 1)[1]
    assert "1 trang đã chọn" in text
    assert "Những trang sau bạn không xóa được" not in asked(editor, own)


def test_what_the_law_asks_for_stays_and_the_others_go(enter, a, b):
    page, theirs, chief = make_article(a, "Cha"), make_article(b, "Của B"), enter(a, "chief")
    news = section_page(a, "news")
    text = asked(chief, page, news)
    assert "1 trang đã chọn" in text and str(news.title) in text.split("bạn không xóa được, nên ở lại:", 1)[1]
    delete_many(chief, page, news, a.root_page)
    left = PortalPage._base_manager.filter(pk__in=[page.pk, theirs.pk, news.pk, a.root_page.pk])
    assert set(left.values_list("pk", flat=True)) == {theirs.pk, news.pk, a.root_page.pk}
    assert [deleted.title for deleted in kept(a)] == ["Cha"] and not kept(b)


def test_with_nothing_left_to_delete_it_says_why(enter, a, b):
    chief = enter(a, "chief")
    answer = delete_many(chief, section_page(a, "news"), a.root_page)
    assert answer.status_code == 302 and "bắt buộc" in chief.get(answer.url, follow=True).text
    assert not kept(a) and section_page(b, "news").live


def test_documents_cost_no_query_each(enter, a, b):
    chief, queries = enter(a, "chief"), []
    pages = [make_acting(a, "repeals", make_document(a, f"Cũ {n}"), title=f"Mới {n}") for n in range(8)]
    make_document(b)
    asked(chief, *pages)
    for chosen in (pages[:2], pages):
        with CaptureQueriesContext(connection) as seen:
            asked(chief, *chosen)
        queries.append(sum("pages_documentrelation" in query["sql"] for query in seen.captured_queries))
    assert queries[0] == queries[1] == 2


def test_the_words_change_nothing_about_what_is_deleted(enter, a, b):
    pages, theirs = [make_article(a, f"Bài {n}") for n in range(2)], make_article(b, "Của B")
    chief = enter(a, "chief")
    assert (delete_many(chief, *pages, theirs).status_code, kept(a)) == (404, [])
    assert delete_many(chief, *pages).status_code == 302
    assert ([row.title for row in kept(a)], kept(b)) == (["Bài 0", "Bài 1"], [])
    delete_many(chief, section_page(a, "news"))
    assert section_page(a, "news").live and len(kept(a)) == 2
