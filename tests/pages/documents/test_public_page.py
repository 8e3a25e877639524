"""A reader sees at once whether a document holds, what ended it, and what it is tied to."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_document
from tests.factories.documents import act, make_acting


@pytest.fixture
def shown(visit):
    """shown(portal, page) -> the page as a citizen gets it."""

    def get(portal, page, prefix=""):
        answer = visit(portal, f"{prefix}/van-ban/{page.slug}/")
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return get


def _words(node):
    return " ".join(node.get_text(" ", strip=True).split()) if node else ""


def _ties(page):
    """{label: text} of the facts under the heading of relations."""
    heading = page.find("h2", string="Quan hệ với văn bản khác")
    rows = heading.find_next("dl").select(":scope > div") if heading else []
    return {_words(row.dt): [_words(tie) for tie in row.select(".tie")] for row in rows}


def test_a_relation_set_on_one_side_is_seen_on_both(shown, a, b):
    old = make_document(a, "Quyết định cũ", number="1/2019/QĐ-UBND")
    new = make_acting(a, "replaces", old, "Nghị định 5/2018/NĐ-CP", title="Quyết định mới")
    theirs = make_document(b, "Quyết định cũ", number="1/2019/QĐ-UBND")
    page = shown(a, new)
    assert _ties(page) == {"Thay thế": ["Quyết định cũ (1/2019/QĐ-UBND)", "Nghị định 5/2018/NĐ-CP"]}
    assert [link["href"] for link in page.select(".tie a")] == [f"/van-ban/{old.slug}/"]
    page = shown(a, old)
    assert _ties(page) == {"Được thay thế bởi": ["Quyết định mới"]}
    assert _ties(shown(b, theirs)) == {}


def test_a_part_is_said_to_be_one(shown, a, b):
    old = make_document(a, "Quyết định cũ")
    new = make_acting(a, "repeals", old, partial=True)
    make_document(b)
    assert _ties(shown(a, new)) == {"Bãi bỏ": ["Quyết định cũ (12/QĐ-UBND) (một phần)"]}
    assert _ties(shown(a, old)) == {"Bị bãi bỏ bởi": ["Văn bản sau (một phần)"]}


@pytest.mark.parametrize("hidden", ["draft", "private"])
def test_what_nobody_may_read_is_not_named(shown, a, b, hidden):
    old = make_document(a, "Quyết định cũ", slug="cu")
    secret = make_acting(a, "guides", old, title="Chưa công bố", live=hidden != "draft")
    new = make_acting(a, "guides", secret, title="Quyết định khác")
    if hidden == "private":
        PageViewRestriction.objects.create(page=secret, restriction_type="login")
    make_document(b)
    for page in (old, new):
        words = str(shown(a, page))
        assert "Chưa công bố" not in words and secret.slug not in words


def test_the_banner_names_the_document_that_did_it_and_since_when(shown, a, b):
    old = make_document(a, "Quyết định cũ")
    new = make_acting(a, "repeals", old, title="Quyết định mới", effective_date=date(2025, 3, 1),
                      effective_precision="day")  # fmt: skip
    make_acting(a, "guides", old, title="Hướng dẫn")
    page = shown(a, old)
    banner = page.select_one(".notice--bad")
    assert _words(banner) == "Hết hiệu lực toàn bộ Bị bãi bỏ bởi: Quyết định mới , từ 01/03/2025 ."
    assert banner.a["href"] == f"/van-ban/{new.slug}/"
    assert page.select_one(".state") is None
    assert shown(b, make_document(b, "Của B")).select_one(".notice--bad") is None


def test_the_banner_stands_before_everything_else_and_is_printed(shown, a, b):
    old = make_document(a)
    make_acting(a, "repeals", old)
    make_document(b)
    page = shown(a, old)
    banner = page.select_one(".notice--bad")
    assert banner.find_previous("h1") and banner.find_next("dl") and "no-print" not in banner["class"]


def test_what_acts_from_an_unknown_day_is_named_and_ends_nothing(shown, a, b):
    old, theirs = make_document(a, "Quyết định cũ"), make_document(b, "Của B")
    unknown = {"effective_date": None, "effective_precision": "unknown"}
    new = make_acting(a, "replaces", old, title="Quyết định mới", **unknown)
    make_acting(a, "guides", old, title="Hướng dẫn", **unknown)
    page = shown(a, old)
    notice = page.select_one("[role=note].notice--info")
    assert _words(notice) == (
        "Chưa rõ ngày có hiệu lực của văn bản sau đây Được thay thế bởi: Quyết định mới "
        "Hiệu lực ghi trên trang này chưa tính đến văn bản đó."
    )
    assert _words(page.select_one(".state")).startswith("Còn hiệu lực")
    assert _words(shown(a, new).select_one(".state")) == "Chưa xác định hiệu lực: chưa rõ ngày có hiệu lực"
    assert "Chưa rõ ngày" not in shown(b, theirs).get_text()


def test_what_was_amended_says_what_still_holds(shown, a, b):
    partly, whole = make_document(a, "Một"), make_document(a, "Hai", stated_force="in_force")
    make_acting(a, "amends", partly, whole, title="Sửa đổi")
    words = _words(shown(a, partly).select_one(".notice--wait"))
    assert words.startswith("Hết hiệu lực một phần Phần mà văn bản sau đây không nêu vẫn còn hiệu lực.")
    state = _words(shown(a, whole).select_one(".state"))
    assert state.startswith("Còn hiệu lực (đã được sửa đổi, bổ sung)")
    assert "sửa đổi, bổ sung" not in shown(b, make_document(b)).get_text()


@pytest.mark.parametrize(
    ("values", "tone", "words"),
    [
        ({"expiry_date": date(2024, 12, 31), "expiry_precision": "day"}, "bad", "hết hiệu lực sau 31/12/2024"),
        ({"expiry_date": date(2024, 6, 1), "expiry_precision": "month"}, "bad", "sau tháng 6 năm 2024"),
        ({"stated_force": "expired"}, "bad", "Theo kết quả rà soát"),
        ({"stated_force": "partly"}, "wait", "Hết hiệu lực một phần"),
        ({"effective_date": date(2099, 7, 1)}, "wait", "có hiệu lực từ 01/07/2099"),
        ({"effective_date": date(2099, 7, 1), "effective_precision": "year"}, "wait", "có hiệu lực từ năm 2099"),
    ],
)
def test_the_banner_says_why_where_no_document_does(shown, a, b, values, tone, words):
    page, theirs = make_document(a, **values), make_document(b)
    assert words in _words(shown(a, page).select_one(f".notice--{tone}"))
    assert shown(b, theirs).select_one(".notice--bad, .notice--wait") is None


def test_what_will_repeal_it_one_day_is_a_tie_and_no_banner(shown, a, b):
    old = make_document(a)
    later = timezone.localdate() + timedelta(days=30)
    make_acting(a, "repeals", old, effective_date=later, effective_precision="day")
    make_document(b)
    page = shown(a, old)
    assert page.select_one(".notice--bad") is None and _words(page.select_one(".state")).startswith("Còn hiệu lực")
    assert _ties(page) == {"Bị bãi bỏ bởi": ["Văn bản sau"]}


def test_in_english_the_relations_are_said_in_english(shown, a, b):
    old = make_document(a, title_en="Old decision", abstract_en="On duties.")
    new = make_acting(a, "guides", old, title_en="New decision", abstract_en="On duties.")
    make_document(b)
    page = shown(a, new, prefix="/en")
    assert _words(page.select_one(".tie")) == "Old decision (12/QĐ-UBND)"
    assert page.select_one(".tie a")["href"] == f"/en/van-ban/{old.slug}/"


def test_machines_read_what_it_is_and_what_it_changes(shown, a, b):
    old = make_document(a, number="1/2019/QĐ-UBND")
    new = make_acting(a, "repeals", old, number="9/QĐ-UBND", effective_date=date(2024, 1, 15),
                      effective_precision="day")  # fmt: skip
    make_document(b)
    page = shown(a, new).select_one("[itemtype='https://schema.org/Legislation']")
    properties = {node["itemprop"]: node.get("href") or node.get("content") or _words(node)
                  for node in page.select("[itemprop]")}  # fmt: skip
    expected = {
        "legislationIdentifier": "9/QĐ-UBND",
        "legislationDate": "10/01/2024",
        "legislationLegalForce": "https://schema.org/InForce",
        "legislationRepeals": f"http://xa-a.localhost/van-ban/{old.slug}/",
    }
    assert {name: properties.get(name) for name in expected} == expected
    page = shown(a, old)
    assert page.select_one("[itemprop=legislationLegalForce]")["href"] == "https://schema.org/NotInForce"
    repealing = page.select_one("[itemid]")
    assert repealing["itemid"].endswith(f"/{new.slug}/")
    assert repealing.link["itemprop"] == "legislationRepeals" and repealing.link["href"].endswith(f"/{old.slug}/")


def test_a_document_with_thirty_ties_costs_what_one_with_one_does(visit, a, b, django_assert_max_num_queries):
    few, many = make_document(a, "Ít", slug="it"), make_document(b, "Nhiều", slug="nhieu")
    make_acting(a, "amends", few)
    act(few, "amends", make_document(a))
    for number in range(30):
        make_acting(b, "amends", many, title=f"Sửa {number}")
    act(many, "amends", *[make_document(b) for _number in range(30)])
    costs = []
    for portal, slug in ((a, "it"), (b, "nhieu")):
        visit(portal, f"/van-ban/{slug}/")
        with django_assert_max_num_queries(20) as captured:
            visit(portal, f"/van-ban/{slug}/")
        costs.append(len(captured))
    assert costs[0] == costs[1]
