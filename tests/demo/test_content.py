"""The demonstration's texts: whole, in season, in two languages where that is claimed, and marked as examples."""

import string
from datetime import date

import pytest

from demo.loading.dates import CUTOFF
from demo.loading.invented import MARK
from demo.loading.places import place_of
from demo.loading.reading import read_folder, read_portals, read_yaml
from demo.loading.staff import members_of
from demo.loading.writing import slots, write_story
from demo.pictures import KINDS

ARTICLES = {article["key"]: article for article in read_folder("articles")}
DOCUMENTS = {document["key"]: document for document in read_folder("documents")}
COMMON = {"place", "org", "parent", "day", "month", "village", "district", "commune"}


def paragraphs_of(text):
    return [part for part in text.strip().split("\n\n") if part.strip()]


def slots_in(*texts):
    return {name.lower() for text in texts for _t, name, _f, _c in string.Formatter().parse(text) if name}


def test_there_are_at_least_sixty_articles_with_different_bodies():
    assert len({article["body"] for article in ARTICLES.values()}) >= 60
    assert len(ARTICLES) == len(read_folder("articles"))


@pytest.mark.parametrize("key", ARTICLES)
def test_an_article_has_three_to_six_paragraphs_of_a_believable_length(key):
    body = ARTICLES[key]["body"]
    assert 3 <= len(paragraphs_of(body)) <= 6
    assert 120 <= len(body.split()) <= 300
    assert all(len(paragraph.split()) > 12 for paragraph in paragraphs_of(body))


@pytest.mark.parametrize("key", ARTICLES)
def test_every_slot_of_an_article_can_be_filled_and_every_number_is_used(key):
    article = ARTICLES[key]
    own = {*article.get("numbers", {}), *article.get("people", {})}
    used = slots_in(article["title"], article["lead"], article["body"])
    assert used <= own | COMMON
    assert own <= used


@pytest.mark.parametrize("key", ARTICLES)
def test_an_article_is_of_the_first_quarter_or_the_weeks_before(key):
    first, last = ARTICLES[key]["window"]
    assert date(2023, 11, 1) <= first < last <= CUTOFF


@pytest.mark.parametrize("key", [key for key, article in ARTICLES.items() if "en" in article])
def test_an_english_version_is_complete(key):
    vietnamese, english = ARTICLES[key], ARTICLES[key]["en"]
    own = {*vietnamese.get("numbers", {}), *vietnamese.get("people", {})}
    assert sorted(english) == ["body", "lead", "title"]
    assert len(paragraphs_of(english["body"])) >= 3 and len(english["body"].split()) >= 100
    assert slots_in(*english.values()) <= own | COMMON - {"village", "parent"}


def test_about_twenty_five_articles_have_an_english_version():
    assert sum("en" in article for article in ARTICLES.values()) >= 25


@pytest.mark.parametrize("key", ARTICLES)
def test_an_article_names_a_picture_that_can_be_drawn_and_readers_that_exist(key):
    known = {word for slug in read_portals() for word in place_of(slug).audience}
    assert ARTICLES[key]["picture"] in KINDS
    assert ARTICLES[key]["alt"]
    assert set(ARTICLES[key]["for"]) <= known


def test_every_person_in_a_story_is_marked_as_an_example(rng):
    for article in ARTICLES.values():
        place = place_of("xa-ta-phin")
        values = slots(article, place, rng=rng, day=article["window"][0])["vi"]
        assert all(values[name].endswith(MARK) for name in article.get("people", {}))


def test_every_leader_of_every_portal_is_marked_as_an_example():
    members = [member for slug in read_portals() for member in members_of(slug)]
    assert len(members) > 300
    assert [member.name for member in members if not member.name.endswith(MARK)] == []


def test_two_places_tell_one_story_with_their_own_names(rng):
    article = ARTICLES["trong-cay-dau-xuan"]
    day = article["window"][0]
    one, other = (write_story(article, place_of(slug), rng=rng, day=day) for slug in ("xa-ta-phin", "xa-dong-tuyen"))
    assert one.title == "Xã Tả Phìn phát động Tết trồng cây đầu xuân Giáp Thìn"
    assert other.title == "Xã Đồng Tuyển phát động Tết trồng cây đầu xuân Giáp Thìn"
    assert "Tả Phìn" not in other.title + other.lead + other.body
    assert one.title_en == "Tả Phìn Commune opens its New Year tree-planting season"


@pytest.mark.parametrize("key", DOCUMENTS)
def test_an_invented_document_says_what_it_is_about(key):
    document = DOCUMENTS[key]
    assert document["title"] and document["abstract"] and document["field"]
    assert slots_in(document["title"], document["abstract"]) <= {
        "org",
        "place",
        "month",
        "quarter",
        "office",
        "district",
    }


def test_the_five_source_documents_leave_unknown_what_they_do_not_say():
    known = {
        entry["key"]: (entry["number"], entry["issue_precision"], entry["signer"])
        for entry in read_yaml("documents.yaml")
    }
    assert known == {
        "don-doc-cung-cap-thong-tin-2022": ("3098/UBND-BBT", "day", "Trịnh Xuân Trường"),
        "bao-cao-cong-quy-1-2024": ("", "month", "Trịnh Xuân Trường"),
        "chi-thi-cong-khai-minh-bach": ("", "unknown", ""),
        "chan-chinh-trang-thong-tin-vung-tau": ("", "month", "Vũ Hồng Thuấn"),
        "khai-thac-cong-cap-xa-binh-son": ("", "year", "Phạm Quang Sự"),
    }
