from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from cms.theme.tasks import tasks_in
from cms.theme.templatetags import theme_tags as tags
from tests.factories import make_article


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0214 3840 003", "tel:+842143840003"),
        ("(0214) 3.840.003", "tel:+842143840003"),
        ("0912000001 - máy lẻ 12", "tel:+84912000001"),
        ("02143 840 003 / 105", "tel:+842143840003"),
        ("+84 214 3840003", "tel:+842143840003"),
        ("1022", "tel:1022"),
        ("080", "tel:080"),
    ],
)
def test_a_written_number_can_be_dialled(written, dialled):
    assert tags.tel(written) == dialled


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Nguyễn Thị Minh Hà", "NH"),
        ("Đỗ Ánh", "ĐÁ"),
        ("Lù", "L"),
        ("Lý A Ví (nhân vật minh họa)", "LV"),
        ("", ""),
        (None, ""),
    ],
)
def test_initials_are_family_name_and_given_name(name, letters):
    assert tags.initials(name) == letters


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        ("day", '<time datetime="2024-03-05">05/03/2024</time>'),
        ("month", '<time datetime="2024-03">tháng 3 năm 2024</time>'),
        ("year", '<time datetime="2024">năm 2024</time>'),
        ("unknown", ""),
    ],
)
def test_a_date_never_says_more_than_is_known(precision, shown):
    with override("vi"):
        assert tags.partial_day(date(2024, 3, 5), precision) == shown


def test_no_date_shows_nothing():
    assert (tags.day(None), tags.moment(None), tags.partial_day(None, "day")) == ("", "", "")


def test_a_moment_late_at_night_in_utc_is_the_next_local_day():
    late = datetime(2024, 3, 5, 20, 15, tzinfo=UTC)
    with override("vi"):
        assert tags.day(late) == '<time datetime="2024-03-06">06/03/2024</time>'
        assert tags.moment(late) == '<time datetime="2024-03-06T03:15+07:00">03:15, 06/03/2024</time>'


def test_several_numbers_are_dialled_one_by_one():
    assert tags.phones("0214 3800 000; 0214 3800 003") == ["0214 3800 000", "0214 3800 003"]
    assert tags.phones(None) == []


@pytest.mark.parametrize(
    ("name", "kind"), [("ke-hoach.pdf", "PDF"), ("a.b.docx", "DOCX"), ("khong-duoi", ""), (None, "")]
)
def test_the_kind_of_a_file_is_its_ending(name, kind):
    assert tags.extension(name) == kind


def test_the_pager_leaves_gaps():
    page = Paginator(range(400), 10).page(8)
    assert tags.page_numbers(page) == [1, "…", 7, 8, 9, "…", 40]


def test_the_pager_keeps_the_filters_and_hides_the_first_page():
    request = RequestFactory().get("/van-ban/", {"so": "3098", "trang": "2"})
    context = {"request": request}
    assert tags.page_url(context, 3) == "?so=3098&trang=3"
    assert tags.page_url(context, 1) == "?so=3098"
    assert tags.page_url({}, 3) == "?trang=3"


def test_tasks_are_those_the_menu_leads_to_in_their_own_order():
    item = lambda url: SimpleNamespace(url=url)  # noqa: E731 - a name for three lines
    menu = [
        SimpleNamespace(items=[item("/en/lien-he/"), item("/en/van-ban/")]),
        SimpleNamespace(items=[item("/en/hoi-dap/")]),
    ]
    assert [task["url"] for task in tasks_in(menu)] == ["/en/hoi-dap/", "/en/van-ban/", "/en/lien-he/"]


def test_four_tasks_at_most():
    slugs = ["hoi-dap", "thu-tuc-hanh-chinh", "van-ban", "lien-he", "danh-ba", "gioi-thieu"]
    menu = [SimpleNamespace(items=[SimpleNamespace(url=f"/{slug}/") for slug in slugs])]
    assert [task["picture"] for task in tasks_in(menu)] == ["question", "form", "document", "phone"]


@pytest.mark.parametrize(
    ("context", "shown"), [({"is_fallback": True, "shown_language": "vi"}, ' lang="vi"'), ({}, "")]
)
def test_foreign_text_says_its_language(context, shown):
    assert Template("{% load theme_tags %}{% foreign %}").render(Context(context)) == shown


def test_an_item_says_its_language_only_where_it_differs():
    item = SimpleNamespace(shown_language="vi")
    assert tags.other_language({"site_language": "en"}, item) == "vi"
    assert tags.other_language({"site_language": "vi"}, item) == ""


def test_the_trail_leads_from_the_home_to_the_parent(a):
    article = make_article(a, "Tin")
    request = RequestFactory().get("/", headers={"host": "xa-a.localhost"})
    request.portal, request._wagtail_site = a, a.site
    assert tags.crumbs({"request": request}, article) == [("Trang chủ", "/"), ("Tin tức - Sự kiện", "/tin-tuc/")]
    assert tags.crumbs({"request": request}, a.site.root_page.specific) == []


def test_another_portal_is_reached_at_its_own_host_and_in_the_same_language(a, b):
    request = RequestFactory().get("/", headers={"host": "xa-a.localhost:8000"})
    assert tags.portal_url({"request": request}, b) == "http://xa-b.localhost:8000/"
    b.primary_host = "binh-yen.example"
    assert tags.portal_url({"request": request, "site_language": "en"}, b) == "http://binh-yen.example:8000/en/"
