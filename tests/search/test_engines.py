"""The engine of the database in use: filters are filters, and what is forgotten is forgotten."""

import pytest
from django.db import connection

from search.asking import SearchScope, parse
from search.engines import engine, postgres, sqlite
from search.models import SearchEntry
from tenants.scoping import platform_scope


@pytest.fixture
def make(a):
    """make(title, portal=a, ...) -> a saved entry that the engine has taken in."""

    def entry(title, portal=a, **values):
        values = {"lang": "vi", "kind": "articlepage", **values}
        with platform_scope():
            number = SearchEntry.objects.count() + 1
            made = SearchEntry.objects.create(
                uid=f"page:{number}:{values['lang']}", page_number=number, portal=portal, title=title, **values
            )
        engine().index([made])
        return made

    return entry


def found(text, *portals, lang="vi", loose=False, limit=100, offset=0):
    scope = SearchScope.portals(portals) if portals else SearchScope.province()
    return [
        pk
        for pk, _score in engine().find(parse(text), scope=scope, lang=lang, limit=limit, offset=offset, loose=loose)
    ]


def counted(text, *portals, lang="vi", loose=False, most=100):
    scope = SearchScope.portals(portals) if portals else SearchScope.province()
    return engine().count(parse(text), scope=scope, lang=lang, most=most, loose=loose)


def test_the_kind_of_database_chooses():
    assert engine() is {"sqlite": sqlite, "postgresql": postgres}[connection.vendor]


def test_scope_and_language_are_filters(make, a, b):
    own, foreign, english = make("Lúa nương"), make("Lúa nương", b), make("Lúa nương", lang="en")
    assert found("lua nuong", a) == [own.pk]
    assert found("lua nuong", b) == [foreign.pk]
    assert sorted(found("lua nuong")) == [own.pk, foreign.pk]
    assert found("lua nuong", lang="en") == [english.pk]
    assert engine().find(parse("lua"), scope=SearchScope.portals([]), lang="vi", limit=9) == []
    assert engine().count(parse("lua"), scope=SearchScope.portals([]), lang="vi", most=9) == 0


def test_a_portal_whose_number_begins_alike_is_another_portal(make, a):
    make("Ruộng bậc thang")
    assert found("ruong", a.pk * 10) == []
    assert found("ruong", a.pk * 10 + 1) == []


def test_place_words_in_a_text_move_nothing(make, a, b):
    make(f"p{a.pk} vi lúa", b)
    assert found("lua", a) == []
    assert found(f"p{a.pk}", a) == []


def test_every_word_must_be_there_unless_loose(make, b):
    whole, part = make("Cấp thẻ căn cước công dân"), make("Căn cước")
    make("Căn cước", b)
    assert found("cấp thẻ căn cước", whole.portal) == [whole.pk]
    assert sorted(found("cấp thẻ căn cước", whole.portal, loose=True)) == [whole.pk, part.pk]
    assert counted("cấp thẻ căn cước", whole.portal) == 1
    assert counted("cấp thẻ căn cước", whole.portal, loose=True) == 2


def test_loose_needs_two_words_side_by_side(make, b):
    make("Thẻ bảo hiểm"), make("Cước phí", b)
    assert found("thẻ căn cước", loose=True) == []


def test_words_side_by_side_rank_above_scattered_ones(make, b):
    make("Sinh hoạt và khai thác"), make("Sinh viên khai giảng", b)
    near = make("Khai sinh và hoạt động")
    assert found("khai sinh")[0] == near.pk


def test_a_title_ranks_above_a_body(make, b):
    make("Khác", body="dịch tả lợn dịch tả lợn"), make("Khác", b, summary="dịch tả lợn")
    title = make("Dịch tả lợn")
    assert found("dich ta lon")[0] == title.pk


@pytest.mark.parametrize("typed", ["42/2022/NĐ-CP", "42", "42/2022", "42/2022/NDCP"])
def test_a_number_is_found_by_its_forms(make, b, typed):
    make("Nói 42/2022/NĐ-CP", b), make("Khác", doc_number="142/2022/NĐ-CP")
    document = make("Cổng thông tin", doc_number="42/2022/NĐ-CP")
    assert found(typed, document.portal) == [document.pk]


def test_scores_fall_and_windows_follow_one_another(make, a, b):
    made = [make("Cây chè " + "và " * n) for n in range(7)]
    make("Cây chè", b)
    scores = [
        score for _pk, score in engine().find(parse("cay che"), scope=SearchScope.portals([a]), lang="vi", limit=9)
    ]
    assert scores == sorted(scores, reverse=True)
    windows = (
        found("cay che", a, limit=3) + found("cay che", a, limit=3, offset=3) + found("cay che", a, limit=3, offset=6)
    )
    assert sorted(windows) == [entry.pk for entry in made]


def test_counting_stops(make, b):
    for _n in range(5):
        make("Quế")
    make("Quế", b)
    assert counted("que") == 6
    assert counted("que", most=4) == 4


def test_taken_in_anew_an_entry_is_found_by_its_new_words_only(make, b):
    make("Cũ", b)
    entry = make("Cũ")
    entry.title = "Mới"
    engine().index([entry])
    assert found("cu", entry.portal) == []
    assert found("moi", entry.portal) == [entry.pk]


def test_what_is_removed_is_not_found(make, b):
    entry, other = make("Thác Bạc"), make("Thác Bạc", b)
    engine().remove([entry.uid, "page:0:vi"])
    assert found("thac bac") == [other.pk]
    engine().remove([])


def test_tidying_forgets_what_belongs_to_no_living_entry(make, a, b):
    gone, dead, alive = make("Bỏ"), make("Bỏ"), make("Bỏ", b)
    with platform_scope():
        SearchEntry.objects.filter(pk=gone.pk).delete()
        SearchEntry.objects.filter(pk=dead.pk).update(deleted=True, title="")
    engine().tidy()
    assert found("bo") == [alive.pk]


def test_a_very_long_text_is_taken_in(make, b):
    entry = make(
        "Sách", body=" ".join(f"từ{n}" for n in range(60_000)) + " khai sinh" * 20_000, doc_number="1/" + "A-" * 25
    )
    make("Sách", b)
    assert found("từ59 sách", entry.portal) == [entry.pk]


def test_words_of_other_scripts_are_words(make, b):
    entry = make("中文 العربية Ω 🙂")
    make("中文", b)
    assert found("中文 العربية", entry.portal) == [entry.pk]
