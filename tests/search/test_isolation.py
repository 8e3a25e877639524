"""A word planted in B's page never comes out of A's search."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.asking import SearchScope
from search.indexing import refresh, reindex
from search.models import SearchEntry
from search.queries import find
from tenants.scoping import current_scope, platform_scope
from tests.factories import make_article, make_document, make_portal, section_page

CANARY = "Hoàng Yến"
WORDS = ["chợ", "phiên", "hoàng", "yến", "tin", "chim", "hót", "77", "78", "QĐ", "UBND", "định", "77/QĐ-UBND"]


@pytest.fixture
def canaries(a, b):
    """The canary in every field of B's pages; A has pages that share every other word with them."""
    body = [("paragraph", f"<p>Chim {CANARY} hót ở chợ.</p>")]
    make_article(
        b,
        f"Chợ phiên {CANARY}",
        lead=f"Tin {CANARY}",
        body=body,
        title_en=f"Market {CANARY}",
        lead_en=CANARY,
        body_en=body,
    )
    make_document(b, f"Quyết định {CANARY}", number="77/QĐ-UBND", abstract=CANARY)
    make_article(
        a, "Chợ phiên", lead="Tin", title_en="Market", lead_en="News", body_en=body[:0] or [("heading", "Fair")]
    )
    make_document(a, "Quyết định", number="78/QĐ-UBND")


@pytest.mark.parametrize(
    "typed", [CANARY, "hoang yen", "HOÀNG YẾN", "hoang", "chim yen", "77/QĐ-UBND", "chợ phiên hoàng yến"]
)
def test_what_b_says_is_not_found_in_a(canaries, titles, a, typed):
    assert not [title for title in titles(typed, a) if CANARY in title]


def test_b_finds_its_own(canaries, titles, b):
    assert titles("hoang yen", b) == [f"Chợ phiên {CANARY}", f"Quyết định {CANARY}"]


def test_the_province_finds_both(canaries, titles):
    assert set(titles("chợ phiên")) == {"Chợ phiên", f"Chợ phiên {CANARY}"}


@pytest.mark.parametrize("path", ["/tim-kiem/", "/en/tim-kiem/"])
@pytest.mark.parametrize("typed", [CANARY, "hoang yen", "cho phien", "market", "77/qd-ubnd"])
def test_a_s_pages_never_show_b_s_words(canaries, visit, a, path, typed):
    text = visit(a, path, q=typed).content.decode()
    assert "xa-b" not in text
    assert text.count(CANARY) == text.count(typed) * (
        typed == CANARY
    )  # only where the visitor's own words are repeated


def test_a_page_moved_to_another_portal_is_found_there_only(canaries, titles, a, b):
    page = make_article(b, "Bài chuyển đi")
    page.move(section_page(a, "news"), "last-child")
    assert titles("bài chuyển đi", a)[0] == "Bài chuyển đi"
    assert "Bài chuyển đi" not in titles("bài chuyển đi", b)


def test_an_entry_whose_portal_is_not_the_page_s_is_not_shown(titles, a, b):
    page = make_article(b, "Bài lạc chỗ")
    with platform_scope():
        SearchEntry.objects.filter(page_number=page.pk).update(portal=a)
    assert titles("bài lạc chỗ", a) == []
    assert titles("bài lạc chỗ", b) == []
    assert titles("bài lạc chỗ") == []


def test_no_portals_find_nothing(canaries, db):
    assert find("chợ", scope=SearchScope.portals([]), lang="vi").total == 0


def test_many_portals_are_one_scope(titles, a, b):
    others = [make_portal(f"xa-{n}") for n in range(4)]
    for portal in [a, b, *others]:
        make_article(portal, f"Lễ hội {portal.slug}")
    assert sorted(titles("lễ hội", a, *others)) == sorted(f"Lễ hội {portal.slug}" for portal in [a, *others])
    wide = SearchScope.portals([*range(10_000, 10_300), a.pk])
    assert find("lễ hội", scope=wide, lang="vi").total == 1


def test_without_a_scope_no_entry_can_be_read(canaries):
    assert current_scope() is None
    assert SearchEntry.objects.count() == 0


def test_a_search_leaves_the_scope_as_it_was(canaries, titles, a):
    titles("chợ", a)
    titles("chợ")
    assert current_scope() is None


def test_making_one_portal_s_index_again_leaves_the_other_alone(canaries, entries, a, b):
    page = make_article(b, "Yên lành")
    before = entries(page)["vi"].version
    reindex([a.pk])
    refresh([section_page(a, "news").pk])
    assert entries(page)["vi"].version == before


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_no_combination_of_words_leaves_the_scope(canaries, a, typed):
    hits = find(typed, scope=SearchScope.portals([a]), lang="vi").hits
    assert {hit.portal.pk for hit in hits} <= {a.pk}
    assert not [hit for hit in hits if "Yến" in hit.title + hit.snippet]
