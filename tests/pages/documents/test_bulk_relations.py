"""Many relations at once: numbers are pasted, what was found is shown, one press saves."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.pages.legal.matching import MOST, State, match, numbers_in
from cms.pages.models import DocumentRelation, LegalDocumentPage
from tests.factories import make_document
from tests.factories.documents import act


def _address(page):
    return reverse("documents:relations", args=[page.pk])


def _states(page, text, kind="repeals"):
    return [(line.text, line.state.value) for line in match(page, kind, text)]


def _draft_targets(page):
    draft = LegalDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [row.target_id or row.target_number for row in draft.relations.all()]


def test_a_list_is_read_however_it_is_separated():
    assert numbers_in("1/QĐ, 2/QĐ;3/QĐ\n\n 4/QĐ \t5/QĐ\r\n- 6/QĐ") == [f"{n}/QĐ" for n in range(1, 7)]


@pytest.mark.parametrize(
    "typed",
    ["42/2022/NĐ-CP", "42/2022/nd-cp", "số 42-2022-NDCP", "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ"],
)
def test_a_number_is_matched_however_it_is_typed(a, b, typed):
    page = make_document(a)
    wanted = make_document(a, number="42/2022/NĐ-CP")
    make_document(b, number="42/2022/NĐ-CP")
    (line,) = match(page, "repeals", typed)
    assert (line.state, [found.number for found in line.candidates]) == (State.FOUND, [wanted.pk])


def test_each_number_is_told_apart(a, b):
    page = make_document(a, number="99/QĐ-UBND")
    make_document(a, "Đủ", number="3098/UBND-BBT")
    make_document(a, "Một", number="5/UBND-VP")
    make_document(a, "Hai", number="5/UBND-KT")
    make_document(b, "Của B", number="77/KH-UBND")
    text = "3098\n5\n77/KH-UBND\n99/QĐ-UBND\n3098/UBND-BBT\n3098\nkhông có số"
    assert _states(page, text) == [
        ("3098", "found"), ("5", "ambiguous"), ("77/KH-UBND", "missing"), ("99/QĐ-UBND", "itself"),
        ("3098/UBND-BBT", "found"), ("3098", "repeated"), ("không có số", "missing"),
    ]  # fmt: skip


def test_the_whole_number_is_preferred_and_no_figure_is_cut(a, b):
    page = make_document(a)
    whole = make_document(a, number="12/2024")
    make_document(a, number="12/2024/QĐ-UBND")
    make_document(b, number="12/2024")
    assert [found.number for found in match(page, "amends", "12/2024")[0].candidates] == [whole.pk]
    assert _states(page, "12/202") == [("12/202", "missing")]


def test_what_the_page_says_already_is_not_added_again(a, b):
    other = make_document(a, number="3098/UBND")
    page = act(make_document(a), "repeals", other, "55/2019/QĐ-UBND")
    make_document(b, number="3098/UBND")
    assert _states(page, "3098\n55/2019/QĐ-UBND") == [("3098", "there"), ("55/2019/QĐ-UBND", "there")]
    assert _states(page, "3098", kind="amends") == [("3098", "against")]  # it is repealed already


def test_two_hundred_numbers_cost_the_queries_of_one(a, b, plant_documents):
    page = make_document(a)
    numbers = [f"{n}/2019/QĐ-UBND" for n in range(100, 300)]
    plant_documents(a, numbers)
    plant_documents(b, numbers)
    costs = []
    for asked in (numbers[:1], numbers):
        draft = page.get_latest_revision_as_object()
        with CaptureQueriesContext(connection) as captured:
            lines = match(draft, "repeals", "\n".join(asked))
        costs.append(len(captured))
        assert {line.state for line in lines} == {State.FOUND}
    assert costs[0] == costs[1] <= 3


def test_an_editor_adds_what_was_found_to_the_draft_and_names_the_rest(enter, a, b):
    page = make_document(a, number="99/QĐ-UBND")
    first, second = make_document(a, number="1/QĐ-UBND"), make_document(a, "Bản hai", number="2/QĐ-UBND")
    make_document(b, "Bí mật của B", number="3/QĐ-UBND")
    editor = enter(a, "editor")
    assert "Tìm các văn bản này" in editor.get(_address(page)).text
    data = {"kind": "repeals", "numbers": "1/QĐ-UBND\n2\n3/QĐ-UBND\n4/QĐ-UBND\n99"}
    shown = editor.post(_address(page), data).text
    assert "Không tìm thấy 2 số" in shown and "là chính văn bản này" in shown and "Bí mật của B" not in shown
    chosen = {"luu": "1", "chon-0": str(first.pk), "chon-1": str(second.pk), "chon-2": "giu", "chon-4": str(page.pk)}
    assert editor.post(_address(page), {**data, **chosen}).status_code == 302
    assert _draft_targets(page) == [first.pk, second.pk, "3/QĐ-UBND"]
    assert not DocumentRelation.objects.filter(source=page).exists()  # until somebody publishes the draft


def test_a_chief_publishes_in_one_press_and_what_is_repealed_says_so(enter, visit, a, b):
    page = make_document(a, "Quyết định bãi bỏ", number="99/QĐ-UBND", effective_date=date(2024, 2, 1))
    olds = [make_document(a, number=f"{n}/2019/QĐ-UBND") for n in range(1, 4)]
    theirs = make_document(b, number="1/2019/QĐ-UBND")
    data = {"kind": "repeals", "numbers": "\n".join(old.number for old in olds), "dang": "1"}
    data |= {f"chon-{place}": str(old.pk) for place, old in enumerate(olds)}
    assert enter(a, "chief").post(_address(page), data).status_code == 302
    forces = LegalDocumentPage.objects.in_bulk([*(old.pk for old in olds), theirs.pk])
    assert [forces[old.pk].force for old in olds] == ["expired"] * 3
    assert forces[theirs.pk].force == "in_force"
    assert "Quyết định bãi bỏ" in visit(a, olds[0].url_path.replace("/xa-a", "")).text


def test_an_editor_cannot_publish_by_asking_for_it(enter, a, b):
    page, old = make_document(a, number="99/QĐ"), make_document(a, number="1/QĐ")
    make_document(b, number="1/QĐ")
    data = {"kind": "repeals", "numbers": "1/QĐ", "dang": "1", "chon-0": str(old.pk)}
    assert enter(a, "editor").post(_address(page), data).status_code == 302
    assert _draft_targets(page) == [old.pk]
    assert LegalDocumentPage.objects.get(pk=old.pk).force == "in_force"


def test_a_row_that_was_not_offered_is_not_taken(enter, a, b):
    page, theirs = make_document(a, number="99/QĐ"), make_document(b, number="1/QĐ")
    data = {"kind": "repeals", "numbers": "1/QĐ", "luu": "1", "chon-0": str(theirs.pk)}
    answer = enter(a, "editor").post(_address(page), data)
    assert (answer.status_code, _draft_targets(page)) == (200, [])
    assert "Chưa chọn văn bản nào" in answer.text


@pytest.mark.parametrize(("numbers", "told"), [("", "bắt buộc"), (" , ;\n", "ít nhất một"), ("1,", "")])
def test_an_empty_list_is_told_so(enter, a, b, numbers, told):
    page = make_document(a)
    answer = enter(a, "editor").post(_address(page), {"kind": "repeals", "numbers": numbers})
    assert (answer.status_code, told in answer.text) == (200, True)


def test_too_long_a_list_is_refused_and_kept_on_the_screen(enter, a, b):
    page = make_document(a)
    text = ",".join(f"{n}/QĐ" for n in range(MOST + 1))
    answer = enter(a, "editor").post(_address(page), {"kind": "repeals", "numbers": text})
    assert f"tối đa {MOST}" in answer.text and f"{MOST}/QĐ" in answer.text


def test_the_button_stands_in_the_edit_screen(enter, a, b):
    page, theirs = make_document(a), make_document(b)
    editor = enter(a, "editor")
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert _address(page) in shown and _address(theirs) not in shown


def test_nobody_reaches_another_portals_document(enter, a, b):
    theirs = make_document(b, number="1/QĐ")
    editor = enter(a, "editor")
    assert editor.get(_address(theirs)).status_code == 404
    assert editor.post(_address(theirs), {"kind": "repeals", "numbers": "1/QĐ"}).status_code == 404


def test_who_may_not_write_is_sent_away(enter, a, b):
    page = make_document(a)
    make_document(b)
    assert enter(a, "officer").get(_address(page)).status_code == 302


def test_a_locked_document_takes_no_relations(enter, a, b):
    page, other = make_document(a), make_document(b)
    LegalDocumentPage.objects.filter(pk=page.pk).update(locked=True)
    assert enter(a, "editor").get(_address(page)).status_code == 302
    assert enter(b, "editor").get(_address(other)).status_code == 200
