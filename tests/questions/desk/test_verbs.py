"""Every verb through its screen: what it does to our case, what it says, and that the other portal's stays."""

import re

import pytest
from django.utils import timezone

from cms.questions.actions import ask_back, forward, receive
from cms.questions.models import Question, Removal, Stage
from cms.questions.settings import working_calendar
from tests.factories.questions import events_of, make_question
from tests.questions.screens import again

from .conftest import address, doing

REASON = {"reason": "not-ours", "words": ""}


@pytest.fixture(autouse=True)
def _theirs_stays(theirs):
    """Whatever is done at our desk, the other portal's case is as it was."""
    before = again(theirs).version
    yield
    assert (again(theirs).version, again(theirs).stage, again(theirs).removal) == (before, Stage.SENT, "")


def send(client, question, verb, **data):
    """The form as a browser sends it: with what the screen had put into it."""
    page = client.get(doing(question, verb)).text
    version = re.search(r'name="version" value="(\d+)"', page).group(1)
    return client.post(doing(question, verb), {"version": version, **data}, follow=True)


def kinds(question):
    return [event.kind for event in events_of(question)]


def test_receiving_is_one_tap_on_the_case_file(officer, ours):
    page = officer.get(address(ours)).text
    assert f'action="{doing(ours, "receive")}"' in page
    answer = officer.post(doing(ours, "receive"), {"version": ours.version}, follow=True)
    assert again(ours).stage == Stage.RECEIVED
    assert f"Đã tiếp nhận câu hỏi số {ours.pk}. Hạn trả lời: {ours.due_on:%d/%m/%Y}." in answer.text
    assert events_of(ours)[-1].by == officer.user


def test_forwarding_takes_a_typed_name_and_a_chosen_reason(officer, ours, b):
    answer = send(officer, ours, "forward", unit="binh yen", **REASON)
    moved = again(ours)
    assert (moved.portal, moved.stage, moved.due_on) == (b, Stage.FORWARDED, ours.due_on)
    assert f"Đã chuyển câu hỏi số {ours.pk} đến Xã Bình Yên. Hạn trả lời không đổi" in answer.text
    assert answer.redirect_chain[-1][0] == "/admin/questions/"
    assert events_of(ours)[-1].reason == "Nội dung không thuộc thẩm quyền của đơn vị"


def test_a_reason_of_ones_own_stands_behind_the_chosen_one(officer, ours):
    send(officer, ours, "forward", unit="Xã Bình Yên", reason="place", words="Thửa đất ở thôn 7.")
    assert events_of(ours)[-1].reason == "Sự việc xảy ra ở địa bàn của đơn vị nhận. Thửa đất ở thôn 7."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"unit": "", **REASON}, "Hãy gõ tên đơn vị."),
        ({"unit": "máy bay", **REASON}, "Không thấy đơn vị nào tên như vậy."),
        ({"unit": "Xã An Bình", **REASON}, "“Xã An Bình” là chính đơn vị của bạn"),
        ({"unit": "an binh", **REASON}, "“Xã An Bình” là chính đơn vị của bạn"),
        ({"unit": "binh yen", "reason": "", "words": ""}, "Hãy chọn hoặc viết lý do."),
        ({"unit": "binh yen", "reason": "other", "words": " "}, "Hãy chọn hoặc viết lý do."),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed(officer, ours, a, data, says):
    answer = send(officer, ours, "forward", **{**data, "words": data["words"] or "Nói rõ thêm ở đây."[:0]})
    assert (answer.status_code, says in answer.text, again(ours).portal) == (200, True, a)
    assert f'value="{data["unit"]}"' in answer.text or not data["unit"]


def test_several_units_of_the_name_are_offered_to_choose_from(officer, ours, department):
    answer = send(officer, ours, "forward", unit="thu", **REASON)  # the department and the province
    assert 'name="slug" value="so-a"' in answer.text and 'name="slug" value="tinh"' in answer.text
    send(officer, ours, "forward", unit="thu", slug="so-a", **REASON)
    assert again(ours).portal == department


