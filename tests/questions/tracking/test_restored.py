"""A removal that was taken back: its asker reads the restoring with its reason, and the removal as taken back."""

from cms.questions.actions import remove, restore
from tests.factories.questions import make_question, make_staff

from .conftest import words

SAID = "Nội dung xúc phạm, không đúng mực"


def lines(page):
    return [words(line) for line in page.select(".timeline li")]


def test_a_removal_taken_back_is_marked_and_the_reason_told(tracker, a, b, now):
    question, theirs = make_question(a), make_question(b)
    told = {"portal": a, "by": make_staff(a).officer, "now": now}
    remove(question.pk, removal="violation", reason=SAID, **told)
    other = {"portal": b, "by": make_staff(b).officer, "now": now}
    remove(theirs.pk, removal="violation", reason=SAID, **other)
    assert "đã rút lại" not in lines(tracker(a).page(question))[0]
    restore(question.pk, reason="Loại nhầm", **told)
    newest, before, *_rest = lines(tracker(a).page(question))
    assert "Xã An Bình xử lý lại" in newest and "Loại nhầm" in newest
    assert "Xã An Bình không xử lý tiếp (đã rút lại)" in before
    assert "đã rút lại" not in lines(tracker(b).page(theirs))[0]
    remove(question.pk, removal="violation", reason=SAID, **told)
    newest, _restored, first, *_rest = lines(tracker(a).page(question))
    assert SAID in newest and "đã rút lại" not in newest and "đã rút lại" in first
