"""A citizen asks on a phone and at a desk: quick, without script too, readable by everybody."""

import json
import time
from pathlib import Path

import pytest
from django.db import connection

from cms.questions import suggesting
from cms.questions.models import Question
from cms.questions.suggesting import Suggestion
from tenants.scoping import platform_scope

from .hands import type_in

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ASK = "/hoi-dap/gui/"
TEXT = "Tôi muốn đăng ký khai sinh cho con sinh tháng trước thì cần giấy tờ gì?"


@pytest.fixture
def questions(world):
    """What was kept; the history of cases goes with the database after the test."""
    yield lambda: list(_all())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in ("questions_caseevent", "tenants_auditentry"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only")
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_delete")


def _all():
    with platform_scope():
        yield from Question.objects.select_related("asker", "portal")


def axe(page):
    """What axe finds against WCAG 2.2 AA, in short."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed (make setup installs it)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(r => r.violations)")
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def fill(page, text=TEXT):
    """As somebody types who does not hurry; the form must be a few seconds old when it is sent."""
    type_in(page.locator("#id_text"), text, delay=45)
    page.fill("#id_contact", "0912 345 678")
    page.check("#id_consent")


def test_a_question_is_sent_in_no_time_and_the_receipt_is_for_everybody(screen, address, questions):
    start = time.monotonic()
    screen.goto(address("xa-a", ASK))
    assert (axe(screen), fits(screen), screen.errors) == ([], True, [])
    fill(screen)
    screen.click("main button[type=submit]")
    screen.wait_for_url("**/da-nhan/**")
    assert time.monotonic() - start <= 90
    [question] = questions()
    assert screen.inner_text(".receipt__sign") == question.code
    assert screen.evaluate("document.querySelector('.receipt__picture img').naturalWidth") > 0
    assert (axe(screen), fits(screen), screen.errors) == ([], True, [])
    assert (question.portal.slug, question.text) == ("xa-a", TEXT)


def test_faults_are_read_out_and_lead_to_their_fields(screen, address, questions):
    screen.goto(address("xa-a", ASK))
    screen.click("main button[type=submit]")
    screen.locator(".error-summary").wait_for()
    assert screen.evaluate("document.activeElement.className") == "error-summary"
    assert (axe(screen), fits(screen), screen.errors) == ([], True, [])
    screen.click(".error-summary a[href='#id_contact']")
    assert screen.evaluate("document.activeElement.id") == "id_contact"
    assert questions() == []


@pytest.mark.parametrize("path", [ASK, f"/en{ASK}", f"{ASK}bao-sai/?trang=/lien-he/"])
def test_letters_twice_as_large_still_fit(screen, address, questions, path):
    screen.goto(address("xa-a", path))
    screen.evaluate("document.documentElement.style.fontSize = '200%'")
    if screen.locator("details.ask__more").count():
        screen.click("details.ask__more summary")
    assert fits(screen)
    cut = """[...document.querySelectorAll('main label, main p, main button, main h1')]
        .filter(e => e.offsetParent && !e.closest('[aria-hidden], .visually-hidden'))
        .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.trim())"""
    assert screen.evaluate(cut) == []


def test_targets_are_large_enough(screen, address, questions):
    screen.goto(address("xa-a", ASK))
    screen.click("details.ask__more summary")
    small = """[...document.querySelectorAll('input, select, button, textarea, summary, label')]
        .filter(e => e.closest('main'))
        .filter(e => e.offsetParent && !e.closest('[aria-hidden]') && e.type !== 'checkbox')
        .filter(e => e.tagName !== 'LABEL' || e.closest('.ask__tick'))
        .filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.id || e.textContent)"""
    assert screen.evaluate(small) == []


def test_without_script_a_question_goes_in_and_a_fault_loses_nothing(chromium, address, questions):
    context = chromium.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address("xa-a", ASK))
    type_in(page.locator("#id_text"), TEXT, delay=45)
    page.check("#id_consent")
    page.click("main button[type=submit]")
    page.locator(".error-summary").wait_for()
    assert page.input_value("#id_text") == TEXT
    assert page.is_checked("#id_consent")
    page.fill("#id_contact", "mai@example.com")
    page.click("main button[type=submit]")
    page.wait_for_url("**/da-nhan/**")
    assert page.inner_text(".receipt__sign") == questions()[0].code
    assert not page.is_visible("[data-copy-code]")
    context.close()


def test_likely_answers_come_while_typing_and_the_words_stay(screen, address, questions, monkeypatch):
    found = [Suggestion("Thủ tục đăng ký khai sinh", "/hoi-dap/1/", "Hỏi - Đáp")]
    monkeypatch.setattr(suggesting, "suggesters", [lambda text, portal, lang: found if "khai sinh" in text else []])
    screen.goto(address("xa-a", ASK))
    type_in(screen.locator("#id_text"), "Đăng ký khai sinh", delay=20)
    screen.locator("[data-likely-list] a").wait_for()
    assert screen.inner_text("[data-likely-list] a").startswith("Thủ tục đăng ký khai sinh")
    assert screen.get_attribute("[data-likely-list] a", "target") == "_blank"
    assert (axe(screen), fits(screen)) == ([], True)
    screen.fill("#id_text", "Việc khác hẳn rồi")
    screen.locator("[data-likely]").wait_for(state="hidden")
    assert screen.errors == []


def test_a_search_that_is_down_is_not_noticed(screen, address, questions):
    screen.route("**/goi-y/", lambda route: route.abort())
    screen.goto(address("xa-a", ASK))
    fill(screen)
    assert not screen.is_visible("[data-likely]")
    screen.click("main button[type=submit]")
    screen.wait_for_url("**/da-nhan/**")
    assert screen.errors == []


def test_one_tap_and_one_line_tell_what_is_wrong_on_a_page(screen, address, questions):
    screen.goto(address("xa-a", "/lien-he/"))
    screen.click("footer a[href*=bao-sai]")
    assert screen.inner_text(".ask__page") == "/lien-he/"
    assert (axe(screen), fits(screen)) == ([], True)
    type_in(screen.locator("#id_text"), "Số điện thoại của bộ phận một cửa đã đổi sang số mới", delay=60)
    screen.keyboard.press("Enter")
    screen.wait_for_url("**/da-nhan/**")
    assert [(one.page_path, one.portal.slug) for one in questions()] == [("/lien-he/", "xa-a")]
