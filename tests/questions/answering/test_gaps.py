"""What a template left open is asked about once before it goes to the head."""

import pytest
from django.utils import timezone

from cms.questions.actions import save_draft
from cms.questions.answering.gaps import gaps
from tests.questions.screens import again

from .conftest import address, public_form

OPEN = "Đã kiểm tra. Ngày ..., Kết quả: … Hạn [...]."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày ..., Kết quả: ...", ["Ngày ...", "Ngày ..., Kết quả: ..."]),
        ("Hạn […] ngày", ["Hạn […]"]),
        ("Nộp tại [tên ... nơi]", ["Nộp tại [tên ... nơi]"]),
        ("Số [____] và []", ["Số [____]", "Số [____] và []"]),
        ("Nhà, đất, v.v... đều được.", []),
        ("Nhà, đất, V.v… đều được. Xem [1], [đã ẩn họ tên]. Hết..", []),
        ("Dòng đầu\n...", ["..."]),
        ("Căn cứ vào hồ sơ mà ông bà đã nộp tại xã ngày ...", ["bà đã nộp tại xã ngày ..."]),
    ],
)
def test_gaps_are_named_with_the_words_before_them(text, found):
    assert gaps(text) == found


@pytest.mark.parametrize("visibility", ["private", "public"])
def test_a_gap_is_asked_about_once(officer, ours, theirs, a, staff_a, visibility):
    save_draft(ours.pk, portal=a, draft=OPEN, visibility=visibility, by=staff_a.officer, now=timezone.now())
    form = public_form(again(ours)) if visibility == "public" else {"version": again(ours).version}
    answer = officer.post(address(ours, "submit"), form)
    assert "Trả lời còn chỗ chưa điền: “Đã kiểm tra. Ngày ...”" in answer.text and again(ours).stage == "received"
    seen = answer.context["form"].now_seen
    assert f'value="{seen}"' in answer.text
    officer.post(address(ours, "submit"), {**form, "seen": seen})
    assert (again(ours).stage, again(ours).draft) == ("submitted", OPEN)
    assert again(theirs).stage == "received"


def test_a_gap_left_in_the_public_version_alone_is_asked_about_too(officer, ours, theirs, a, staff_a):
    save_draft(ours.pk, portal=a, draft="Xong.", visibility="public", by=staff_a.officer, now=timezone.now())
    answer = officer.post(address(ours, "submit"), public_form(again(ours), public_answer="Xong ngày ..."))
    assert "“Xong ngày ...”" in answer.text and again(ours).stage == "received"
