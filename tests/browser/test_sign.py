"""From a question to a signed answer by hand: written from a template, submitted, signed by the head in three taps."""

import time

import pytest

from cms.questions.models import AnswerTemplate, CaseEvent, Question
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.browser.test_page_types import AXE, FINDINGS
from tests.factories.people import PASSWORD
from tests.factories.questions import make_question, make_staff

from .hands import type_in

ANSWERED = 300  # seconds that an officer may need from the question to the head's desk
TAPS = 3
TYPING = 60  # milliseconds a key: a clerk who types with two fingers
TEXT = (
    "Tôi tên là Lý Thị Hoa, CCCD 010185001234, trú tại tổ 7, thị trấn Nông trường Phong Hải. Ủy ban nhân dân cho tôi "
    "hỏi thủ tục tách thửa theo Nghị định 42/2022/NĐ-CP. Điện thoại 0912 345 678."
)
TEMPLATE = "Cảm ơn ông/bà đã gửi câu hỏi. Ủy ban nhân dân xã trả lời như sau: hồ sơ nộp tại Bộ phận Một cửa."


@pytest.fixture
def room(world):
    """Two portals with their people; each has a question that was received and a template."""
    portals = [Portal.objects.get(slug=slug) for slug in ("xa-a", "xa-b")]
    staff = [make_staff(portal) for portal in portals]
    made = [make_question(portal, TEXT, upto="received") for portal in portals]
    with platform_scope():
        for portal in portals:
            AnswerTemplate.objects.create(portal=portal, name=f"Tách thửa ({portal.slug})", text=TEMPLATE)
    return portals[0], staff[0], made[0], made[1]


def again(question):
    return Question._base_manager.get(pk=question.pk)


def draft_path(question, *rest):
    return "/".join(["/admin/questions/answering", str(question.pk), *rest, ""])


def look(page):
    """What a person with a thumb, or with a screen reader, would stumble over."""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    small = """all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)
        .map(one => one.outerHTML.slice(0, 120))"""
    assert page.eval_on_selector_all("main form button:not([hidden]), main .cong-touch, main summary", small) == []
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FINDINGS.replace("axe.run(document", "axe.run('main'")) == []


def test_an_officer_answers_from_a_template_and_submits(screen, room, sign_in, address):
    _portal, staff, ours, theirs = room
    sign_in(screen, "xa-a", staff.officer)
    began = time.monotonic()
    screen.goto(address("xa-a", draft_path(ours)))
    look(screen)
    assert screen.locator("text=Tách thửa (xa-b)").count() == 0
    screen.click("button:has-text('Tách thửa (xa-a)')")
    assert screen.input_value("#id_draft") == TEMPLATE
    type_in(screen.locator("#id_draft"), " Thời hạn 15 ngày.", delay=TYPING)
    type_in(screen.locator("#id_subject"), "Thủ tục tách thửa", delay=TYPING)
    screen.check("input[name=visibility][value=public]")
    screen.click("button:has-text('Tiếp: kiểm tra và trình ký')")
    screen.wait_for_url("**/submit/")
    look(screen)
    found = screen.locator("mark.cong-found").evaluate_all("all => all.map(one => one.firstChild.textContent)")
    assert found == ["Lý Thị Hoa", "010185001234", "tổ 7", "0912 345 678"]
    assert "42/2022/NĐ-CP" in screen.input_value("#id_public_text")
    screen.click("button:has-text('Trình lãnh đạo ký')")
    screen.locator("[role=alert] >> text=đánh dấu xác nhận").wait_for()
    screen.check("#id_masked")
    screen.click("button:has-text('Trình lãnh đạo ký')")
    screen.locator(".messages .success >> text=Đã trình lãnh đạo ký").wait_for()
    assert time.monotonic() - began <= ANSWERED
    kept = again(ours)
    assert (kept.stage, kept.draft, again(theirs).stage) == ("submitted", f"{TEMPLATE} Thời hạn 15 ngày.", "received")
    assert "Lý Thị Hoa" not in kept.public_text and screen.errors == []


@pytest.mark.parametrize("number", [1, 2])
def test_the_head_signs_in_three_taps_from_the_first_screen(screen, room, sign_in, number):
    portal, staff, *_cases = room
    made = [make_question(portal, f"{TEXT} Lần {one}.", upto="submitted") for one in range(number)]
    sign_in(screen, "xa-a", staff.head)
    taps = ["a.cong-button:has-text('Ký trả lời câu hỏi')"]
    if number > 1:
        taps.append(f".cong-waiting__link[href*='/{made[0].pk}/']")
    for tap in taps:
        screen.click(tap)
    screen.wait_for_url("**/sign/")
    look(screen)
    button = screen.locator(".cong-sign__button")
    box = button.bounding_box()
    assert box["y"] + box["height"] <= screen.viewport_size["height"]  # a thumb reaches it without scrolling
    button.click()
    screen.locator(".messages .success >> text=Đã ký trả lời câu hỏi").wait_for()
    assert len(taps) + 1 <= TAPS
    kept = again(made[0])
    assert (kept.stage, kept.signer_title, kept.signer_name) == ("answered", "Chủ tịch UBND xã", "Trần Văn Bình")
    assert screen.errors == []


def test_what_an_officer_typed_is_offered_again_after_a_lost_connection(screen, room, sign_in, address):
    _portal, staff, ours, _theirs = room
    sign_in(screen, "xa-a", staff.officer)
    screen.on("dialog", lambda dialog: dialog.accept())
    screen.goto(address("xa-a", draft_path(ours)))
    type_in(screen.locator("#id_draft"), "Chưa kịp lưu.")
    screen.context.set_offline(True)
    with screen.expect_event("requestfailed"):
        screen.click("button:has-text('Lưu dự thảo'):visible", no_wait_after=True)
    screen.context.set_offline(False)
    screen.goto(address("xa-a", draft_path(ours)))
    screen.click("[data-restore]")
    assert screen.input_value("#id_draft") == "Chưa kịp lưu."
    screen.click("button:has-text('Lưu dự thảo'):visible")
    screen.wait_for_selector(".messages .success")
    assert again(ours).draft == "Chưa kịp lưu."


def test_templates_and_signing_need_no_script(chromium, room, address):
    _portal, staff, ours, _theirs = room
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(address("xa-a", "/admin/login/"))
    page.fill("#id_login", staff.head.email)
    page.fill("#id_password", PASSWORD)
    page.click("button[type=submit]")
    page.goto(address("xa-a", draft_path(ours)))
    page.fill("#id_draft", "Đã gõ.")
    page.click("button:has-text('Tách thửa (xa-a)')")
    assert page.input_value("#id_draft") == f"Đã gõ.\n\n{TEMPLATE}"
    page.check("input[name=visibility][value=private]")
    page.click("button:has-text('Tiếp: kiểm tra và trình ký')")
    page.click("button:has-text('Trình lãnh đạo ký')")
    page.click("button:has-text('Ký trả lời')")
    with platform_scope():
        assert CaseEvent.objects.filter(question=ours).order_by("-number").first().kind == "answered"
    assert again(ours).answer.splitlines() == ["Đã gõ.", "", TEMPLATE]
    context.close()