def test_what_came_to_us_goes_back_within_a_day(officer, theirs, staff_b, a, b):
    came = make_question(b, "Việc này của ai?")
    forward(came.pk, portal=b, to=a, reason="Không phải của xã.", by=staff_b.officer, now=timezone.now())
    answer = send(officer, came, "send_back_to_sender", **REASON)
    assert (again(came).portal, kinds(came)[-1]) == (b, "returned")
    assert f"Đã trả lại câu hỏi số {came.pk} cho Xã Bình Yên" in answer.text


def test_extending_offers_days_and_says_how_far(officer, ours):
    calendar = working_calendar()
    day = calendar.following(ours.due_on, 5)
    page = officer.get(doing(ours, "extend")).text
    assert f'value="{day.isoformat()}"' in page and f"đến hết {day:%d/%m/%Y}" in page
    assert f"chậm nhất đến {calendar.following(ours.due_on, 15):%d/%m/%Y}" in page
    send(officer, ours, "extend", until=day.isoformat(), reason="check")
    assert (again(ours).due_on, again(ours).stage) == (day, Stage.EXTENDED)
    assert events_of(ours)[-1].reason == "Cần kiểm tra, xác minh thực tế"
    assert doing(ours, "extend") not in officer.get(address(ours)).text  # once is the most


def test_an_extension_to_a_day_of_ones_own(officer, ours):
    day = working_calendar().following(ours.due_on, 7)
    answer = send(officer, ours, "extend", until="other", reason="check")
    assert "Hãy điền ngày này." in answer.text and again(ours).due_on == ours.due_on
    send(officer, ours, "extend", until="other", day=f"{day:%d/%m/%Y}", reason="check")
    assert again(ours).due_on == day


def test_too_far_an_extension_is_refused_above_the_form(officer, ours):
    day = working_calendar().following(ours.due_on, 16)
    answer = send(officer, ours, "extend", until="other", day=f"{day:%d/%m/%Y}", reason="check", words="Mưa lũ.")
    assert "chậm nhất" in answer.text and "Mưa lũ." in answer.text and again(ours).due_on == ours.due_on


def test_the_clock_stands_while_the_asker_is_asked_and_runs_on(officer, ours):
    send(officer, ours, "ask_back", text="Xin cho biết số thửa.")
    assert again(ours).stands_since == timezone.localdate()
    page = officer.get(address(ours)).text
    assert "Tạm dừng tính hạn từ" in page and "Xin cho biết số thửa." in page
    send(officer, ours, "resume", reason="told")
    assert again(ours).stands_since is None
    assert kinds(ours)[-2:] == ["asked_back", "resumed"]


def test_an_empty_demand_to_the_asker_is_no_demand(officer, ours):
    assert "Hãy viết điều cần người hỏi làm rõ." in send(officer, ours, "ask_back", text="  ").text
    assert again(ours).stands_since is None


def test_removing_is_soft_with_a_public_reason_and_can_be_undone(officer, ours):
    assert "Người hỏi đọc được lý do" in officer.get(doing(ours, "remove")).text
    send(officer, ours, "remove", removal="duplicate", reason="same")
    assert again(ours).removal == Removal.DUPLICATE
    page = officer.get(address(ours)).text
    assert "Đã loại: Trùng nội dung" in page and "Trùng với câu hỏi đã gửi trước đó" in page
    assert [doing(ours, verb) in page for verb in ("restore", "forward", "receive")] == [True, False, False]
    send(officer, ours, "restore", reason="mistake")
    assert (again(ours).removal, kinds(ours)[-1]) == ("", "restored")


def test_removing_needs_its_kind_and_its_reason(officer, ours):
    assert "Hãy chọn loại vì lý do gì." in send(officer, ours, "remove", reason="same").text
    assert "Hãy chọn hoặc viết lý do." in send(officer, ours, "remove", removal="duplicate").text
    assert again(ours).removal == ""


def test_an_answer_is_hidden_and_shown_again_with_a_reason(officer, head, ours, a):
    shown = make_question(a, upto="answered")
    assert doing(ours, "set_visibility") not in officer.get(address(ours)).text
    assert doing(shown, "set_visibility") in officer.get(address(shown)).text
    send(officer, shown, "set_visibility", visibility="hidden", reason="outdated")
    assert (again(shown).visibility, kinds(shown)[-1]) == ("hidden", "shown")
    send(head, shown, "set_visibility", visibility="public", reason="useful")
    assert again(shown).is_public and events_of(shown)[-1].by == head.user


