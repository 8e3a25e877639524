"""A wrong section file stops the start, with a reason that names the file, the section and the fault."""

from datetime import date

import pytest
import yaml

from cms.pages import checks
from cms.pages.sections import loading
from cms.pages.sections.loading import InvalidSection, read_folder

MENU = {"code": "m", "title_vi": "M", "title_en": "M"}
BASIS = {"text": "Điều 1", "from": date(2020, 1, 1), "to": date(2020, 12, 31), "confidence": "H"}
ROW = {"code": "x", "number": 1, "vi": "X", "en": "X", "slug": "x", "mandatory": ["P"], "bases": [BASIS]}


@pytest.fixture
def read(tmp_path):
    """read(row, ...) -> {code: Section} of a folder with one file of these rows."""

    def load(*rows, menu=MENU, **more):
        text = yaml.safe_dump({"menu": menu, "sections": list(rows), **more}, allow_unicode=True)
        (tmp_path / "10-a.yaml").write_text(text, encoding="utf-8")
        return read_folder(tmp_path)[1]

    return load


def _without(*names):
    return {name: value for name, value in ROW.items() if name not in names}


def test_a_right_file_is_read(read):
    section = read(ROW)["x"]
    assert (section.title_vi, section.slug, section.page_type, section.menu) == ("X", "x", "SectionPage", "m")
    assert (section.mandatory, section.optional, section.fresh_days, section.fresh_slots) == ({"P"}, set(), None, ())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"colour": "red"}, "unknown keys .'colour'"),
        ({"mandatory": ["Q"]}, "unknown columns .'Q'"),
        ({"optional": ["P"]}, "both mandatory and optional"),
        ({"mandatory": ["P", "P"]}, "stand twice"),
        ({"mandatory": []}, "of no portal at all"),
        ({"code": "Tin tức"}, "the code 'Tin tức'"),
        ({"slug": "Tin tức"}, "the slug 'Tin tức'"),
        ({"number": "một"}, "the number 'một'"),
        ({"number": True}, "the number True"),
        ({"vi": " "}, "vi has no text"),
        ({"en": None}, "en has no text"),
        ({"nil_allowed": "yes"}, "nil_allowed is neither"),
        ({"built_in": 1}, "built_in is neither"),
        ({"fresh_days": 0}, "no number of days: 0"),
        ({"fresh_days": "30"}, "no number of days: '30'"),
        ({"fresh_days": 30, "fresh_slots": ["03-31"]}, "both fresh_days and fresh_slots"),
        ({"fresh_slots": []}, "fresh_slots is empty"),
        ({"fresh_slots": ["3-31"]}, "the slot '3-31' is not a month and a day"),
        ({"fresh_slots": ["13-01"]}, "the slot '13-01' is no day of every year"),
        ({"fresh_slots": ["02-29"]}, "the slot '02-29' is no day of every year"),
        ({"bases": [{"text": "Điều 1"}]}, "missing keys .'confidence', 'from'"),
        ({"bases": [{**BASIS, "until": date(2021, 1, 1)}]}, "unknown keys .'until'"),
        ({"bases": [{**BASIS, "confidence": "sure"}]}, "the confidence 'sure'"),
        ({"bases": [{**BASIS, "from": "2020"}]}, "from of 'Điều 1' is no date"),
        ({"bases": [{**BASIS, "to": date(2019, 12, 31)}]}, "'Điều 1' ends before it begins"),
        ({"bases": [BASIS, {**BASIS, "from": date(2020, 12, 31)}]}, "'Điều 1' stands twice for the same time"),
    ],
)
def test_a_wrong_row_is_refused(read, change, reason):
    row = {**ROW, **change}
    if reason.startswith("'Điều 1' stands"):
        row["bases"][1].pop("to")
    with pytest.raises(InvalidSection, match=f"10-a.yaml: .*{reason}"):
        read(row)


@pytest.mark.parametrize("name", ["code", "number", "vi", "en", "slug"])
def test_what_every_section_needs_must_be_there(read, name):
    with pytest.raises(InvalidSection, match=f"missing keys .'{name}'"):
        read(_without(name))


@pytest.mark.parametrize("change", [{"code": "y"}, {"slug": "y"}])
def test_neither_code_nor_address_stands_twice(read, change):
    with pytest.raises(InvalidSection, match="stands twice"):
        read(ROW, {**ROW, **change})


def test_the_same_law_may_return_after_a_gap(read):
    later = {**BASIS, "from": date(2021, 1, 1), "to": date(2021, 12, 31)}
    assert len(read({**ROW, "bases": [BASIS, later]})["x"].bases) == 2


def test_the_file_itself_is_checked(read, tmp_path):
    with pytest.raises(InvalidSection, match=r"unknown keys .'notes'"):
        read(ROW, notes="x")
    with pytest.raises(InvalidSection, match=r"missing keys .'title_en'"):
        read(ROW, menu={"code": "m", "title_vi": "M"})
    (tmp_path / "10-a.yaml").write_text("menu: [", encoding="utf-8")
    with pytest.raises(InvalidSection, match=r"10-a.yaml"):
        read_folder(tmp_path)
    (tmp_path / "10-a.yaml").write_text("just words", encoding="utf-8")
    with pytest.raises(InvalidSection, match="not a mapping"):
        read_folder(tmp_path)


def test_a_menu_stands_in_one_file(read, tmp_path):
    read(ROW)
    text = yaml.safe_dump({"menu": MENU, "sections": [{**ROW, "code": "y", "slug": "y"}]})
    (tmp_path / "20-b.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidSection, match=r"20-b.yaml: the menu m stands twice"):
        read_folder(tmp_path)


@pytest.mark.parametrize("page_type", ["NoSuchPage", "ArticlePage"])
def test_the_start_names_a_page_type_that_no_section_can_have(read, monkeypatch, page_type):
    sections = read({**ROW, "page_type": page_type})
    monkeypatch.setattr(loading, "_load", lambda: ({}, sections))
    (error,) = checks.sections_are_valid(None)
    assert (error.id, page_type in error.msg) == ("pages.E002", True)


def test_the_start_tells_of_a_wrong_file(read, monkeypatch):
    def broken():
        return read({**ROW, "colour": "red"})

    monkeypatch.setattr(loading, "_load", broken)
    (error,) = checks.sections_are_valid(None)
    assert (error.id, "colour" in error.msg) == ("pages.E001", True)


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2024, 3, 31), date(2023, 10, 1)),  # the slot of 31 March may still be filled today
        (date(2024, 4, 1), date(2024, 1, 1)),
        (date(2024, 6, 30), date(2024, 1, 1)),
        (date(2024, 7, 1), date(2024, 4, 1)),
        (date(2024, 12, 31), date(2024, 7, 1)),
        (date(2025, 1, 1), date(2024, 10, 1)),
    ],
)
def test_calendar_slots_say_since_when_content_is_fresh(read, day, since):
    row = {**ROW, "fresh_slots": ["12-31", "03-31", "06-30", "09-30"]}
    assert read(row)["x"].fresh_since(day) == since


def test_one_slot_a_year_reaches_over_two_years(read):
    section = read({**ROW, "fresh_slots": ["02-15"]})["x"]
    assert [section.fresh_since(date(2024, 2, day)) for day in (15, 16)] == [date(2022, 2, 16), date(2023, 2, 16)]


def test_days_count_back_and_no_rule_says_nothing(read):
    assert read({**ROW, "fresh_days": 90})["x"].fresh_since(date(2024, 3, 31)) == date(2024, 1, 1)
    assert read(ROW)["x"].fresh_since(date(2024, 3, 31)) is None
