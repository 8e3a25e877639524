"""From page types to entries: what each says, in which language, and when."""

from datetime import date
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from search.asking import parse
from search.entries import EMPTIED, entry_values
from search.models import SearchEntry
from search.terms import INDEXED_CHARACTERS, entry_terms, number_terms
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, publish, section_page
from tests.factories.pages import local

FILLED = {
    "introduction": ({"functions": "<p>Tham mưu <b>quản lý</b></p>"}, "tham mưu quản lý"),
    "contact": ({"address": "Số 9 đường Mường Hoa", "phone": "0214 3840 003"}, "số 9 đường mường hoa 0214 3840 003"),
}


@pytest.mark.parametrize("code", FILLED)
def test_every_filled_page_type_says_its_text_without_markup(a, b, code):
    values, words = FILLED[code]
    for portal in (a, b):
        page = section_page(portal, code)
        for name, value in values.items():
            setattr(page, name, value)
        entry = entry_values(publish(page))[0]
        assert [entry["portal_id"], entry["section"]] == [portal.pk, code]
        assert words in " ".join(entry["body"].lower().split())
        assert "<" not in entry["body"]


def test_an_article_has_the_local_day_of_its_publication(a, b):
    for portal, moment in ((a, local(2024, 1, 1, hour=0)), (b, local(2023, 12, 31, hour=23))):
        page = make_article(portal, "Năm mới", at=moment)
        assert entry_values(page)[0]["published"] == moment.date()
        assert entry_values(page)[0]["year"] == moment.year


def test_a_document_has_its_day_of_issue_as_well_as_it_is_known(a, b):
    known = make_document(a, "Biết năm", issue_date=date(2021, 1, 1), issue_precision="year")
    unknown = make_document(b, "Không rõ", issue_date=None, issue_precision="unknown")
    assert [entry_values(known)[0][name] for name in ("published", "precision", "year")] == [
        date(2021, 1, 1),
        "year",
        2021,
    ]
    assert [entry_values(unknown)[0][name] for name in ("published", "precision", "year")] == [None, "unknown", None]


def test_each_language_has_its_own_words(a, b):
    make_article(b, "Chợ", title_en="Fair", lead="x", lead_en="y", body_en=[("heading", "z")])
    page = make_article(a, "Chợ", title_en="Market", lead="Tin", lead_en="News", body_en=[("heading", "Sunday")])
    vietnamese, english = entry_values(page)
    assert [vietnamese["uid"], vietnamese["title"], vietnamese["summary"]] == [f"page:{page.pk}:vi", "Chợ", "Tin"]
    assert [english["uid"], english["title"], english["summary"], english["body"]] == [
        f"page:{page.pk}:en",
        "Market",
        "News",
        "Sunday",
    ]


def test_what_is_too_long_is_cut_to_what_the_columns_hold(a, b):
    page = make_document(a, "T" * 255, number="9" * 60)
    make_document(b, "T")
    values = entry_values(page)[0]
    assert len(values["title"]) <= SearchEntry._meta.get_field("title").max_length
    assert len(values["doc_number"]) <= SearchEntry._meta.get_field("doc_number").max_length


def test_the_database_refuses_a_deleted_entry_with_words(a, b):
    for portal in (a, b):
        values = {
            "uid": f"page:0:{portal.slug}",
            "page_number": 0,
            "lang": "vi",
            "kind": "articlepage",
            "portal": portal,
        }
        with platform_scope(), pytest.raises(IntegrityError), transaction.atomic():
            SearchEntry.objects.create(**values, **{**EMPTIED, "title": "Còn chữ"})
        with platform_scope():
            assert SearchEntry.objects.create(**values, **EMPTIED).version == 1


def test_terms_of_an_entry():
    terms = entry_terms(SearchEntry(title="Đất đai", summary="Theo 5/QĐ-UBND", body="nhà ở", doc_number="7/NQ-HĐND"))
    assert terms.title == ["dat", "dai"]
    assert terms.title_pairs == ["dat_dai"]
    assert terms.body == ["theo", "5", "qd", "ubnd", "nha", "o", "7", "nq", "hdnd"]
    assert terms.body_pairs[:2] == ["theo_5", "5_qd"]
    assert terms.numbers == ["n7", "n7_nq", "n7_nqhdnd", "m5_qdubnd"]


def test_a_number_is_asked_for_as_one_s_own_and_as_mentioned():
    assert number_terms(parse("7/NQ-HĐND")) == ["n7_nqhdnd", "m7_nqhdnd"]
    assert number_terms(parse("nghị quyết")) == []


def test_a_book_is_indexed_up_to_a_limit():
    terms = entry_terms(SearchEntry(title="Sách", body="từ " * INDEXED_CHARACTERS))
    assert len(terms.body) <= INDEXED_CHARACTERS


def test_the_engine_s_tables_can_be_dropped_and_made_again(titles, a, b):
    migration = import_module("search.migrations.0002_engines")
    with connection.cursor() as cursor:
        for statement in migration.DROP[connection.vendor] + migration.CREATE[connection.vendor]:
            cursor.execute(statement)
    make_article(a, "Dựng lại"), make_article(b, "Dựng lại")
    assert titles("dung lai", a) == ["Dựng lại"]
