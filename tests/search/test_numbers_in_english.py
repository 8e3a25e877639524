"""A document's number is the same in every language: the English site finds by it what is not translated yet."""

import re

import pytest

from search.asking import SearchScope
from search.engines import engine
from search.queries import OutOfScope, find
from tests.factories import make_article, make_document

ENGLISH = "/en/tim-kiem/"
WIDE = {"pham-vi": "tinh"}
TRANSLATED = {"title_en": "Plan of the commune", "abstract_en": "On duties."}


def found(response):
    """[(address, language, plain title)] of the results."""
    links = re.findall(r'<h2><a href="([^"]+)"(?: lang="(\w+)")?>(.*?)</a>', response.content.decode())
    return [(address, lang, re.sub("<.*?>", "", title)) for address, lang, title in links]


@pytest.fixture
def decisions(a, b):
    """The same two numbers in both portals; nothing of it is in English."""
    for portal in (a, b):
        make_document(portal, f"Quyết định của {portal.slug}", slug="nuoc-sach", number="44/QĐ-UBND")
        make_document(portal, f"Công văn của {portal.slug}", slug="cong-van", number="2210/UBND-VP")


@pytest.mark.parametrize("typed", ["44/QĐ-UBND", "44/qd-ubnd", "44", "Decision No. 44/QĐ-UBND"])
def test_a_document_is_found_by_its_number_in_vietnamese(decisions, visit, a, typed):
    response = visit(a, ENGLISH, q=typed)
    assert found(response) == [("/en/van-ban/nuoc-sach/", "vi", "Quyết định của xa-a")]
    assert '<p lang="vi">' in response.content.decode() and "xa-b" not in response.content.decode()
    assert visit(a, found(response)[0][0]).status_code == 200


def test_a_bare_number_finds_it_too(decisions, visit, a, b):
    assert found(visit(a, ENGLISH, q="2210")) == [("/en/van-ban/cong-van/", "vi", "Công văn của xa-a")]
    assert found(visit(b, ENGLISH, q="2210")) == [("/en/van-ban/cong-van/", "vi", "Công văn của xa-b")]
    assert found(visit(b, ENGLISH, q="221")) == []


def test_the_province_finds_those_of_all_portals(decisions, visit, a):
    assert sorted(found(visit(a, ENGLISH, q="44/QĐ-UBND", **WIDE))) == [
        ("/en/van-ban/nuoc-sach/", "vi", "Quyết định của xa-a"),
        ("http://xa-b.localhost/en/van-ban/nuoc-sach/", "vi", "Quyết định của xa-b"),
    ]


def test_what_is_translated_is_found_once_in_english(decisions, visit, entries, a, b):
    page = make_document(a, "Kế hoạch", slug="ke-hoach", number="45/KH-UBND", **TRANSLATED)
    make_document(b, "Kế hoạch", number="45/KH-UBND")
    assert not entries(page)["en"].deleted
    assert found(visit(a, ENGLISH, q="45/KH-UBND")) == [("/en/van-ban/ke-hoach/", "", "Plan of the commune")]
    page.title_en = page.abstract_en = ""
    page.save_revision().publish()
    assert entries(page)["en"].deleted
    assert found(visit(a, ENGLISH, q="45/KH-UBND")) == [("/en/van-ban/ke-hoach/", "vi", "Kế hoạch")]


def test_words_and_mentions_stay_in_their_language(decisions, visit, titles, a):
    make_article(a, "Họp bàn", lead="Theo Quyết định 44/QĐ-UBND.")
    assert found(visit(a, ENGLISH, q="quyết định của")) == []
    assert titles("44/QĐ-UBND", a, lang="en") == ["Quyết định của xa-a"]
    assert set(titles("44/QĐ-UBND", a)) == {"Quyết định của xa-a", "Họp bàn"}


def test_what_is_taken_down_is_not_found(decisions, visit, a, b):
    make_document(a, "Nháp", number="46/QĐ-UBND", live=False)
    page = make_document(a, "Gỡ rồi", number="47/QĐ-UBND")
    make_document(b, "Của B", number="47/QĐ-UBND")
    page.unpublish()
    assert found(visit(a, ENGLISH, q="46/QĐ-UBND")) == found(visit(a, ENGLISH, q="47/QĐ-UBND")) == []


@pytest.mark.parametrize("wide", [False, True])
def test_one_and_thirty_cost_the_same_queries(a, b, django_assert_num_queries, wide):
    for number in range(15):
        for portal in (a, b):
            make_document(portal, f"Quyết định {number}", number=f"7/{2000 + number}/QĐ-UBND", **TRANSLATED)
            make_document(portal, f"Công văn {number}", number=f"7/{2000 + number}/UBND-VP")
    make_document(a, "Một", number="8/QĐ-UBND")
    scope = SearchScope.province() if wide else SearchScope.portals([a])
    find("7", scope=scope, lang="en")  # the hosts are in the cache now
    for typed, total in (("8", 1), ("7", 60 if wide else 30)):
        with django_assert_num_queries(5):
            assert find(typed, scope=scope, lang="en").total == total
    seen = [hit.url for page in range(1, 4 + 3 * wide) for hit in find("7", scope=scope, lang="en", page=page).hits]
    assert len(set(seen)) == len(seen) == (60 if wide else 30)


def test_an_engine_that_gives_vietnamese_words_away_is_stopped(decisions, monkeypatch, a, entries):
    page = make_article(a, "Chợ phiên")
    number = entries(page)["vi"].pk
    monkeypatch.setattr(engine(), "find", lambda *args, **kwargs: [(number, 1.0)])
    with pytest.raises(OutOfScope):
        find("44/QĐ-UBND", scope=SearchScope.portals([a]), lang="en")
