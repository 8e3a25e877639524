"""Cases from another system: every row checked, all or none, each once by its code; what happened is not judged."""

import csv
import io
import json
from unicodedata import normalize

import pytest
from django.core.management import CommandError, call_command

from cms.questions.history import faults
from cms.questions.importing import COLUMNS
from cms.questions.models import CaseEvent, Question
from tenants.models import Portal
from tenants.models.append_only import AppendOnlyError
from tenants.scoping import platform_scope, portal_scope
from tests.factories.pages import local
from tests.questions.importing import ANSWERED, FORWARDED, REMOVED, bring, row

BAD = {
    "no code": ({"code": ""}, "code"),
    "no text": ({"text": ""}, "text"),
    "no portal": ({"portal": ""}, "portal"),
    "unknown portal": ({"portal": "xa-zzz"}, "xa-zzz"),
    "unknown receiver": ({**FORWARDED, "forwarded_to": "xa-zzz"}, "xa-zzz"),
    "forwarded to oneself": ({**FORWARDED, "forwarded_to": "xa-a"}, "forwarded_to"),
    "forwarded to nobody": ({"forwarded_at": "2024-01-03T09:00:00+07:00"}, "forwarded_to"),
    "unknown kind": ({"kind": "to-cao"}, "to-cao"),
    "no time of asking": ({"asked_at": ""}, "asked_at"),
    "a time without an offset": ({"asked_at": "2024-01-02T09:00:00"}, "ISO 8601"),
    "no time at all": ({"asked_at": "hôm qua"}, "hôm qua"),
    "a day that is no date": ({"extended_to": "31/01/2024", "extension_reason": "x"}, "31/01/2024"),
    "received before asked": ({"received_at": "2024-01-01T09:00:00+07:00"}, "received_at"),
    "answered before asked": ({**ANSWERED, "answered_at": "2024-01-01T09:00:00+07:00"}, "answered_at"),
    "answered before received": ({**ANSWERED, "received_at": "2024-01-11T09:00:00+07:00"}, "answered_at"),
    "forwarded after answered": (
        {**ANSWERED, **FORWARDED, "forwarded_at": "2024-01-11T09:00:00+07:00"},
        "answered_at",
    ),
    "removed before asked": ({**REMOVED, "removed_at": "2023-01-11T09:00:00+07:00"}, "removed_at"),
    "in the future": ({**ANSWERED, "answered_at": "2025-06-02T09:00:00+07:00"}, "tương lai"),
    "extended without a reason": ({"extended_to": "2024-02-01"}, "extension_reason"),
    "unlisted title": ({**ANSWERED, "signer_title": "Tổ trưởng dân phố"}, "Tổ trưởng dân phố"),
    "answered under no title": ({**ANSWERED, "signer_title": ""}, "signer_title"),
    "answer that nobody signed": ({"answer": "Trong quý II."}, "answered_at"),
    "removed without a reason": ({**REMOVED, "removal_reason": ""}, "removal_reason"),
    "removed for no known cause": ({**REMOVED, "removal": "spam"}, "spam"),
    "removed and answered": ({**REMOVED, **ANSWERED, "removed_at": "2024-01-12T09:00:00+07:00"}, "loại bỏ"),
    "removed, with an answer that has no time": ({**REMOVED, "answer": "Trong quý II."}, "loại bỏ"),
    "shown somehow": ({"visibility": "half"}, "half"),
    "extended to a day before the question": (
        {"extended_to": "2024-01-01", "extension_reason": "Chờ."},
        "extended_to",
    ),
    "a reason to extend, and no day": ({"extension_reason": "Chờ."}, "extended_to"),
    "a reason to remove, and no removal": ({"removal_reason": "Trùng."}, "removal"),
    "removed at a time, and for no cause": ({"removed_at": "2024-01-05T09:00:00+07:00"}, "removal"),
    "removed before it was forwarded": (
        {**REMOVED, **FORWARDED, "removed_at": "2024-01-02T10:00:00+07:00"},
        "removed_at",
    ),
    "forwarded before received": ({**FORWARDED, "received_at": "2024-01-04T09:00:00+07:00"}, "forwarded_at"),
    "a time before all zones": ({"asked_at": "0001-01-01T00:00:00+14:00"}, "asked_at"),
    "a time after all zones": ({"asked_at": "9999-12-31T23:59:59-14:00"}, "asked_at"),
    "a day after all days": ({"extended_to": "9999-12-31", "extension_reason": "Chờ."}, "extended_to"),
    "before there was a rule": ({"asked_at": "2005-01-02T09:00:00+07:00"}, "thời hạn"),
    "a code of two lines": ({"code": "A\nB"}, "code"),
    "a code without end": ({"code": "A" * 65}, "64"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_have_happened_is_refused_with_its_row_and_nothing_is_recorded(a, b, case):
    values, named = BAD[case]
    outcome = bring(row(code="good", portal="xa-b"), row(**values))
    assert [number for number, _reason in outcome.refused] == [2] and named in outcome.refused[0][1]
    assert not Question._base_manager.exists() and not CaseEvent._base_manager.exists()


def test_each_bad_row_is_named(a, b):
    outcome = bring(row(text=""), row(code="2", portal="xa-b"), row(code="3", kind="x"))
    assert [number for number, _reason in outcome.refused] == [1, 3]


def test_a_code_stands_once_in_a_file(a, b):
    assert [number for number, _why in bring(row(), row(portal="xa-b")).refused] == [2]


def test_the_same_file_again_changes_nothing(a, b):
    rows = [row(**ANSWERED), row(code="2", portal="xa-b", **REMOVED), row(code="3", **FORWARDED)]
    first, second = bring(*rows), bring(*rows, row(code="4"))
    assert second.refused == []
    assert (first.created, first.unchanged) == (3, 0) and (second.created, second.unchanged) == (1, 3)
    assert Question._base_manager.count() == 4


def test_a_known_code_with_another_story_is_refused(a, b):
    bring(row())
    assert "nội dung khác" in bring(row(**ANSWERED)).refused[0][1]
    assert bring(row(portal="xa-b")).refused


def test_a_listed_title_that_may_not_sign_here_is_taken_and_marked(a, b):
    bring(row(**{**ANSWERED, "signer_title": "giám đốc  sở"}), row(code="2", portal="xa-b", **ANSWERED))
    told = {event.question.code: event.detail for event in _events("answered")}
    assert told["Q1"]["is_right"] is False and told["Q1"]["title"] == "Giám đốc Sở"
    assert told["2"]["is_right"] is True


def _events(kind):
    with platform_scope():
        return list(CaseEvent.objects.filter(kind=kind).select_related("question"))


def test_letters_composed_in_another_way_are_the_same(a, b):
    apart = normalize("NFD", "Chủ tịch Ủy ban nhân dân xã")
    bring(row(**{**ANSWERED, "signer_title": apart}, topic=normalize("NFD", "Đất đai")), row(code="2", portal="xa-b"))
    assert _events("answered")[0].detail["title"] == "Chủ tịch UBND xã"
    assert Question._base_manager.get(code="Q1").topic == "Đất đai"


def test_the_same_row_written_otherwise_is_the_same_row(a, b):
    bring(row(**ANSWERED, topic="Đất đai"), row(code="2", portal="xa-b"))
    other = row(**ANSWERED, topic=normalize("NFD", " Đất đai "), kind="hoi-dap", visibility="hidden")
    again = bring(other | {"asked_at": "2024-01-02T02:00:00Z", "signer_title": "chủ tịch ubnd xã"})
    assert (again.created, again.unchanged, again.refused) == (0, 1, [])


def test_what_happened_here_since_does_not_make_a_known_row_another(a, b):
    """Forwarded, renamed and shown otherwise after the import: the row is still the one that was brought."""
    bring(row(), row(code="2", portal="xa-b"))
    Question._base_manager.filter(code="Q1").update(portal=b, topic="Đất đai", visibility="private", text="Sửa.")
    assert bring(row()).unchanged == 1


def test_a_code_of_a_question_asked_here_is_taken(a, b):
    bring(row(), row(code="2", portal="xa-b"))
    asked = Question._base_manager.get(code="Q1")
    Question._base_manager.filter(pk=asked.pk).update(code="K7QX-2MRD")
    Question._base_manager.create(
        portal=b, code="Q9", kind=asked.kind, text="?", asked_at=asked.asked_at, due_on=asked.due_on
    )
    assert "nội dung khác" in bring(row(code="Q9", portal="xa-b")).refused[0][1]


@pytest.mark.parametrize("state", ["building", "suspended", "closed"])
def test_a_portal_that_is_no_longer_open_keeps_its_past(a, b, state):
    Portal.objects.filter(pk=a.pk).update(state=state)
    assert bring(row(), row(code="2", portal="xa-b", **FORWARDED | {"forwarded_to": "xa-a"})).created == 2


def test_only_what_was_answered_in_public_gets_words_for_everybody_less_who_it_is(a, b):
    text = "Tôi ở số nhà 12 đường Hoàng Liên, điện thoại 0912 345 678, hỏi bao giờ sửa đường?"
    shown = {"visibility": "public", "text": text}
    bring(
        row(**shown, **ANSWERED),
        row(code="2", portal="xa-b", **shown),
        row(code="3", **shown, **REMOVED),
        row(code="4", **{**shown, "visibility": "private"}, **ANSWERED),
    )
    words = {question.code: question.public_text for question in Question._base_manager.all()}
    assert (words["2"], words["3"], words["4"]) == ("", "", "")
    assert "bao giờ sửa đường?" in words["Q1"] and "0912" not in words["Q1"]
    assert Question._base_manager.get(code="Q1").public_answer == "Trong quý II."


def test_who_holds_it_now_reads_it_and_nobody_else(a, b):
    bring(row(**FORWARDED), row(code="2"))
    with portal_scope([b]):
        assert [question.code for question in Question.objects.all()] == ["Q1"]
        assert CaseEvent.objects.count() == 2
    with portal_scope([a]):
        assert [question.code for question in Question.objects.all()] == ["2"]
    assert not Question.objects.exists()


def test_history_is_chained_and_stays(a, b):
    bring(row(**FORWARDED, **ANSWERED), row(code="2", portal="xa-b"))
    with platform_scope():
        question = Question.objects.get(code="Q1")
        events = list(question.events.order_by("number"))
        assert [event.kind for event in events] == ["asked", "forwarded", "answered"]
        assert list(faults("Q1", events)) == []
        events[1].to_unit = "so-a"
        assert list(faults("Q1", events)) == [(2, "content")]
        assert [number for number, _fault in faults("Q1", [events[0], events[2]])] == [3, 3]
        with pytest.raises(AppendOnlyError):
            events[1].save()
        with pytest.raises(AppendOnlyError):
            CaseEvent.objects.filter(pk=events[1].pk).update(reason="x")


def test_an_import_says_so_and_when(a, b):
    now = local(2024, 5, 1)
    bring(row(), row(code="2", portal="xa-b"), now=now)
    assert all(question.imported for question in Question._base_manager.all())
    assert {event.recorded_at for event in CaseEvent._base_manager.all()} == {now}


def _file(tmp_path, *rows, columns=COLUMNS):
    path = tmp_path / "questions.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def test_the_command_tells_what_it_did(a, b, tmp_path):
    out = io.StringIO()
    call_command("import_questions", _file(tmp_path, row(), row(code="2", portal="xa-b")), "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"created": 2, "unchanged": 0, "refused": []}


def test_the_command_fails_and_names_the_rows(a, b, tmp_path):
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("import_questions", _file(tmp_path, row(), row(code="2", portal="xa-zzz")), stdout=out)
    assert ended.value.code == 1 and "2:" in out.getvalue() and "xa-zzz" in out.getvalue()
    assert not Question._base_manager.exists()


def test_a_file_without_its_columns_is_no_list_of_questions(a, b, tmp_path):
    with pytest.raises(CommandError, match="asked_at"):
        call_command("import_questions", _file(tmp_path, row(), columns=("code", "portal", "text")))
