"""What was written for each portal: whole, in two languages where that is claimed, and pointing at what exists."""

import pytest

from cms.pages.models.locality import Topic
from cms.pages.phones import PHONE
from demo.loading.dates import day_from
from demo.loading.reading import read_portals, read_yaml
from demo.loading.sections.contents import content_of, rich, words_of, written_portals
from demo.loading.sections.papers import KINDS
from demo.loading.sections.rosters import _rows
from demo.loading.staff import phone_of
from demo.maps import SIDES
from demo.pictures import KINDS as PICTURES

WRITTEN = written_portals()
LOCALITIES = [slug for slug in WRITTEN if content_of(slug, "locality")]
PAPERS = [(slug, entry) for slug in WRITTEN for part in KINDS for entry in content_of(slug, part) or []]


def test_one_portal_of_each_level_and_group_has_texts_of_its_own():
    rows = read_portals()
    assert {(rows[slug]["level"], rows[slug]["group"]) for slug in WRITTEN} == {
        (row["level"], row["group"]) for row in rows.values()
    }


@pytest.mark.parametrize("slug", WRITTEN)
def test_a_history_has_a_story_and_milestones_in_two_languages(slug):
    history = content_of(slug, "history")
    assert history["story"] and history["story_en"]
    assert len(history["milestones"]) >= 5
    assert all(str(years)[:4].isdigit() and text and english for years, text, english in history["milestones"])


@pytest.mark.parametrize("slug", LOCALITIES)
def test_a_locality_has_a_map_in_words_and_five_topics_in_two_languages(slug):
    locality = content_of(slug, "locality")
    assert set(locality["topics"]) == set(Topic.values)
    assert all(topic["picture"] in PICTURES for topic in locality["topics"].values())
    assert all(len(topic["body"].split()) > 40 and topic["body_en"] for topic in locality["topics"].values())
    assert set(locality["map"]["around"]) == set(SIDES) and locality["map"]["alt_en"]
    places = [name.lower() for name, _x, _y in locality["map"]["marks"]]
    assert [name for name in places if name not in locality["map"]["alt"].lower()] == []


def test_localities_are_the_portals_that_must_introduce_one():
    rows = read_portals()
    assert {rows[slug]["level"] for slug in LOCALITIES} == {"province", "district", "commune"}
    assert all(rows[slug]["level"] == "department" for slug in WRITTEN if slug not in LOCALITIES)


@pytest.mark.parametrize("slug", WRITTEN)
def test_keys_of_documents_are_unique_in_a_portal(slug):
    keys = [entry["key"] for owner, entry in PAPERS if owner == slug]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("slug", WRITTEN)
def test_documents_show_every_relation_and_one_known_by_its_number_only(slug):
    keys = {entry["key"] for owner, entry in PAPERS if owner == slug}
    rows = [row for entry in content_of(slug, "documents") for row in entry.get("relations", [])]
    assert {"replaces", "repeals"} <= {row[0] for row in rows}
    assert any("partly" in row for row in rows)
    assert any(row[1] not in keys for row in rows) and any(row[1] in keys for row in rows)


@pytest.mark.parametrize(("slug", "entry"), PAPERS, ids=[f"{slug}:{entry['key']}" for slug, entry in PAPERS])
def test_a_document_was_issued_before_it_was_published_and_outside_the_quarter_that_is_counted(slug, entry, today):
    published = day_from(entry["published"], today=today)
    assert day_from(entry["issued"], today=today) <= published < today
    assert isinstance(entry["published"], int) and entry["published"] < 0
    assert entry["abstract"] and entry["field"]
    assert ("en" in entry) == ("abstract_en" in entry)


@pytest.mark.parametrize("slug", WRITTEN)
def test_who_has_a_duty_is_somebody_of_the_register(slug):
    roster = content_of(slug, "roster")
    known = {"head", "first", "second", *(row["key"] for row in _rows(content_of(slug, "units")))}
    duties = roster["board"] + roster["spokespersons"]
    assert {row["who"] for row in duties} <= known
    assert len(roster["board"]) >= 3 and roster["board"][0]["duties_en"]


@pytest.mark.parametrize("slug", WRITTEN)
def test_units_are_a_tree_with_functions_decisions_and_two_focal_officials_or_more(slug):
    units = list(_rows(content_of(slug, "units")))
    assert any(row.get("children") for row in units)
    assert all(row["functions"] and row["functions_en"] and row["en"] for row in units)
    assert sum("decision" in row for row in units) >= 4
    assert sum("focal" in row for row in units) >= 2


def test_a_former_leader_of_every_portal_has_a_biography_that_counts():
    for slug in WRITTEN:
        former = content_of(slug, "roster")["former"][0]
        assert len(former["biography"]) >= 200 and former["from"] < former["to"]


def test_declarations_name_portals_and_sections_that_exist_and_one_waits_for_its_head():
    entries = read_yaml("content/nil.yaml")
    assert {entry["portal"] for entry in entries} <= set(read_portals())
    assert {entry["section"] for entry in entries} == {"treaties", "special_documents"}
    assert [entry["portal"] for entry in entries if not entry["signed"]] == ["phuong-sa-pa"]


def test_a_text_says_that_it_is_an_example_and_escapes_what_it_holds():
    assert rich("Một < hai.\n\nBa.") == "<p>Một &lt; hai.</p><p>Ba.</p><p>Nội dung minh họa.</p>"
    assert rich("One.", english=True).endswith("<p>Demonstration content.</p>")
    assert rich("") == ""


def test_two_portals_say_their_own_names():
    one, other = words_of("xa-ta-phin"), words_of("phuong-sa-pa", year=2026)
    assert (one["org"], other["Org"]) == ("Ủy ban nhân dân xã Tả Phìn", "Ủy ban nhân dân phường Sa Pa")
    assert other["year"] == 2026 and "year" not in one


def test_telephone_numbers_are_of_an_exchange_that_is_not_in_use():
    numbers = {phone_of(slug, line) for slug in WRITTEN for line in range(99)}
    assert all(number.startswith("0214 3000 ") for number in numbers)
    for number in numbers:
        PHONE(number)
