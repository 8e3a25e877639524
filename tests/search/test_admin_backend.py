"""The editors' search: titles with and without marks, cheap saves, their own portal only."""

import pytest
from django.db import connection
from modelsearch.query import Phrase, PlainText
from wagtail.search.backends import get_search_backend

from cms.pages.models import ArticlePage, PortalImage, PortalPage
from search.admin_backend import SearchBackend, folded
from tests.factories import make_article, make_image

MARKS = ["đất đai", "dat dai", "Đất", "DAT", "đât", "dai đất"]


@pytest.fixture(autouse=True)
def _named_in_the_settings(settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_backend"}}


@pytest.fixture
def land(a, b):
    make_article(b, "Đất đai của B")
    return make_article(a, "Luật Đất đai", title_en="Land law", lead="Tóm tắt kín", body=[("heading", "Thân bài kín")])


def titles(text, portal, **options):
    return [page.title for page in ArticlePage.objects.filter(portal=portal).search(text, **options)]


def completed(text, portal):
    return [page.title for page in ArticlePage.objects.filter(portal=portal).autocomplete(text)]


@pytest.mark.parametrize("typed", MARKS)
def test_titles_are_found_with_and_without_marks(land, a, typed):
    assert titles(typed, a) == ["Luật Đất đai"]


@pytest.mark.parametrize("typed", ["đ", "d", "luat da", "Luật đấ", "lan"])
def test_a_beginning_is_enough_for_completion(land, a, typed):
    assert completed(typed, a) == ["Luật Đất đai"]


@pytest.mark.parametrize("typed", ["kín", "tom tat", "than bai"])
def test_a_page_is_found_by_its_titles_only(land, a, typed):
    assert titles(typed, a) == []


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "'", '"đất', "đất'", "a & | !", "(", "*", "đất*", "\\", "%", "%s", "\x00", "?" * 300]
)
def test_no_sign_breaks_the_query(land, a, typed):
    expected = ["Luật Đất đai"] if "ất" in typed else []
    assert titles(typed, a) == expected
    assert completed(typed, a) == expected


def test_query_objects_are_folded_as_well(land, a):
    assert titles(PlainText("đất đai"), a) == ["Luật Đất đai"]
    assert titles(PlainText("đất vũ trụ", operator="or"), a) == ["Luật Đất đai"]
    assert titles(PlainText("?!"), a) == []
    assert titles(Phrase("dat dai"), a) == ["Luật Đất đai"]


def test_filters_still_hold(land, a, b):
    assert titles("dat dai", b) == ["Đất đai của B"]
    assert [page.title for page in PortalPage.objects.filter(portal=a, section="news").search("dat")] == [
        "Luật Đất đai"
    ]


def test_a_changed_title_is_followed(land, a):
    land.title = "Luật Nhà ở"
    land.save()
    assert titles("dat dai", a) == []
    assert titles("nha o", a) == ["Luật Nhà ở"]


def test_a_deleted_page_is_forgotten(land, a):
    land.delete()
    assert titles("dat dai", a) == []


def test_other_models_keep_all_their_fields(a, b):
    make_image(b, "Ảnh ruộng của B")
    image = make_image(a, "Ảnh ruộng bậc thang")
    found = get_search_backend().search("ruong bac", PortalImage.objects.all())
    assert [one.pk for one in found] == [image.pk]


def test_a_save_costs_the_same_queries_whatever_the_index_holds(land, a, b, django_assert_max_num_queries):
    backend = SearchBackend({})
    with django_assert_max_num_queries(6) as asked:
        backend.add(land)
    assert not [query for query in asked.captured_queries if "title_norm" in query["sql"] and "AVG" in query["sql"]]


def test_an_index_can_be_made_again(land, a):
    backend = get_search_backend()
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(PortalPage))
    index = rebuilder.start()
    index.add_items(ArticlePage, [land])
    rebuilder.finish()
    assert titles("dat dai", a) == ["Luật Đất đai"]


def test_vietnamese_is_not_stemmed_as_english(db):
    if connection.vendor == "postgresql":
        assert SearchBackend({}).config == "simple"
    assert folded("Các văn bản") == "cac van ban"


def test_the_explorer_finds_without_marks_and_in_one_s_own_portal_only(land, log_in, a):
    client = log_in(a, "editor")
    for typed in ("dat dai", '"dat'):
        text = client.get(f"/admin/pages/{a.site.root_page_id}/", {"q": typed}).content.decode()
        assert "Luật Đất đai" in text
        assert "Đất đai của B" not in text
