"""Every verb leaves the whole trail: an event in the chain, one more version, an entry in the portal's log."""

from datetime import date

import pytest

from cms.questions import actions
from cms.questions.history import faults
from cms.questions.models import Question
from tenants.audit.circumstances import circumstances_of
from tenants.models import AuditEntry
from tests.factories.questions import events_of, fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by, kinds, state, trail

# verb -> (how far the case has come, what was done before, arguments, the event)
OFFICERS = {
    "receive": ("sent", [], {}, "received"),
    "extend": ("received", [], {"to": date(2026, 3, 31), **REASON}, "extended"),
    "ask_back": ("received", [], {"text": "Đoạn nào?"}, "asked_back"),
    "resume": ("received", [("ask_back", {"text": "Đoạn nào?"})], REASON, "resumed"),
    "remove": ("received", [], {"removal": "duplicate", **REASON}, "removed"),
    "restore": ("received", [("remove", {"removal": "violation", **REASON})], REASON, "restored"),
    "save_draft": ("received", [], {"draft": "Trong quý II."}, None),
    "submit": ("received", [("save_draft", {"draft": "Trong quý II."})], {}, "submitted"),
    "send_draft_back": ("submitted", [], REASON, "sent_back"),
    "set_visibility": ("answered", [], {"visibility": "private", **REASON}, "shown"),
    "correct": ("answered", [("save_draft", {"draft": "Đính chính."})], {"masked": True}, "submitted"),
}
LOGGED = {"save_draft": "question.drafted"}


@pytest.mark.parametrize("name", OFFICERS)
def test_an_officers_verb(a, b, staff_a, name):
    upto, before, told, event = OFFICERS[name]
    mine, other = make_question(a, at=NOW, upto=upto), make_question(b, at=NOW, upto=upto)
    about = by(staff_a.officer, a)
    for earlier, words in before:
        getattr(actions, earlier)(mine.pk, **words, **about)
    start, untouched = trail(mine), state(other)
    row = getattr(actions, name)(mine.pk, version=start[1], **told, **about)
    happened, version, logged = trail(mine)
    assert happened == start[0] + ([event] if event else []) and version == start[1] + 1 == row.version
    assert logged == start[2] + [("xa-a", LOGGED.get(name, f"question.{event}"))]
    if event:
        newest = events_of(mine)[-1]
        assert (newest.at, newest.by, newest.from_unit) == (LATER, staff_a.officer, "xa-a")
        assert newest.reason == told.get("reason", "")
    assert state(other) == untouched


@pytest.mark.parametrize("name", OFFICERS)
def test_an_officers_verb_on_another_portals_case(a, b, staff_a, name):
    """Not a word of whether it exists, and nothing written."""
    upto, before, told, _event = OFFICERS[name]
    theirs = make_question(b, at=NOW, upto=upto)
    for earlier, words in before:
        getattr(actions, earlier)(theirs.pk, **words, **by(staff_a.officer, b))
    untouched = trail(theirs), state(theirs)
    for version in (None, 1, fresh(theirs).version):
        with pytest.raises(Question.DoesNotExist):
            getattr(actions, name)(theirs.pk, version=version, **told, **by(staff_a.officer, a))
    assert (trail(theirs), state(theirs)) == untouched


@pytest.mark.parametrize("name", [name for name, case in OFFICERS.items() if "reason" in case[2]])
def test_a_verb_that_needs_a_reason_is_not_done_without_one(a, b, staff_a, name):
    upto, before, told, _event = OFFICERS[name]
    mine = make_question(a, at=NOW, upto=upto)
    for earlier, words in before:
        getattr(actions, earlier)(mine.pk, **words, **by(staff_a.officer, a))
    untouched = state(mine)
    for nothing in ("", " \n\t"):
        with pytest.raises(actions.NotDone, match="Hãy ghi lý do"):
            getattr(actions, name)(mine.pk, **{**told, "reason": nothing}, **by(staff_a.officer, a))
    assert state(mine) == untouched


def test_the_askers_verbs(a, b, staff_a):
    mine = make_question(a, at=NOW, upto="received")
    actions.clarify(mine, text="Đoạn gần trường.", now=LATER)
    assert trail(mine)[0][-1] == "clarified" and trail(mine)[2][-1] == ("xa-a", "question.clarified")
    answered = make_question(a, at=NOW, upto="answered")
    before = fresh(answered).version
    actions.rate(answered, stars=4, now=LATER)
    assert fresh(answered).version == before and trail(answered)[2][-1] == ("xa-a", "question.rated")
    actions.reopen(answered, text="Quý II năm nào?", now=LATER)
    newest = events_of(answered)[-1]
    assert (newest.kind, newest.by, newest.from_unit, newest.detail) == (
        "reopened", None, "", {"text": "Quý II năm nào?"},
    )  # fmt: skip
    assert fresh(answered).version == before + 1


def test_the_log_keeps_neither_code_nor_address_of_the_asker(a, b, rf):
    request = rf.get("/hoi-dap/K7QX-2MRD-9TWF/", REMOTE_ADDR="203.0.113.9")
    request.resolver_match = None
    with circumstances_of(request):
        mine = make_question(a, at=NOW)
    entry = AuditEntry._base_manager.get(target_model="questions.question")
    assert (entry.actor_name, entry.target_title) == ("Người hỏi", f"Câu hỏi số {mine.pk}")
    assert (entry.remote_address, entry.path, entry.detail) == (None, "", {})


def test_the_events_are_a_chain_that_shows_a_change(a, b, staff_a):
    mine = make_question(a, at=NOW, upto="answered")
    events = events_of(mine)
    events[1].reason = "thêm sau"
    assert list(faults(mine.code, events)) == [(2, "content")] and kinds(mine)[1] == "received"
