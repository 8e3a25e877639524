"""Takes the pictures of the built-in guide anew: `make guide` while `make run` serves the demonstration.

Nothing is sent but one report brought in from Word, whose draft is deleted so that the trash has something to show;
of an answer to a question a draft is kept.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.pages.uploads.reports import report, saved

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost",
]
FOLDER = Path(__file__).parents[2] / "cms/pages/static/pages/guide"
SLUG, WORD = "xa-ta-phin", "minh-hoa-lao-cai"
EDITOR, CHIEF = "bientap.taphin@laocai.example", "truongban.taphin@laocai.example"
OFFICER, HEAD = "hoidap.taphin@laocai.example", "lanhdao.taphin@laocai.example"
SIZE = {"width": 1000, "height": 620}
TITLE = "Báo cáo quý I năm 2026"
ANSWER = (
    "Đợt tiêm phòng tới vào ngày 12 và 13 tại nhà văn hóa thôn, không thu tiền. Gia đình báo số trâu, bò "
    "cho trưởng thôn theo số 0214 3000 012 trước ngày 10."
)
QUALITY = 60
MENU_WIDTH = 200


class Camera:
    def __init__(self, browser, base):
        self.browser, self.base, self.page = browser, base, None

    def enter(self, email):
        self.page = self.browser.new_context(viewport=SIZE, locale="vi-VN").new_page()
        self.go("/admin/login/")
        self.page.fill("#id_login", email)
        self.page.fill("#id_password", WORD)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def go(self, path):
        self.page.goto(path if path.startswith("http") else f"{self.base}{path}")

    def take(self, name, beside=None, *, menu=False):
        """A picture of the window, scrolled to what it is about; without the menu it can be read on a phone."""
        if beside:
            self.page.locator(beside).first.evaluate("thing => thing.scrollIntoView({block: 'center'})")
        self.page.wait_for_load_state("networkidle")
        shot = Image.open(io.BytesIO(self.page.screenshot(animations="disabled")))
        left = 0 if menu else MENU_WIDTH
        shot.convert("RGB").crop((left, 0, *shot.size)).save(
            FOLDER / f"{name}.webp", "WEBP", quality=QUALITY, method=6
        )


def write_news(camera):
    page = camera.page
    camera.take("trang-dau", menu=True)
    page.click("a:has-text('Viết tin bài') >> nth=0")
    page.wait_for_selector("#id_title")
    camera.take("nut-nhap-word")
    page.fill("#id_title", "Ra quân trồng cây đầu xuân")
    page.fill("#id_lead", "Hơn 300 người dân tham gia trồng cây bên suối.")
    camera.take("viet-tin", "#id_lead")
    page.click("[data-chooser-action-choose] >> nth=0")
    page.click(".modal-body a[href='#tab-upload']")
    camera.take("chon-anh", menu=True)
    page.click(".modal .close, .modal button[data-dismiss=modal]")
    page.wait_for_selector(".modal-body", state="detached")
    page.click(".c-sf-add-button >> nth=0")
    page.wait_for_selector("[role=option]")
    camera.take("noi-dung", "[role=option]")


def bring_report(camera):
    page = camera.page
    camera.go("/admin/")
    camera.go(page.locator("a:has-text('Viết tin bài')").first.evaluate("link => link.href"))
    page.click("a:has-text('Nhập từ Word')")
    page.wait_for_selector("#id_file")
    camera.take("chon-tep-word")
    page.set_input_files(
        "#id_file", {"name": "bao-cao.docx", "mimeType": "application/octet-stream", "buffer": saved(report())}
    )
    page.click("form.cong-word button[type=submit]")
    page.wait_for_url("**/edit/")
    page.locator(".public-DraftEditor-content").first.wait_for()
    camera.take("ban-nhap-tu-word")
    page.click("[role=tab]:has-text('English')")
    camera.take("tieng-anh")
    return page.url.partition("#")[0]


def standing_screens(camera):
    camera.go("/admin/")
    camera.go(camera.page.locator("a:has-text('Đăng văn bản')").first.evaluate("link => link.href"))
    camera.take("van-ban", "#id_number")
    camera.go("/admin/people/posts/")
    camera.take("danh-ba")
    camera.go(camera.page.locator("a:has-text('Thay người')").first.evaluate("link => link.href"))
    camera.take("thay-nguoi")
    camera.go("/admin/nil/")
    camera.take("khong-phat-sinh", menu=True)


def chiefs_screens(camera, draft):
    page = camera.page
    camera.take("xac-nhan", "text=Vẫn đúng")
    camera.go(draft)
    page.locator(".public-DraftEditor-content").first.wait_for()
    camera.take("nut-duyet")
    camera.go("/admin/menus/")
    camera.take("menu", menu=True)
    camera.go("/admin/members/")
    camera.take("nguoi-va-vai-tro", menu=True)
    camera.go(page.locator("a:has-text('Thêm người')").first.evaluate("link => link.href"))
    camera.take("moi-nguoi")


def officers_screens(camera):
    camera.go("/admin/questions/")
    camera.take("cau-hoi-hom-nay", menu=True)
    case = case_about(camera, "khai sinh bị mất")
    camera.go(case)
    camera.take("cau-hoi")
    camera.go(f"{case}do/forward/")
    camera.page.fill("#id_unit", "Thị xã Sa Pa")
    camera.page.locator("#id_reason input").first.check()
    camera.take("chuyen-don-vi", "#id_unit")
    camera.go("/admin/questions/record/")
    camera.take("ghi-thay")


def write_answer(camera):
    page = camera.page
    camera.go(case_about(camera, "tiêm phòng trâu bò"))
    camera.go(page.locator("a:has-text('Soạn trả lời')").first.evaluate("link => link.href"))
    page.fill("#id_draft", ANSWER)
    camera.take("soan-tra-loi", ".cong-templates")
    page.check("input[name=visibility][value=public]")
    page.click("button:has-text('Tiếp: kiểm tra và trình ký')")
    page.wait_for_url("**/submit/")
    camera.take("kiem-tra-che", "mark.cong-found")


def heads_screens(camera):
    camera.take("ky-trang-dau", menu=True)
    camera.page.click("a.cong-button:has-text('Ký trả lời câu hỏi')")
    camera.page.wait_for_url("**/sign/")
    camera.take("ky-tra-loi")
    camera.page.click("text=Chưa ký, trả lại để sửa")
    camera.take("ky-tra-lai", "text=Chưa ký, trả lại để sửa")


def case_about(camera, words):
    """The address of the first case of the officer's list that says so."""
    camera.go(f"/admin/questions/all/?q={words}")
    return camera.page.locator(".cong-cases a").first.evaluate("link => link.href")


def submit(camera, draft):
    camera.go(draft)
    camera.page.locator(".public-DraftEditor-content").first.wait_for()
    camera.page.locator("button[name=action-submit]").first.evaluate("button => button.click()")
    camera.page.wait_for_url("**/admin/pages/*/")


def throw_away(camera, draft):
    camera.go(draft.replace("/edit/", "/delete/"))
    camera.page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    camera.go("/admin/trash/")
    camera.take("thung-rac", menu=True)


def main(base):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        camera = Camera(playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS), base)
        camera.enter(EDITOR)
        write_news(camera)
        draft = bring_report(camera)
        standing_screens(camera)
        submit(camera, draft)
        camera.enter(CHIEF)
        camera.take("cho-duyet", f"main a:has-text('{TITLE}')")
        chiefs_screens(camera, draft)
        throw_away(camera, draft)
        camera.enter(OFFICER)
        officers_screens(camera)
        write_answer(camera)
        camera.enter(HEAD)
        heads_screens(camera)
        camera.browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else f"http://{SLUG}.localhost:{os.environ.get('PORT', '8000')}")
