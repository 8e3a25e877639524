"""The results page, as a browser gets it."""

import re

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenants.actions import change_state
from tests.factories import make_article

from .conftest import plant_articles

SEARCH, ENGLISH = "/tim-kiem/", "/en/tim-kiem/"


def main_of(response):
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def links(response):
    return re.findall(r'<h2><a href="([^"]+)">', main_of(response))


@pytest.fixture
def fair(a, b):
    make_article(a, "Chợ phiên Bắc Hà", lead="Họp <b>chủ nhật</b> & ngày lễ.")
    make_article(b, "Chợ phiên Cốc Ly")


def test_this_portal_s_results_link_to_paths_on_it(fair, visit, a):
    response = visit(a, SEARCH, q="cho phien")
    assert response.status_code == 200
    assert links(response) == ["/tin-tuc/cho-phien-bac-ha/"]
    assert "<mark>Chợ phiên</mark> Bắc Hà" in main_of(response)
    assert "Họp &lt;b&gt;chủ nhật&lt;/b&gt; &amp; ngày lễ." in main_of(response)
    assert "1 kết quả" in main_of(response)


def test_the_province_s_results_link_to_their_owner_s_host(fair, visit, a):
    response = visit(a, SEARCH, q="cho phien", **{"pham-vi": "tinh"})
    assert sorted(links(response)) == ["/tin-tuc/cho-phien-bac-ha/", "http://xa-b.localhost/tin-tuc/cho-phien-coc-ly/"]
    assert "Xã Bình Yên" in main_of(response)


def test_every_link_leads_to_a_page(fair, visit, a, b):
    assert visit(a, links(visit(a, SEARCH, q="bac ha"))[0]).status_code == 200
    assert visit(b, "/tin-tuc/cho-phien-coc-ly/").status_code == 200


def test_the_scope_switch_keeps_the_words(fair, visit, a):
    assert 'href="?q=a%20%26%20b%2Fc&amp;pham-vi=tinh"' in main_of(visit(a, SEARCH, q="a & b/c"))
    wide = main_of(visit(a, SEARCH, q="a & b/c", **{"pham-vi": "tinh"}))
    assert 'href="?q=a%20%26%20b%2Fc"' in wide
    assert '<input type="hidden" name="pham-vi" value="tinh">' in wide


def test_an_unknown_scope_is_this_portal(fair, visit, a):
    assert links(visit(a, SEARCH, q="cho phien", **{"pham-vi": "vutru"})) == ["/tin-tuc/cho-phien-bac-ha/"]


def test_results_stay_out_of_search_engines_and_set_no_cookie(fair, visit, a):
    response = visit(a, SEARCH, q="cho phien")
    assert response.headers["X-Robots-Tag"] == "noindex, follow"
    assert '<meta name="robots" content="noindex' in response.content.decode()
    assert not response.cookies


def test_english_is_searched_below_en(a, b, visit):
    for portal in (a, b):
        make_article(
            portal,
            "Chợ phiên",
            lead="Tin",
            title_en=f"Market {portal.slug}",
            lead_en="Sunday",
            body_en=[("heading", "Fair")],
        )
    response = visit(a, ENGLISH, q="market")
    assert links(response) == ["/en/tin-tuc/cho-phien/"]
    assert '<html lang="en"' in response.content.decode()
    wide = visit(a, ENGLISH, q="market xa-b", **{"pham-vi": "tinh"})
    assert links(wide)[0] == "http://xa-b.localhost/en/tin-tuc/cho-phien/"


@pytest.mark.parametrize("path", [SEARCH, ENGLISH])
@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "?!",
        "\x00",
        "đ" * 10_000,
        "khong co gi nhu the nay ca",
        "a\x00b",
        "<script>alert(1)</script>",
        "\ud83d\ude42",
        "%",
        "'\"\\",
    ],
)
def test_odd_queries_get_a_clear_page(fair, visit, a, path, typed):
    response = visit(a, path, q=typed.encode("utf-16", "surrogatepass").decode("utf-16"))
    assert response.status_code == 200
    assert "<script>alert" not in main_of(response)
    assert "None" not in main_of(response)


