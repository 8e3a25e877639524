"""Pages as a citizen gets them. Each portal's own words stand beside the other's, which must not show."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from tenants.models import Portal
from tests.factories import make_article, make_document, make_file, make_image, make_post, publish, section_page

LONG = "Ủy ban nhân dân thị trấn Nông trường Phong Hải, huyện Bảo Thắng, tỉnh Lào Cai"


@pytest.fixture
def page(visit):
    """page(portal, "/path/") -> the parsed page; it must be there and speak like a person."""

    def get(portal, path="/", status=200, **data):
        answer = visit(portal, path, **data)
        assert answer.status_code == status
        html = answer.content.decode()
        assert re.findall(r">\s*(?:None|null|undefined|\[\])\s*<|\"None\"", html) == []
        return BeautifulSoup(html, "html.parser")

    return get


def words(node):
    return " ".join(node.stripped_strings)


def test_the_home_says_who_where_and_what(page, a, b):
    make_article(b, "Tin của xã B")
    make_article(a, "Tin của xã A")
    home = page(a)
    assert home.title.get_text() == "Xã An Bình"
    assert words(home.select_one(".brand__name")) == "Xã An Bình"
    assert [words(one) for one in home.select(".story h3")] == ["Tin của xã A"]
    assert [a["href"] for a in home.select(".tile a")] == [
        "/hoi-dap/",
        "/thu-tuc-hanh-chinh/",
        "/van-ban/",
        "/lien-he/",
    ]


def test_an_empty_home_says_so_and_shows_no_empty_band(page, a):
    home = page(a)
    assert [words(h2) for h2 in home.select("main h2")] == ["Đang cập nhật"]


def test_the_home_leads_with_one_story_and_shows_four_more(page, a):
    for number in range(8):
        make_article(a, f"Tin {number}", picture=make_image(a))
    home = page(a)
    assert len(home.select(".news-card--lead")) == 1
    assert len(home.select(".news-row")) == 4


def test_an_article_shows_title_date_source_text_and_files(page, a):
    make_article(
        a,
        "Họp dân",
        slug="hop-dan",
        lead="Họp ở thôn.",
        source="Báo Lào Cai",
        picture=make_image(a),
        picture_alt="Nhà văn hóa",
    )
    shown = page(a, "/tin-tuc/hop-dan/")
    article = shown.select_one("[itemtype='https://schema.org/NewsArticle']")
    assert words(article.h1) == "Họp dân"
    assert words(article.select_one(".lead")) == "Họp ở thôn."
    assert "Nguồn: Báo Lào Cai" in words(article.select_one(".meta"))
    assert article.img["alt"] == "Nhà văn hóa"
    assert [words(li) for li in shown.select(".breadcrumbs li")] == ["Trang chủ", "Tin tức - Sự kiện"]


def test_every_block_an_editor_can_use_is_shown(page, a):
    picture = {"image": make_image(a), "caption": "Chú thích"}
    body = [
        ("heading", "Đề mục"),
        ("paragraph", "<p>Đoạn văn</p>"),
        ("picture", picture),
        ("gallery", [picture, picture]),
        ("quote", {"text": "Lời hay", "source": "Già làng"}),
        ("file", make_file(a, "Tệp kèm")),
    ]
    make_article(a, "Đủ khối", slug="du-khoi", body=body)
    prose = page(a, "/tin-tuc/du-khoi/").select_one(".prose")
    assert words(prose.h2) == "Đề mục"
    assert len(prose.select("figure img")) == 3
    assert words(prose.blockquote) == "Lời hay Già làng"
    assert words(prose.select_one(".file__name")) == "Tệp kèm"


def test_what_an_editor_writes_cannot_become_markup(page, a):
    make_article(a, "<script>alert(1)</script>", slug="thu", lead="<b>đậm</b>", body=[("heading", "<i>x</i>")])
    shown = page(a, "/tin-tuc/thu/")
    assert words(shown.h1) == "<script>alert(1)</script>"
    assert shown.select("main script, main b, main i") == []


def test_a_document_says_first_whether_it_holds_and_owns_up_to_what_is_unknown(page, a):
    make_document(
        a,
        "Quyết định mẫu",
        slug="qd",
        number="",
        effective_date=None,
        effective_precision="unknown",
        signer="",
        stated_force="in_force",
    )
    shown = page(a, "/van-ban/qd/")
    assert words(shown.select_one(".state strong")) == "Còn hiệu lực"
    facts = {words(row.dt): words(row.dd) for row in shown.select(".facts > div")}
    assert facts == {
        "Số, ký hiệu": "không rõ",
        "Cơ quan ban hành": "Ủy ban nhân dân xã",
        "Ngày ban hành": "10/01/2024",
        "Ngày có hiệu lực": "không rõ",
        "Người ký": "không rõ",
    }


def test_a_document_offers_its_files_with_kind_and_size(page, a):
    make_document(a, "Quyết định mẫu", slug="qd", file=make_file(a, "Bản ký số"))
    link = page(a, "/van-ban/qd/").select_one("a.file")
    assert words(link.select_one(".file__name")) == "Bản ký số"
    assert words(link.select_one(".file__facts")).startswith("PDF")


def test_the_list_of_documents_filters_and_says_what_it_found(page, a, b):
    make_document(a, "Của A", number="3098/UBND-BBT")
    make_document(a, "Khác", number="12/KH-UBND", issue_date=date(2023, 5, 1))
    make_document(b, "Của B", number="3098/UBND")
    found = page(a, "/van-ban/", so="3098")
    assert [words(h) for h in found.select(".document-row h2")] == ["Của A"]
    assert found.select_one("#f-so")["value"] == "3098"
    assert page(a, "/van-ban/", nam="2023").select_one("#f-nam option[selected]").get_text() == "2023"


def test_a_filter_that_finds_nothing_says_what_next(page, a):
    make_document(a, "Của A")
    empty = page(a, "/van-ban/", so="9999").select_one(".empty")
    assert words(empty.h2) == "Không tìm thấy văn bản nào"
    assert empty.a["href"] == "?"


def test_the_directory_is_two_taps_from_a_call(page, a, b):
    make_post(a, "Lý A Ví", phone="0214 3800 002")
    make_post(b, "Của B", phone="0214 3800 099")
    assert [link["href"] for link in page(a, "/danh-ba/").select("a[href^=tel]")] == ["tel:+842143800002"]


def test_the_directory_finds_without_accents(page, a):
    make_post(a, "Đỗ Thị Ví")
    make_post(a, "Lý A Dụ")
    found = page(a, "/danh-ba/", q="do thi")
    assert [words(h) for h in found.select(".person h3")] == ["Đỗ Thị Ví"]
    assert words(page(a, "/danh-ba/", q="khong co").select_one(".empty h2")) == "Không tìm thấy ai"


def test_leaders_show_duties_and_biography_under_their_card(page, a):
    make_post(a, "Lý A Ví", duties="Phụ trách chung", biography="Sinh năm 1975")
    folds = page(a, "/lanh-dao/").select("details.fold")
    assert [words(fold.select_one(".prose")) for fold in folds] == ["Phụ trách chung", "Sinh năm 1975"]


def test_contact_and_footer_show_the_same_facts_and_no_empty_label(page, a):
    contact = section_page(a, "contact")
    contact.phone, contact.address, contact.responsible_name = "0214 3800 000", "Thôn 1", "Lò Thị Ví"
    publish(contact)
    shown = page(a, "/lien-he/")
    assert words(shown.select_one(".contact a[href^=tel]")) == "0214 3800 000"
    labels = {words(dt) for dt in shown.select(".footer dt")}
    assert labels == {"Địa chỉ", "Điện thoại"}
    assert words(shown.select_one(".footer strong")) == "Lò Thị Ví"


@pytest.mark.parametrize(
    "path", ["/gioi-thieu/", "/tin-tuc/", "/van-ban/", "/lanh-dao/", "/danh-ba/", "/lien-he/", "/canh-bao/"]
)
def test_a_section_without_content_says_why_and_what_next(page, a, path):
    empty = page(a, path).select_one(".empty")
    assert words(empty.h2) == "Đang cập nhật"
    assert empty.select_one("a[href]") is not None


def test_the_map_of_the_portal_lists_every_section(page, a):
    shown = page(a, "/so-do-cong/")
    listed = {link["href"] for link in shown.select(".site-map a")}
    assert {"/tin-tuc/", "/van-ban/", "/dan-chu-co-so/"} <= listed
    assert "/cong-bao/" not in listed  # the official gazette is the province's alone


def test_the_province_lists_the_portals_one_can_visit(page, province, a):
    Portal.objects.filter(slug="xa-b").update(state="building")
    links = {words(link): link["href"] for link in page(province).select("#portal-list a")}
    assert links["Xã An Bình"] == "http://xa-a.localhost/"
    assert "Xã Bình Yên" not in links
    assert page(a).select("#portal-list") == []


def test_a_portal_being_built_shows_one_plain_page(page, visit, a):
    Portal.objects.filter(pk=a.pk).update(state="building")
    answer = visit(a, "/tin-tuc/")
    shown = BeautifulSoup(answer.content, "html.parser")
    assert words(shown.h1) == "Cổng đang xây dựng"
    assert shown.select_one("meta[name=robots]")["content"] == "noindex, nofollow"
    assert shown.select("#menu") == []


def test_a_lost_visitor_can_search_and_go_home(page, a):
    lost = page(a, "/khong-co/", status=404)
    assert words(lost.h1) == "Không tìm thấy trang"
    assert lost.select_one("main form")["action"] == "/tim-kiem/"


@pytest.mark.parametrize("name", ["404", "500"])
def test_error_pages_need_nothing(name):
    """Neither a request nor the database: without the `db` fixture a query would fail."""
    assert "<h1>" in render_to_string(f"pages/{name}.html")


def test_a_very_long_name_reaches_the_page_whole(page, a):
    Portal.objects.filter(pk=a.pk).update(name=LONG)
    assert words(page(a).select_one(".brand__name")) == LONG
