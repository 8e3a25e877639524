"""The place with its figures, map and topics, and how the agency came to be."""

import pytest

from cms.pages.models import Milestone, TreatyPage
from tests.factories import make_image, make_record, publish, section_page

from .conftest import titles, words

PATH = "/gioi-thieu-dia-phuong/"


@pytest.fixture
def place(a, b):
    """Two communes with figures; only the first has written two of its topics."""
    for portal, people in ((a, 5120), (b, 9999)):
        page = section_page(portal, "locality")
        page.overview_vi, page.overview_en = "<p>Xã ở phía bắc.</p>", "<p>In the north.</p>"
        page.area, page.population, page.figures_year = "54.20", people, 2025
        publish(page)
    for topic in section_page(a, "locality").get_children().filter(slug__in=["tu-nhien", "di-tich"]).specific():
        topic.body_vi, topic.body_en = [("heading", "Khí hậu")], [("heading", "Climate")]
        publish(topic)
    return section_page(a, "locality")


def test_figures_carry_their_year(read, a, place):
    assert words(read(a, PATH).select_one(".facts")) == "Diện tích 54,2 km² Dân số 5.120 người Năm của số liệu 2025"


def test_a_figure_without_a_year_says_so(read, a, place):
    place.figures_year = None
    publish(place)
    assert words(read(a, PATH).select_one(".facts")).endswith("Năm của số liệu không rõ")


def test_written_topics_are_linked_and_the_others_only_named(read, a, b, place):
    topics = read(a, PATH).select_one(".topics")
    assert [link["href"] for link in topics.select("a")] == [f"{PATH}tu-nhien/", f"{PATH}di-tich/"]
    assert "Đang cập nhật: Lịch sử, Văn hóa, Danh lam thắng cảnh." in words(topics)
    assert read(b, PATH).select(".topics a") == []


def test_a_topic_leads_to_the_other_written_ones(read, a, place):
    main = read(a, f"{PATH}tu-nhien/")
    assert [link["href"] for link in main.select("aside a")] == [f"{PATH}di-tich/"]
    assert "Khí hậu" in words(main)


def test_the_map_has_its_words(read, a, b, place):
    place.map_picture, place.map_alt_vi = make_image(a, "Bản đồ", (640, 400)), "Sông chảy dọc phía đông."
    place.borders_vi, place.map_url = "Phía đông giáp xã Bình Yên.", "https://bando.example/xa"
    publish(place)
    main = read(a, PATH)
    assert main.select_one("figure img")["alt"] == words(main.figcaption) == "Sông chảy dọc phía đông."
    assert "Phía đông giáp xã Bình Yên." in words(main)
    assert main.select_one("a[rel=external]")["href"] == "https://bando.example/xa"
    assert read(b, PATH).select("figure") == []


def test_english_groups_thousands_its_own_way(read, a, place):
    text = words(read(a, f"/en{PATH}"))
    assert "In the north." in text and "5,120" in text and "54.2" in text


def test_topics_cost_the_same_with_and_without_pictures(count, a, b, place):
    before = count(a, PATH)
    for topic in place.get_children().specific():
        topic.body_vi = [("heading", "Đề mục")]
        publish(topic)
    assert count(a, PATH) == before


def test_history_is_a_list_of_years(read, a, b):
    for portal, text in ((a, "Thành lập xã."), (b, "Của xã khác.")):
        page = section_page(portal, "history")
        page.story_vi = "<p>Xã có từ lâu.</p>"
        page.milestones = [Milestone(years="1953", text=text), Milestone(years="1976-1991", text="Sáp nhập.")]
        publish(page)
    main = read(a, "/qua-trinh-hinh-thanh/")
    assert [words(item) for item in main.select("ol.timeline li")] == ["1953 Thành lập xã.", "1976-1991 Sáp nhập."]
    assert main.select_one(".timeline").get("lang") is None
    assert read(a, "/en/qua-trinh-hinh-thanh/").select_one(".timeline")["lang"] == "vi"


def test_treaties_are_filtered_like_documents(read, a, b):
    make_record(a, TreatyPage, "Kết nghĩa", number="01/TTQT", partner_vi="Hà Khẩu", signed_at_vi="Xã Tả Phìn")
    make_record(a, TreatyPage, "Du lịch", number="02/TTQT")
    make_record(b, TreatyPage, "Của xã khác", number="01/TTQT")
    assert titles(read(a, "/dieu-uoc-quoc-te/", so="01")) == ["Kết nghĩa"]
    assert sorted(titles(read(a, "/dieu-uoc-quoc-te/"))) == ["Du lịch", "Kết nghĩa"]
    facts = words(read(a, "/dieu-uoc-quoc-te/ket-nghia/").select_one(".facts--own"))
    assert facts == "Bên ký kết nước ngoài Hà Khẩu Nơi ký Xã Tả Phìn"


def test_thirty_treaties_cost_what_one_does(count, a, b):
    make_record(a, TreatyPage)
    make_record(b, TreatyPage)
    before = count(a, "/dieu-uoc-quoc-te/")
    for number in range(30):
        make_record(a, TreatyPage, f"Thỏa thuận {number}")
    assert count(a, "/dieu-uoc-quoc-te/") == before
