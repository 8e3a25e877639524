"""A question is taken down once, at a portal that takes questions, with who asked kept apart."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from cms.pages.models import PortalPage
from cms.questions.actions import Contact, NotDone, Upload, ask, clarify
from cms.questions.models import Asker, CaseFile, ClockRule, Question
from tenants.models import State
from tests.factories import section_page
from tests.factories.pages import local
from tests.factories.questions import ASKER, events_of, fresh, make_question, question_kind
from tests.questions.actions.case import NOW

DAY = timedelta(days=1)


def upload(name="don.pdf", content_type="application/pdf"):
    return Upload(ContentFile(b"%PDF-1.4 x"), name, content_type, 10)


def put(portal, **values):
    told = {"text": "Bao giờ sửa đường?", "kind": question_kind(), "contact": ASKER, "now": NOW}
    return ask(portal=portal, **{**told, **values})


def test_what_is_written(a, b):
    mine = put(a, topic="Giao thông", region="Thôn 3", consented_at=NOW, wants_private=True, page_path="/tin/")
    row = fresh(mine)
    assert (row.portal, row.stage, row.asked_at, row.held_since, row.version) == (a, "sent", NOW, NOW, 1)
    assert (row.receipt_due_on, row.due_on) == (local(2026, 3, 5).date(), local(2026, 3, 24).date())
    assert (row.topic, row.region, row.wants_private, row.visibility) == ("Giao thông", "Thôn 3", True, "hidden")
    (event,) = events_of(mine)
    assert (event.kind, event.at, event.to_unit, event.detail) == ("asked", NOW, "xa-a", {"channel": "web"})
    asker = Asker._base_manager.get(question=mine.pk)
    assert (asker.name, asker.phone, asker.consented_at) == ("Lý Thị Hoa", "0912345678", NOW)


def test_the_same_submission_again_is_the_question_of_before(a, b):
    first, again, other = put(a, submission="t1"), put(a, submission="t1", text="Khác"), put(b, submission="t2")
    assert first == again != other and Question._base_manager.count() == 2 and Asker._base_manager.count() == 2
    assert put(a) != put(a)


def test_two_presses_at_the_same_time_make_one_question(a, b, monkeypatch):
    """Both have looked and found nothing; the database says no to the second, who gets the first one's."""
    first, looks = put(a, submission="t1"), []
    found = [None, first]

    def looked(submission):
        looks.append(submission)
        return found.pop(0)

    monkeypatch.setattr("cms.questions.actions.asking._asked_before", looked)
    assert put(a, submission="t1") == first and looks == ["t1", "t1"] and Question._base_manager.count() == 1


def test_a_portal_that_is_not_active_takes_none(a, b):
    for state in (State.BUILDING, State.SUSPENDED, State.CLOSED):
        a.state = state
        with pytest.raises(NotDone, match="Xã An Bình hiện không nhận câu hỏi"):
            put(a)
    assert put(b).portal == b and Question._base_manager.count() == 1


def test_a_portal_without_a_section_of_questions_takes_none(a, b):
    PortalPage.objects.filter(pk=section_page(a, "questions").pk).update(live=False)
    with pytest.raises(NotDone, match="không nhận câu hỏi"):
        put(a)
    assert put(b).portal == b


def test_no_question_without_words_or_way_back(a, b):
    for told in ({"text": "  \n"}, {"contact": Contact(name="Hoa")}):
        with pytest.raises(NotDone):
            put(a, **told)
    fault = put(a, kind=question_kind("bao-sai"), contact=Contact())
    assert fault.due_on == local(2026, 3, 10).date() and not Asker._base_manager.get(question=fault.pk).name


def test_a_kind_without_a_deadline_takes_none(a, b):
    ClockRule.objects.all().delete()
    with pytest.raises(NotDone, match="chưa có thời hạn"):
        put(a)


def test_asked_earlier_counts_from_then_but_not_on_the_web_nor_long_ago(a, b, staff_a):
    called = {"channel": "phone", "by": staff_a.officer}
    mine = put(a, asked_at=NOW - DAY, **called)
    (event,) = events_of(mine)
    assert (mine.asked_at, event.at, event.recorded_at, event.by) == (NOW - DAY, NOW - DAY, NOW, staff_a.officer)
    assert mine.due_on == local(2026, 3, 23).date()
    assert put(a, asked_at=NOW - 30 * DAY, **called)
    for values in (
        {"asked_at": NOW - DAY},
        {"asked_at": NOW - 30 * DAY - timedelta(seconds=1), **called},
        {"asked_at": NOW + timedelta(seconds=1), **called},
    ):
        with pytest.raises(NotDone):
            put(a, **values)


def test_files_are_kept_apart_and_what_was_spoken_is_a_recording(a, b):
    mine = put(a, files=[upload()])
    spoken = put(b, channel="voice", files=[upload("loi.ogg", "audio/ogg"), upload()])
    clarify(mine, text="Kèm ảnh.", files=[upload("anh.png", "image/png")], now=NOW)
    rows = CaseFile._base_manager.order_by("pk").values_list("question", "purpose", "name")
    assert list(rows) == [
        (mine.pk, "asked", "don.pdf"),
        (spoken.pk, "recording", "loi.ogg"),
        (spoken.pk, "asked", "don.pdf"),
        (mine.pk, "clarified", "anh.png"),
    ]


def test_a_file_that_cannot_be_kept_leaves_no_case_and_no_file(a, b):
    class Broken(ContentFile):
        def chunks(self, chunk_size=None):
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        put(a, files=[upload(), Upload(Broken(b"x"), "x.pdf", "application/pdf", 1)])
    assert not Question._base_manager.exists() and not CaseFile._base_manager.exists()


def test_codes_are_unlike_one_another(a, b):
    codes = {make_question(portal, at=NOW).code for portal in (a, b) for _number in range(5)}
    assert len(codes) == 10 and all(len(code) == 14 for code in codes)
