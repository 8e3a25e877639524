"""An article's way: an editor writes it with a picture, the chief approves it, a citizen reads it at once."""

import pytest
from PIL import Image

from tenants.models import Portal, Role
from tests.factories import make_user

from .hands import type_in

TITLE = "Ra quân trồng cây đầu xuân"
SLUG = "ra-quan-trong-cay-dau-xuan"


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "trong-cay.jpg"
    Image.linear_gradient("L").resize((1280, 720)).convert("RGB").save(path)
    return path


@pytest.fixture
def people(world):
    a, b = Portal.objects.get(slug="xa-a"), Portal.objects.get(slug="xa-b")
    return {
        "editor": make_user("bien-tap@xa-a.example", portal=a, role=Role.EDITOR),
        "chief": make_user("truong-ban@xa-a.example", portal=a, role=Role.CHIEF),
        "stranger": make_user("truong-ban@xa-b.example", portal=b, role=Role.CHIEF),
    }


def write(page, picture):
    page.click(".cong-button >> nth=0")
    page.fill("#id_title", TITLE)
    page.fill("#id_lead", "Hơn 300 người tham gia.")
    page.click("[data-chooser-action-choose] >> nth=0")
    page.click(".modal-body a[href='#tab-upload']")
    page.set_input_files(".modal-body input[type=file]", str(picture))
    page.wait_for_function("document.querySelector('.modal-body input[name$=title]').value")  # from the file's name
    page.click(".modal-body form[data-chooser-modal-creation-form] button[type=submit]")
    page.wait_for_selector(".modal-body", state="detached")
    page.fill("#id_picture_alt", "Người dân trồng cây")
    page.click(".c-sf-add-button >> nth=0")
    page.click("[role=option]:has-text('Đoạn văn')")
    text = page.locator(".public-DraftEditor-content")
    type_in(text, "Sáng nay, xã tổ chức lễ ra quân trồng cây.")
    # The editor hands its text to the form a quarter of a second after the last key.
    page.wait_for_function("document.querySelector('input[name=body-0-value]').value.includes('trồng cây.')")
    page.click("button[name=action-submit]")
    page.wait_for_url("**/admin/pages/*/")


def approve(page):
    page.click(f"a:has-text('{TITLE}') >> nth=0")
    page.wait_for_url("**/edit/")
    page.locator(".public-DraftEditor-content").get_by_text("trồng cây.").wait_for()  # the form is complete by then
    page.click("[data-workflow-action-name='approve'] >> nth=0")
    page.wait_for_url("**/admin/pages/*/")


def test_an_article_reaches_the_citizen_of_its_own_portal_only(screen, people, sign_in, address, picture):
    sign_in(screen, "xa-a", people["editor"])
    write(screen, picture)
    screen.context.clear_cookies()
    sign_in(screen, "xa-b", people["stranger"])
    assert TITLE not in screen.content()
    screen.context.clear_cookies()
    sign_in(screen, "xa-a", people["chief"])
    approve(screen)

    screen.context.clear_cookies()
    assert screen.goto(address("xa-a", f"/tin-tuc/{SLUG}/")).status == 200
    assert screen.inner_text("h1") == TITLE
    assert screen.locator("main img[alt='Người dân trồng cây']").evaluate("image => image.naturalWidth") > 0
    assert screen.goto(address("xa-b", f"/tin-tuc/{SLUG}/")).status == 404
    assert screen.errors == []


def test_english_shows_the_vietnamese_article_and_says_so(screen, people, sign_in, address, picture):
    sign_in(screen, "xa-a", people["editor"])
    write(screen, picture)
    screen.context.clear_cookies()
    sign_in(screen, "xa-a", people["chief"])
    approve(screen)
    screen.goto(address("xa-a", f"/en/tin-tuc/{SLUG}/"))
    assert screen.get_attribute("html", "lang") == "en"
    assert screen.locator("main h1[lang=vi], main [lang=vi] h1").inner_text() == TITLE
    assert screen.get_attribute("meta[name=robots]", "content") == "noindex, follow"
