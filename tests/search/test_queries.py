"""What a citizen types and what they find."""

import unicodedata
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.asking import SearchScope
from search.candidates import PAGE_SIZE
from search.queries import find
from tests.factories import make_article, make_document
from tests.factories.pages import local

from .conftest import plant_articles

ANY = st.text(alphabet=st.characters(exclude_categories=()), max_size=400)


@pytest.fixture
def land(a, b):
    """The same article in both portals: what A finds must be A's."""
    make_article(b, "Đất đai ở xã Bình Yên")
    return make_article(a, "Cấp giấy chứng nhận quyền sử dụng đất đai", lead="Thủ tục đặc biệt ở Đường Đông Đô.")


@pytest.mark.parametrize(
    "typed",
    [
        "đất đai",
        "dat dai",
        "ĐẤT ĐAI",
        "Dat Dai",
        "đat đai",
        unicodedata.normalize("NFD", "đất đai"),
        "  đất,  đai! ",
        "đất\u00a0đai",
        "đất\u200b đai",
        "đai đất",
        "giay chung nhan",
        "duong dong do",
        "Ðất đai",
    ],
)
def test_found_with_and_without_marks_composed_or_not(land, titles, a, typed):
    assert titles(typed, a) == [land.title]


def test_the_body_is_searched_too(titles, a, b):
    make_article(b, "Khác", body=[("paragraph", "<p>Mưa đá</p>")])
    page = make_article(
        a, "Thời tiết", body=[("heading", "Cảnh báo"), ("paragraph", "<p>Có <b>mưa</b> đá diện rộng.</p>")]
    )
    assert titles("mua da", a) == [page.title]


@pytest.mark.parametrize(
    "typed",
    [
        "42/2022/NĐ-CP",
        "42/2022/nd-cp",
        "42 2022 nd cp",
        "42/2022/NDCP",
        "42",
        "42/2022",
        "số 42/2022/NĐ-CP",
        "nghị định 42/2022/nđ-cp về cổng",
    ],
)
def test_a_document_is_found_by_its_number_first(titles, a, b, typed):
    make_document(b, "Nghị định của xã khác", number="42/2022/NĐ-CP")
    make_article(a, "Bài nhắc 42/2022/NĐ-CP trong tên", lead="Nghị định 42/2022/NĐ-CP 42/2022/NĐ-CP")
    page = make_document(a, "Về cung cấp thông tin", number="42/2022/NĐ-CP", abstract="")
    make_document(a, "Khác hẳn", number="142/2022/NĐ-CP", abstract="")
    assert titles(typed, a)[0] == page.title


def test_the_number_mentioned_in_a_text_is_found_as_well(titles, a, b):
    make_document(b, "Của xã khác", number="3098/UBND-BBT")
    page = make_article(a, "Họp", lead="Theo công văn 3098/UBND-BBT.")
    assert titles("3098/UBNDBBT", a) == [page.title]


def test_a_title_counts_more_than_a_body(titles, a, b):
    make_article(b, "Tiêm chủng")
    make_article(a, "Họp giao ban", body=[("paragraph", "<p>Tiêm chủng. Tiêm chủng. Tiêm chủng mở rộng.</p>")])
    page = make_article(a, "Lịch tiêm chủng")
    assert titles("tiem chung", a)[0] == page.title


def test_marks_as_typed_come_first(titles, a, b):
    make_article(b, "Bán hàng")
    for number, title in enumerate(["Bạn hàng", "Bán hàng", "Ban hàng"]):
        make_article(a, title, slug=f"hang-{number}")
    assert titles("bán hàng", a)[0] == "Bán hàng"
    assert titles("bạn hàng", a)[0] == "Bạn hàng"


def test_where_no_page_has_every_word_those_with_two_together_are_offered(a, b):
    make_article(b, "Khai sinh lưu động")
    make_article(a, "Đăng ký khai sinh")
    make_article(a, "Sinh hoạt hè")
    results = find("khai sinh vuquangngoaivutru", scope=SearchScope.portals([a]), lang="vi")
    assert [results.total, results.strict] == [1, 0]
    assert "khai sinh" in results.hits[0].title


def test_pages_with_every_word_come_before_the_others(titles, a, b):
    make_article(b, "Khai sinh ở bản Lùng")
    make_article(a, "Khai sinh khai sinh khai sinh")
    whole = make_article(a, "Ở bản Lùng", lead="Có nơi nhận khai sinh.")
    assert titles("khai sinh bản Lùng", a)[0] == whole.title


def test_a_single_unknown_word_finds_nothing(land, titles, a):
    assert titles("vuquangngoaivutru", a) == []


def test_english_is_found_in_english_only(titles, a, b):
    make_article(b, "Chợ", title_en="Fair", lead_en="Fair", body_en=[("heading", "Fair")])
    page = make_article(
        a, "Chợ phiên", lead="Tin", title_en="Weekly market", lead_en="Held on Sunday", body_en=[("heading", "Market")]
    )
    make_article(a, "Weekly chưa dịch")
    assert titles("weekly market", a, lang="en") == ["Weekly market"]
    assert titles("chợ phiên", a, lang="en") == []
    assert titles("cho phien", a) == [page.title]


