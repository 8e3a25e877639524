"""Wrong or missing information: one tap from every page, one line, the page remembered, the fix to be seen by code."""

import pytest
from django.utils import timezone

from cms.questions.queries import Span, figures
from tenants.scoping import platform_scope
from tests.factories import make_article, section_page

from .conftest import REPORT_PATH, cases, faults, host, page_of, token


@pytest.fixture
def pages(a, b):
    for portal in (a, b):
        make_article(portal, "Tin về đường", slug="tin-ve-duong")
    return ["/", "/en/", "/tin-tuc/", "/tin-tuc/tin-ve-duong/", "/van-ban/", "/danh-ba/", "/lien-he/", "/hoi-dap/",
            "/tim-kiem/?q=duong", "/khong-co/"]  # fmt: skip


def test_every_public_page_has_the_link_and_the_page_is_in_it(visit, a, pages):
    for path in pages:
        page = page_of(visit(a, path))
        [link] = [link for link in page.select("a") if "bao-sai" in link.get("href", "")]
        english = path.startswith("/en/")
        assert link["href"] == f"{'/en' if english else ''}{REPORT_PATH}?trang={path.partition('?')[0]}"


def test_one_tap_shows_one_line(visit, a):
    form = page_of(visit(a, REPORT_PATH, trang="/lien-he/")).select_one("form.ask")
    seen = [box["name"] for box in form.select("input") if box["type"] != "hidden" and box["name"] != "website"]
    assert seen == ["text"]
    assert form.select_one("[name=page]")["value"] == "/lien-he/"


def test_a_report_reaches_the_unit_whose_page_it_is(tell, a, b):
    response = tell(a, "Số điện thoại đã đổi", "/lien-he/")
    [report] = cases()
    assert (response.status_code, report.portal, report.kind.code) == (302, a, "bao-sai")
    assert (report.text, report.page_path) == ("Số điện thoại đã đổi", "/lien-he/")
    assert str(report.asker) == ""


def test_the_reporter_gets_a_code_to_see_what_became_of_it(tell, citizen, a):
    page = page_of(citizen.get(tell(a)["Location"], headers=host(a)))
    assert page.h1.text == "Đã nhận tin báo"
    assert page.select_one(".receipt__sign").text == cases()[0].code
    assert "/lien-he/" in page.select_one(".receipt__said").text


def test_reports_are_no_questions_in_any_figure(tell, a, province):
    tell(a)
    [report] = cases()
    day = timezone.localdate(report.asked_at)
    counted = figures(portals=[a, province], period=Span(day, day), as_of=day)
    assert counted.received == 0


def test_a_portal_without_questions_has_its_faults_told_to_the_province(tell, a, province):
    with platform_scope():
        section_page(a, "questions").unpublish()
    assert tell(a).status_code == 302
    assert [report.portal for report in cases()] == [province]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("/tin-tuc/bai/", "/tin-tuc/bai/"),
        ("/en/news/?trang=2", "/en/news/?trang=2"),
        ("", ""),
        ("https://evil.example/", ""),
        ("//evil.example/", ""),
        ("/\\evil.example/", ""),
        ("javascript:alert(1)", ""),
        ("/a\nSet-Cookie: x", ""),
        ("/" + "a" * 600, ""),
        ("/hoi-dap/gui/da-nhan/0123456789abcdef/", "/hoi-dap/"),
        ("/en/hoi-dap/tra-cuu/khoa-cua-ai-do/", "/en/hoi-dap/"),
        ("/hoi-dap/tep/khoa/", "/hoi-dap/"),
    ],
)
def test_only_a_path_of_this_portal_is_remembered(tell, visit, a, told, kept):
    shown = page_of(visit(a, REPORT_PATH, trang=told)).select_one("a.ask__page")
    assert (shown["href"] if shown else "") == kept
    assert tell(a, page=told).status_code == 302
    assert cases()[0].page_path == kept


def test_an_empty_line_comes_back_with_the_page(tell, a):
    response = tell(a, text=" ", page="/lien-he/")
    assert faults(response) == ["Điều gì sai hoặc thiếu? Hãy viết điều sai hoặc thiếu."]
    assert page_of(response).select_one("[name=page]")["value"] == "/lien-he/"
    assert cases() == []


def test_a_report_sent_twice_is_one(tell, a):
    same = token()
    assert tell(a, token=same)["Location"] == tell(a, token=same)["Location"]
    assert len(cases()) == 1


def test_files_beside_the_line_are_not_kept(citizen, a, paper):
    values = {"text": "Sai số điện thoại", "page": "/", "token": token(), "files": paper("don.txt")}
    assert citizen.post(REPORT_PATH, values, headers=host(a)).status_code == 302
    with platform_scope():
        assert [list(case.files.all()) for case in cases()] == [[]]
