"""Who asked follows the case on a phone and at a desk; answered questions are read by everybody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.questions import actions
from cms.questions.models import Question
from cms.questions.tracking import address_with_code
from tenants.models import Portal
from tests.factories.questions import events_of, make_question, make_staff
from tests.project.tree import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
FINDINGS = """async () => {
    const result = await axe.run(document, {resultTypes: ["violations"]});
    return result.violations
        .filter(one => ["serious", "critical"].includes(one.impact))
        .map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join(" | ")}`);
}"""
WIDER = "document.documentElement.scrollWidth - innerWidth"
PRESSED = "main button, main summary, main .tile, main .more, main input:not([type=radio])"
LOW = f"""[...document.querySelectorAll("{PRESSED}")]
    .filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)
    .map(one => one.outerHTML.slice(0, 120))"""
LONG = "Bao giờ sửa đường từ thôn Sả Séng lên trung tâm xã, đoạn qua suối bị lở từ trận mưa tháng trước?"


@pytest.fixture
def portals(world):
    found = Portal.objects.select_related("site__root_page", "collection")
    return [found.get(slug=slug) for slug in ("xa-a", "xa-b")]


@pytest.fixture
def cases(portals):
    """Cases of the second portal: in work with everything that can happen to it, and answered."""
    a, b = portals
    now, staff = timezone.now() - timedelta(days=2), make_staff(b)
    waiting = make_question(b, LONG, upto="received", at=now)
    about = {"portal": b, "by": staff.officer, "now": now + timedelta(hours=1)}
    actions.ask_back(waiting.pk, text="Ông/bà cho biết đoạn nào bị lở?", **about)
    answered = make_question(b, LONG, upto="answered", at=now, answer=f"{LONG} Xã trả lời như sau.")
    return {"waiting": waiting, "answered": answered, "elsewhere": make_question(a, upto="answered")}


@pytest.fixture
def judge(screen):
    """judge(): what axe finds serious, what is too wide, too low or failed on the page that is open."""
    screen.context.add_init_script(path=AXE)

    def found():
        return screen.evaluate(FINDINGS), max(screen.evaluate(WIDER), 0), screen.evaluate(LOW), screen.errors

    return found


def test_the_link_of_a_receipt_opens_the_case_in_one_press(screen, cases, portals, address, judge):
    asked = []
    screen.on("request", lambda request: asked.append(request.url))
    port = address("xa-a").split(":")[2].rstrip("/")
    link = address_with_code(cases["waiting"].code, portal=portals[0]).replace(":8000/", f":{port}/")
    screen.goto(link)
    assert judge() == ([], 0, [], [])
    assert screen.url.endswith("/hoi-dap/tra-cuu/")
    assert screen.input_value("#id_code") == cases["waiting"].code
    screen.keyboard.press("Enter")  # the button has the focus
    screen.wait_for_selector(".state")
    assert "Đơn vị đang chờ ông/bà làm rõ" in screen.inner_text("main")
    assert "Xã Bình Yên" in screen.inner_text(".facts")
    assert not [url for url in [*asked, screen.url] if cases["waiting"].code in url.partition("#")[0]]
    screen.click("text=Vì sao hạn là ngày này")
    assert screen.locator("details[open] ol li").count() >= 3
    assert judge() == ([], 0, [], [])


def test_a_clarification_is_written_and_sent(screen, cases, address, judge):
    screen.goto(address("xa-a", "/hoi-dap/tra-cuu/"))
    screen.fill("#id_code", cases["waiting"].code.lower().replace("-", " "))
    screen.click("text=Xem câu hỏi")
    screen.click("text=Gửi nội dung làm rõ")
    assert "Hãy viết nội dung làm rõ" in screen.inner_text(".error-summary")
    assert judge() == ([], 0, [], [])
    screen.fill("#clarify_text", "Đoạn ngay đầu cầu treo, dài chừng 20 mét.")
    screen.click("text=Gửi nội dung làm rõ")
    screen.wait_for_selector("[role=status] .notice--good")
    assert "Đoạn ngay đầu cầu treo" in screen.inner_text(".timeline")
    assert events_of(cases["waiting"])[-1].detail["text"] == "Đoạn ngay đầu cầu treo, dài chừng 20 mét."


def test_an_answer_is_read_rated_and_asked_about_again(screen, cases, address, judge):
    screen.goto(address("xa-a", "/hoi-dap/tra-cuu/"))
    screen.fill("#id_code", cases["answered"].code)
    screen.click("text=Xem câu hỏi")
    assert "Chủ tịch UBND xã" in screen.inner_text("section[aria-labelledby=answer]")
    screen.click("text=4 - Hài lòng")
    screen.click("text=Gửi đánh giá")
    screen.wait_for_selector("[role=status] .notice--good")
    screen.click("summary:has-text('Hỏi lại')")
    screen.fill("#reopen_text", "Chưa nói bao giờ làm xong.")
    assert judge() == ([], 0, [], [])
    screen.click("text=Gửi lại câu hỏi")
    screen.wait_for_selector("[role=status] .notice--good")
    assert Question._base_manager.get(pk=cases["answered"].pk).stage == "received"


def test_a_wrong_code_is_said_beside_the_box(screen, cases, address, judge):
    screen.goto(address("xa-a", "/hoi-dap/tra-cuu/"))
    screen.fill("#id_code", "2222-2222-2222")
    screen.click("text=Xem câu hỏi")
    assert "Không có câu hỏi nào mang mã này" in screen.inner_text("main")
    assert judge() == ([], 0, [], [])


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_public_list_and_a_question_fit_and_are_accessible(screen, cases, address, judge, language):
    for path in (f"{language}/hoi-dap/", f"{language}/hoi-dap/?q=duong&pham-vi=tinh", f"{language}/"):
        assert screen.goto(address("xa-b", path)).status == 200
        assert judge() == ([], 0, [], []), path
    assert screen.goto(address("xa-b", f"{language}/hoi-dap/{cases['answered'].pk}/")).status == 200
    assert judge() == ([], 0, [], [])
    assert "Lý Thị Hoa" not in screen.inner_text("body")
    assert screen.locator("h1").count() == 1