def test_an_empty_query_says_what_can_be_typed(fair, visit, a):
    assert "Hãy nhập từ cần tìm" in main_of(visit(a, SEARCH))


def test_nothing_found_says_so_and_offers_the_province(fair, visit, a):
    text = main_of(visit(a, SEARCH, q="vuquangngoai"))
    assert "Không tìm thấy “vuquangngoai”" in text
    assert "?pham-vi=tinh&amp;q=vuquangngoai" in text
    assert "?pham-vi=tinh&amp;q=" not in main_of(visit(a, SEARCH, q="vuquangngoai", **{"pham-vi": "tinh"}))


def test_a_query_that_is_too_long_says_that_it_was_cut(fair, visit, a):
    assert "chỉ phần đầu được dùng" in main_of(visit(a, SEARCH, q="chợ phiên " * 1_000))
    assert "chỉ phần đầu được dùng" not in main_of(visit(a, SEARCH, q="chợ phiên"))


def test_partial_results_say_that_they_are_partial(fair, visit, a):
    assert "không trang nào có đủ các từ" in main_of(visit(a, SEARCH, q="chợ phiên vuquangngoai"))


def test_raw_bytes_that_are_not_utf8_are_no_error(fair, client):
    assert client.get(SEARCH + "?q=%ff%fe%00%c3", headers={"host": "xa-a.localhost"}).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "abc", "999999999999999999999", "99", "1e3", "²", ""])
def test_any_page_number_is_some_page(fair, visit, a, page):
    assert links(visit(a, SEARCH, q="cho phien", trang=page)) == ["/tin-tuc/cho-phien-bac-ha/"]


def test_pages_keep_query_and_scope(a, b, visit):
    plant_articles(a, [f"Bản tin {n}" for n in range(25)])
    plant_articles(b, ["Bản tin B"])
    first = visit(a, SEARCH, q="bản tin", **{"pham-vi": "tinh"})
    assert len(links(first)) == 10
    assert "trang=2" in main_of(first) and "pham-vi=tinh" in main_of(first)
    last = visit(a, SEARCH, q="bản tin", trang="3")
    assert len(links(last)) == 5
    assert 'start="21"' in main_of(last)


def test_one_result_and_thirty_cost_the_same_queries(a, b, visit, django_assert_max_num_queries):
    plant_articles(a, [f"Bantin {n}" for n in range(30)] + ["Docnhat"])
    plant_articles(b, ["Bantin B", "Docnhat B"])
    visit(a, SEARCH, q="bantin", **{"pham-vi": "tinh"})
    for scope in ({}, {"pham-vi": "tinh"}):
        counts = []
        for typed in ("docnhat", "bantin"):
            with django_assert_max_num_queries(25) as asked:
                visit(a, SEARCH, q=typed, **scope)
            counts.append(len(asked.captured_queries))
        assert counts[0] == counts[1]


def test_only_reading_is_possible(client, a, b):
    assert client.post(SEARCH, {"q": "x"}, headers={"host": "xa-a.localhost"}).status_code == 405


def test_a_portal_being_built_shows_no_results(fair, visit, a, b):
    change_state(a, state="building", now=timezone.now())
    assert "Bắc Hà" not in visit(a, SEARCH, q="cho phien").content.decode()
    assert "Bắc Hà" not in visit(b, SEARCH, q="cho phien", **{"pham-vi": "tinh"}).content.decode()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(max_size=300), page=st.text(max_size=6), scope=st.sampled_from(["", "tinh"]))
def test_no_query_makes_a_server_error(fair, visit, a, typed, page, scope):
    assert visit(a, SEARCH, q=typed, trang=page, **{"pham-vi": scope}).status_code == 200
