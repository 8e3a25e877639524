"""Splitting a question between units: two parts at least, each with its own clock from then on, both shown."""

import re

from django.utils import timezone

from cms.questions.actions import ask_back
from cms.questions.models import Question
from tests.factories.questions import events_of
from tests.questions.screens import again

from .conftest import address, doing

REASON = {"reason": "two-fields", "words": ""}


def form(*parts, **data):
    """The formset as a browser sends it."""
    sent = {"parts-TOTAL_FORMS": str(len(parts)), "parts-INITIAL_FORMS": "2", "parts-MIN_NUM_FORMS": "2"}
    for number, (unit, text) in enumerate(parts):
        sent |= {f"parts-{number}-unit": unit, f"parts-{number}-slug": "", f"parts-{number}-text": text}
    return {**sent, **REASON, **data}


def parts_of(question):
    return list(Question._base_manager.filter(parent=question.pk).select_related("portal").order_by("pk"))


def split(client, question, *parts, **data):
    about = {"version": again(question).version}
    return client.post(doing(question, "split"), {**form(*parts), **about, **data}, follow=True)


ROAD, SCHOOL = ("Xã An Bình", "Bao giờ sửa đường?"), ("binh yen", "Bao giờ xây trường?")


def test_the_form_begins_with_ourselves_and_the_whole_text_twice(officer, ours):
    page = officer.get(doing(ours, "split")).text
    assert page.count(ours.text) >= 3 and 'value="Xã An Bình"' in page  # above the form, and in each part
    assert f"hạn {ours.due_on:%d/%m/%Y}" in page


def test_each_unit_gets_its_part_and_the_file_shows_both_clocks(officer, ours, theirs, a, b):
    answer = split(officer, ours, ROAD, SCHOOL)
    road, school = parts_of(ours)
    assert [(road.portal, road.text), (school.portal, school.text)] == [(a, ROAD[1]), (b, SCHOOL[1])]
    assert (road.due_on, school.due_on, again(ours).is_split) == (ours.due_on, ours.due_on, True)
    assert answer.redirect_chain[-1][0] == address(ours)
    section = answer.text.partition('id="case-parts"')[2].partition("</section>")[0]
    assert "Xã An Bình" in section and "Xã Bình Yên" in section and section.count(f"hạn {ours.due_on:%d/%m/%Y}") == 2
    assert address(road) in section and address(school) not in section
    assert SCHOOL[1] not in section  # what the other unit has to answer is in its own file


def test_the_clocks_go_apart_from_then_on(officer, ours, staff_a, a):
    split(officer, ours, ROAD, SCHOOL)
    road, _school = parts_of(ours)
    ask_back(road.pk, portal=a, text="Đường nào?", by=staff_a.officer, now=timezone.now())
    section = officer.get(address(ours)).text.partition('id="case-parts"')[2].partition("</section>")[0]
    assert section.count("Tạm dừng tính hạn từ") == 1


def test_a_part_names_the_whole(officer, other_officer, ours):
    split(officer, ours, ROAD, SCHOOL)
    road, school = parts_of(ours)
    for text in (officer.get(address(road)).text, other_officer.get(address(school)).text):
        assert f"số {ours.pk}<" in text and ours.code not in text
    assert other_officer.get(address(road)).status_code == other_officer.get(address(ours)).status_code == 404
    assert school.text not in officer.get(address(school)).text


def test_one_more_part_keeps_all_that_was_typed(officer, ours, department):
    data = {"one-more": "1", "words": "Vì hai việc."}
    page = split(officer, ours, ROAD, ("binh yen", "Xây trường?"), **data).text
    assert 'name="parts-2-unit"' in page and not parts_of(ours)
    assert all(words in page for words in ("Xây trường?", 'value="binh yen"', "Vì hai việc."))
    split(officer, ours, ROAD, SCHOOL, ("so thu", "Bao giờ có điện?"))
    assert [part.portal.slug for part in parts_of(ours)] == ["xa-a", "xa-b", "so-a"]


def test_a_part_that_was_added_and_left_empty_is_none(officer, ours):
    split(officer, ours, ROAD, SCHOOL, ("", ""))
    assert len(parts_of(ours)) == 2


def test_wrong_parts_are_said_and_nothing_is_split(officer, ours):
    wrong = {
        "Hãy gõ tên đơn vị.": (ROAD, ("", "Xây trường?")),
        "Hãy viết nội dung của phần này.": (ROAD, ("binh yen", " ")),
        "Không thấy đơn vị nào": (ROAD, ("máy bay", "Xây trường?")),
        "Hai phần giống hệt nhau": (ROAD, ROAD),
    }
    for words, parts in wrong.items():
        assert words in split(officer, ours, *parts).text
    assert "Hãy chọn hoặc viết lý do." in split(officer, ours, ROAD, SCHOOL, reason="").text
    assert (parts_of(ours), again(ours).version) == ([], ours.version)


def test_numbers_that_are_none_break_nothing(officer, ours):
    for number in ("x", "-1", "99999999999", ""):
        for data in ({}, {"one-more": "1"}):
            answer = split(officer, ours, ROAD, SCHOOL, **{"parts-TOTAL_FORMS": number}, **data)
            assert answer.status_code == 200 and not parts_of(ours)


def test_who_splits_too_late_keeps_the_parts(officer, ours, staff_a, a):
    old = ours.version
    ask_back(ours.pk, portal=a, text="Ở đâu?", by=staff_a.head, now=timezone.now())
    page = split(officer, ours, ROAD, SCHOOL, version=old).text
    assert str(staff_a.head) in page and SCHOOL[1] in page and not parts_of(ours)
    version = re.search(r'name="version" value="(\d+)"', page).group(1)
    split(officer, ours, ROAD, SCHOOL, version=version)
    assert len(parts_of(ours)) == 2


def test_the_other_portals_case_is_not_split(officer, theirs):
    assert officer.get(doing(theirs, "split")).status_code == 404
    assert officer.post(doing(theirs, "split"), form(ROAD, SCHOOL)).status_code == 404
    assert len(events_of(theirs)) == 1