def test_a_hit_says_what_it_is_and_where(a, b):
    make_document(b, "Kế hoạch B")
    make_document(
        a,
        "Kế hoạch phòng chống thiên tai",
        number="9/KH-UBND",
        issue_date=date(2024, 2, 1),
        issue_precision="month",
        effective_date=None,
        effective_precision="unknown",
    )
    hit = find("thien tai", scope=SearchScope.province(), lang="vi").hits[0]
    assert hit.title == "Kế hoạch phòng chống <mark>thiên tai</mark>"
    assert [hit.kind, hit.doc_number, hit.date, hit.portal] == ["văn bản", "9/KH-UBND", "tháng 2 năm 2024", a]
    assert hit.url == f"http://xa-a.localhost:8000/van-ban/{hit.url.rstrip('/').rpartition('/')[2]}/"


def test_a_date_nobody_knows_is_left_out(a, b):
    make_document(b, "Chỉ thị B", issue_date=None, issue_precision="unknown")
    make_document(a, "Chỉ thị A", issue_date=None, issue_precision="unknown")
    assert find("chi thi a", scope=SearchScope.portals([a]), lang="vi").hits[0].date == ""


def test_an_article_s_day_is_the_local_day(a, b):
    for portal in (a, b):
        page = make_article(portal, "Đêm giao thừa")
        type(page).objects.filter(pk=page.pk).update(first_published_at=local(2024, 2, 10, hour=1))
        page.refresh_from_db()
        page.save_revision().publish()
    assert find("giao thua", scope=SearchScope.portals([a]), lang="vi").hits[0].date == "10/02/2024"


@pytest.fixture
def thirty(a, b):
    plant_articles(b, [f"Bản tin của B {n}" for n in range(30)])
    plant_articles(a, [f"Bản tin số {n}" for n in range(30)])


def test_every_title_typed_without_marks_is_found_first(thirty, titles, a):
    for n in range(30):
        assert titles(f"ban tin so {n}", a)[0] == f"Bản tin số {n}"


def test_pages_neither_repeat_nor_skip(thirty, titles, a):
    seen = [title for number in (1, 2, 3) for title in titles("ban tin", a, page=number)]
    assert sorted(seen) == sorted(f"Bản tin số {n}" for n in range(30))


def test_a_page_beyond_the_last_is_the_last(thirty, a):
    results = find("ban tin", scope=SearchScope.portals([a]), lang="vi", page=99)
    assert [results.page, results.pages, len(results.hits), results.total] == [3, 3, PAGE_SIZE, 30]


def test_candidates_beyond_the_reranked_are_found_too(thirty, a, monkeypatch):
    monkeypatch.setattr("search.candidates.RERANKED", PAGE_SIZE)
    scope = SearchScope.portals([a])
    second = find("ban tin", scope=scope, lang="vi", page=2).hits
    third = find("ban tin", scope=scope, lang="vi", page=3).hits
    assert len({hit.url for hit in second + third}) == 2 * PAGE_SIZE


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(
    ("one", "thirty_of_them", "queries"),
    [
        ("docnhat", "ban tin", 5),
        ("trang docnhat vonhi", "ban tin vonhi", 7),  # no page has every word: the two looser questions are asked
    ],
)
def test_one_result_and_thirty_cost_the_same_queries(
    thirty, a, django_assert_num_queries, wide, one, thirty_of_them, queries
):
    plant_articles(a, ["Trang docnhat"])
    scope = SearchScope.province() if wide else SearchScope.portals([a])
    find("ban tin", scope=scope, lang="vi")  # the hosts are in the cache now
    with django_assert_num_queries(queries):
        assert find(one, scope=scope, lang="vi").total == 1
    with django_assert_num_queries(queries):
        assert find(thirty_of_them, scope=scope, lang="vi").total == (60 if wide else 30)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=ANY)
def test_no_query_breaks_a_search(land, a, typed):
    find(typed, scope=SearchScope.portals([a]), lang="vi")
    find(typed, scope=SearchScope.province(), lang="en")


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'",
        "\\",
        "a'b",
        'a"b',
        "a OR b",
        "AND",
        "NOT",
        "NEAR(a b)",
        "a*",
        "title:b",
        "{title}:b",
        "^a",
        "a - b",
        "(",
        "a & | !b",
        "' OR 1=1 --",
        "%s",
        "%(words)s",
        "đ" * 10_000,
        "a " * 5_000,
        "\x00",
        "đất\x00đai",
        "\ud800",
        "e\u0301\u0302\u0323" * 50,
        "🙂",
        "א ב",
        "١٢٣",
        "1/1/1/1/1/1",
        "/" * 300,
        "0" * 300,
    ],
)
def test_signs_of_any_query_language_are_just_signs(land, titles, a, typed):
    assert titles(typed, a) in ([], [land.title])
