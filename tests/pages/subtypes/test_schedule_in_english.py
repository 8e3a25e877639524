"""A working calendar in English: what is done is translated row by row, and what is not says which language it is."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from wagtail.models import Revision

from cms.pages.models import WorkSchedulePage
from tests.factories import make_schedule

from .conftest import words

PATH = "/chi-dao-dieu-hanh/lich/"
ROW = {"content": "Họp giao ban", "person": "Chủ tịch", "place": "Tầng 2"}
NOTICE = 'class="notice notice--info'
ENGLISH = {"content_en": "Weekly meeting", "person_en": "Chairperson", "place_en": "2nd floor"}


def calendar(portal, today, *rows, title_en="Week"):
    entries = [{"day": today, "time": time(8), **row} for row in rows]
    return make_schedule(portal, today, today, entries, title="Lịch", title_en=title_en)


def cells(main):
    """[(words, language)] of the cells of the only row that is asked for, or of all."""
    return [(words(cell), cell.get("lang", "")) for cell in main.select("tbody td")]


def test_each_language_has_its_own_words(read, a, b, today):
    calendar(a, today, ROW | ENGLISH)
    calendar(b, today, ROW)
    assert cells(read(a, PATH)) == [("Họp giao ban", ""), ("Chủ tịch", ""), ("Tầng 2", "")]
    assert cells(read(a, f"/en{PATH}")) == [("Weekly meeting", ""), ("Chairperson", ""), ("2nd floor", "")]


def test_what_a_row_does_not_say_in_english_is_marked_as_vietnamese(read, a, b, today):
    calendar(a, today, ROW | {"content_en": "Weekly meeting"}, ROW | {"time": None})
    calendar(b, today, ROW | ENGLISH)
    main = read(a, f"/en{PATH}")
    assert cells(main) == [
        ("Họp giao ban", "vi"), ("Chủ tịch", "vi"), ("Tầng 2", "vi"),
        ("Weekly meeting", ""), ("Chủ tịch", "vi"), ("Tầng 2", "vi"),
    ]  # fmt: skip
    assert words(main.select_one("tbody th")) == "All day" and not main.select("tbody[lang], tbody th[lang]")


def test_a_calendar_of_which_only_the_title_is_english_is_vietnamese_and_says_so(visit, a, b, today):
    page = calendar(a, today, ROW)
    theirs = calendar(b, today, ROW | ENGLISH)
    assert (page.has_english, theirs.has_english) == (False, True)
    text, english = (visit(portal, f"/en{PATH}").content.decode() for portal in (a, b))
    assert NOTICE in text and "Weekly meeting" not in text
    assert NOTICE not in english


def test_a_calendar_without_rows_is_english_by_its_title(a, b, today):
    assert calendar(a, today).has_english
    assert not calendar(b, today, title_en="").has_english


def test_english_words_of_rows_are_found_in_english_alone(a, b, today):
    page, theirs = calendar(a, today, ROW | ENGLISH), calendar(b, today, ROW)
    assert page.search_record("vi")["body"] == theirs.search_record("vi")["body"] == "Họp giao ban Chủ tịch"
    assert page.search_record("en")["body"] == "Weekly meeting Chairperson"
    assert theirs.search_record("en")["body"] == ""


@pytest.mark.parametrize("suffixes", [("vi", "en"), ("vi",)])
def test_a_revision_from_before_there_were_two_columns_keeps_its_words(a, b, today, suffixes):
    page = calendar(a, today, ROW)
    calendar(b, today, ROW)
    revision = page.save_revision()
    for row in revision.content["entries"]:
        for name in ("content", "person", "place"):
            row[name] = f"Cũ: {row[name]}"
            for suffix in suffixes:
                row.pop(f"{name}_{suffix}")
    revision.save()
    Revision.objects.get(pk=revision.pk).publish()
    row = WorkSchedulePage.objects.get(pk=page.pk).entries.get()
    assert (row.content_vi, row.person_vi, row.place_vi) == ("Cũ: Họp giao ban", "Cũ: Chủ tịch", "Cũ: Tầng 2")


def test_the_form_offers_both_languages_and_names_what_is_missing(enter, a, b, today):
    page, theirs = calendar(a, today, ROW), calendar(b, today, ROW)
    editor = enter(a, "editor")
    text = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert all(f'name="entries-0-{name}"' in text for name in [*ROW, *ENGLISH])
    assert "entries.content" not in text
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[theirs.pk])).status_code in (302, 403, 404)


def test_thirty_rows_cost_what_one_does_in_english_too(count, a, b, today):
    calendar(a, today, ROW | ENGLISH)
    calendar(b, today, *[ROW | ENGLISH | {"time": None, "day": today + timedelta(days=day)} for day in range(30)])
    assert count(a, f"/en{PATH}") == count(b, f"/en{PATH}")
