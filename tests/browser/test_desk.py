"""The officer's desk by hand, on a phone and on a desk: the morning, forwarding, splitting, a call written down."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.questions.actions import receive
from cms.questions.models import Question
from tenants.models import Portal
from tests.factories.questions import make_question, make_staff

from .hands import type_in

TYPING = 60  # milliseconds a key: a clerk who types with two fingers
MORNING, FORWARD, SPLIT, CALL = 2, 20, 30, 60  # seconds
LONG = (
    "Ủy ban nhân dân thị trấn Nông trường Phong Hải, huyện Bảo Thắng, tỉnh Lào Cai cho tôi hỏi: bao giờ sửa đường "
    "liên thôn 3 và bao giờ xây xong điểm trường mầm non ở thôn 7?"
)


@pytest.fixture
def desk(world):
    """Two portals with their people; the first has cases of several kinds, the second one of its own."""
    a, b = (Portal.objects.get(slug=slug) for slug in ("xa-a", "xa-b"))
    staff, _theirs = make_staff(a), make_staff(b)
    make_question(b, "Câu hỏi của xã bên")
    late = make_question(a, "Đất nhà tôi đã được cấp sổ chưa?", topic="Đất đai", upto="received")
    Question._base_manager.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=4))
    made = [make_question(a, LONG, topic="Giao thông"), make_question(a, "Câu hỏi mới thứ hai")]
    return a, b, staff, made


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def small(page):
    """Visible buttons, links of the work and boxes that a thumb misses."""
    script = """all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)
        .map(one => one.outerHTML.slice(0, 120))"""
    return page.eval_on_selector_all("main .cong-touch, main .cong-tabs a, main summary, main [role=option]", script)


def again(question):
    return Question._base_manager.select_related("portal").get(pk=question.pk)


def test_the_morning_view_is_one_screen_that_comes_at_once(screen, desk, sign_in, address):
    a, _b, staff, _made = desk
    for number in range(40):
        make_question(a, f"Câu hỏi số {number}")
    sign_in(screen, "xa-a", staff.officer)
    assert "43 câu hỏi cần xử lý" in screen.inner_text("main")
    began = time.monotonic()
    screen.click("a.cong-button:has-text('Hỏi - Đáp')")
    screen.wait_for_selector(".cong-case")
    assert time.monotonic() - began <= MORNING
    assert [text.split("\n")[0].strip() for text in screen.locator(".cong-group h2").all_inner_texts()] == [
        "Quá hạn 1",
        "Chờ tiếp nhận 42",
    ]
    assert "Câu hỏi của xã bên" not in screen.inner_text("body")
    assert fits(screen) and small(screen) == [] and screen.errors == []


def test_a_question_that_is_not_ours_is_forwarded_in_twenty_seconds(screen, desk, sign_in, address):
    _a, b, staff, (question, _second) = desk
    sign_in(screen, "xa-a", staff.officer)
    screen.goto(address("xa-a", "/admin/questions/"))
    began = time.monotonic()
    screen.click(f"a[href='/admin/questions/{question.pk}/']")
    assert "Hạn trả lời" in screen.inner_text(".cong-head")
    screen.click("main a:has-text('Chuyển đơn vị')")
    assert "Hạn trả lời" in screen.inner_text(".cong-head") and fits(screen)
    type_in(screen.locator("#id_unit"), "binh yen", delay=TYPING)
    screen.click("[role=option]:has-text('Xã Bình Yên')")
    screen.click("label:has-text('không thuộc thẩm quyền')")
    assert small(screen) == []
    screen.click("main form.cong-verb button:has-text('Chuyển đơn vị')")
    screen.wait_for_selector(".messages li:has-text('đến Xã Bình Yên')")
    assert time.monotonic() - began <= FORWARD
    assert again(question).portal == b and screen.errors == []


def test_a_question_is_split_in_thirty_seconds_and_both_clocks_show(screen, desk, sign_in, address):
    _a, _b, staff, (question, _second) = desk
    sign_in(screen, "xa-a", staff.officer)
    screen.goto(address("xa-a", f"/admin/questions/{question.pk}/"))
    began = time.monotonic()
    screen.click("main a:has-text('Tách câu hỏi')")
    screen.fill("#id_parts-0-text", "Bao giờ sửa đường liên thôn 3?")
    type_in(screen.locator("#id_parts-1-unit"), "so thu", delay=TYPING)
    screen.wait_for_selector("[role=option]:visible")
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    screen.fill("#id_parts-1-text", "Bao giờ xây xong điểm trường?")
    screen.click("label:has-text('thuộc thẩm quyền của nhiều đơn vị')")
    assert fits(screen) and small(screen) == []
    screen.click("main form.cong-verb button[type=submit]:has-text('Tách câu hỏi')")
    screen.wait_for_selector("#case-parts")
    assert time.monotonic() - began <= SPLIT
    parts = screen.locator(".cong-parts li").all_inner_texts()
    assert ["Xã An Bình" in parts[0], "Sở Thử" in parts[1]] == [True, True]
    assert all("Còn" in part and "hạn" in part for part in parts)
    assert fits(screen) and screen.errors == []


def test_a_call_is_written_down_in_a_minute_and_the_slip_is_there(screen, desk, sign_in, address):
    _a, _b, staff, _made = desk
    sign_in(screen, "xa-a", staff.officer)
    screen.goto(address("xa-a", "/admin/questions/"))
    began = time.monotonic()
    screen.click("a:has-text('Ghi câu hỏi thay người dân')")
    assert fits(screen) and small(screen) == []
    type_in(screen.locator("#id_text"), "Bao giờ có điện lại ở thôn 3?", delay=TYPING)
    screen.fill("#id_name", "Giàng A Sử")
    screen.fill("#id_contact", "0912 345 678")
    screen.click("label[for=id_consent]")
    screen.click("main form.cong-verb button[type=submit]")
    screen.wait_for_selector(".cong-slip img")
    assert time.monotonic() - began <= CALL
    drawn = screen.eval_on_selector(".cong-slip img", "image => image.complete && image.naturalWidth > 0")
    assert drawn and "Giàng A Sử" not in screen.inner_text(".cong-slip") and fits(screen)
    assert screen.is_visible("button:has-text('In giấy hẹn')") and screen.errors == []


def test_the_box_for_a_recording_shows_for_a_recording_alone(screen, desk, sign_in, address):
    _a, _b, staff, _made = desk
    sign_in(screen, "xa-a", staff.officer)
    screen.goto(address("xa-a", "/admin/questions/record/"))
    assert not screen.is_visible("#id_recording")
    screen.click("label:has-text('Ghi âm lời hỏi')")
    assert screen.is_visible("#id_recording") and fits(screen)
    screen.click("label:has-text('Hỏi qua điện thoại')")
    assert not screen.is_visible("#id_recording") and screen.errors == []


def test_deeds_for_several_wait_at_the_end_until_one_is_chosen(screen, desk, sign_in, address):
    _a, _b, staff, _made = desk
    sign_in(screen, "xa-a", staff.officer)
    screen.goto(address("xa-a", "/admin/questions/"))
    place = "bar => getComputedStyle(bar).position"
    assert screen.eval_on_selector(".cong-bulk", place) == "static"
    screen.check("input[name=question_id] >> nth=0")
    assert screen.eval_on_selector(".cong-bulk", place) == "sticky"
    bar, rows = (screen.locator(name).first.bounding_box() for name in (".cong-bulk", ".cong-cases"))
    assert bar["x"] <= rows["x"] and bar["x"] + bar["width"] >= rows["x"] + rows["width"]


def test_who_comes_too_late_reads_what_happened_and_loses_no_word(screen, desk, sign_in, address):
    a, _b, staff, (question, _second) = desk
    sign_in(screen, "xa-a", staff.officer)
    screen.goto(address("xa-a", f"/admin/questions/{question.pk}/do/ask_back/"))
    screen.fill("#id_text", "Xin cho biết đường nào.")
    receive(question.pk, portal=a, by=staff.head, now=timezone.now())
    screen.click("main form.cong-verb button[type=submit]")
    assert "Tiếp nhận" in screen.inner_text("#errors") and screen.input_value("#id_text") == "Xin cho biết đường nào."
    screen.click("main form.cong-verb button[type=submit]")
    screen.wait_for_selector(".cong-clock:has-text('Tạm dừng tính hạn')")
    assert fits(screen) and screen.errors == []


def test_the_desk_needs_no_script(chromium, desk, sign_in, address):
    _a, b, staff, (question, second) = desk
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    sign_in(page, "xa-a", staff.officer)
    page.goto(address("xa-a", "/admin/questions/"))
    for one in (question, second):
        page.check(f"input[name=question_id][value='{one.pk}']")
    page.click(".cong-bulk button:has-text('Chuyển đơn vị')")
    page.fill("#id_unit", "xa")
    page.fill("#id_words", "Thuộc địa bàn xã bên.")
    page.click("main form.cong-verb button[type=submit]")
    page.wait_for_url("**/admin/questions/")
    assert [again(one).portal for one in (question, second)] == [b, b]
    context.close()