def test_what_nobody_cleared_is_not_shown(officer, a):
    kept = make_question(a, upto="answered", visibility="private")
    told = send(officer, kept, "set_visibility", visibility="public", reason="useful").text
    assert "Chưa có nội dung để công khai" in told and again(kept).visibility == "private"


@pytest.mark.parametrize("verb", ["resume", "restore", "send_back_to_sender"])
def test_a_verb_that_makes_no_sense_now_is_not_offered_and_leads_back(officer, ours, verb):
    assert doing(ours, verb) not in officer.get(address(ours)).text
    answer = officer.get(doing(ours, verb), follow=True)
    assert answer.redirect_chain[-1][0] == address(ours) and "hiện không làm việc đó được" in answer.text


def test_the_head_does_the_same(head, ours):
    head.post(doing(ours, "receive"), {"version": ours.version})
    assert (again(ours).stage, events_of(ours)[-1].by) == (Stage.RECEIVED, head.user)


def test_an_unknown_verb_is_not_found(officer, ours):
    for verb in ("sign", "delete", "save_draft"):
        assert officer.get(doing(ours, verb)).status_code == 404
        assert officer.post(doing(ours, verb)).status_code == 404


def test_who_comes_too_late_is_told_and_keeps_the_words(officer, ours, staff_a, a, b):
    old = ours.version
    receive(ours.pk, portal=a, by=staff_a.head, now=timezone.now())
    data = {"version": old, "unit": "binh yen", "reason": "field", "words": "Đã gọi điện hỏi."}
    answer = officer.post(doing(ours, "forward"), data)
    assert (answer.status_code, again(ours).portal) == (200, a)
    assert "Tiếp nhận" in answer.text and str(staff_a.head) in answer.text
    assert "Đã gọi điện hỏi." in answer.text and 'value="binh yen"' in answer.text
    assert f'name="version" value="{again(ours).version}"' in answer.text
    assert "tải lại trang" not in answer.text and "Chữ bạn gõ vẫn ở bên dưới: bấm lần nữa" in answer.text
    officer.post(doing(ours, "forward"), {**data, "version": again(ours).version})
    assert again(ours).portal == b


def test_who_taps_too_late_is_told(officer, ours, staff_a, a):
    receive(ours.pk, portal=a, by=staff_a.head, now=timezone.now())
    answer = officer.post(doing(ours, "receive"), {"version": ours.version}, follow=True)
    assert str(staff_a.head) in answer.text and kinds(ours).count("received") == 1


def test_what_became_impossible_meanwhile_keeps_the_words_to_copy(officer, ours, staff_a, a):
    ask_back(ours.pk, portal=a, text="Ở đâu?", by=staff_a.head, now=timezone.now())
    answer = officer.post(doing(ours, "ask_back"), {"version": ours.version, "text": "Xin cho biết số thửa."})
    assert "bấm lần nữa" not in answer.text
    assert "Việc này không còn làm được" in answer.text and "Xin cho biết số thửa." in answer.text
    assert kinds(ours).count("asked_back") == 1


def test_a_case_that_a_colleague_handed_on_keeps_the_words_to_copy(officer, ours, theirs, staff_a, a, b):
    forward(ours.pk, portal=a, to=b, reason="Của xã bên.", by=staff_a.head, now=timezone.now())
    data = {"version": ours.version, "text": "Xin cho biết số thửa."}
    answer = officer.post(doing(ours, "ask_back"), data)
    assert (answer.status_code, "Xin cho biết số thửa." in answer.text) == (200, True)
    assert "chuyển sang đơn vị khác" in answer.text and again(ours).stands_since is None
    assert officer.post(doing(theirs, "ask_back"), data).status_code == 404


def test_a_get_changes_nothing(officer, ours):
    for verb in ("receive", "forward", "ask_back", "extend", "split", "remove"):
        officer.get(doing(ours, verb))
    assert (again(ours).version, Question.objects.count()) == (ours.version, 0)
