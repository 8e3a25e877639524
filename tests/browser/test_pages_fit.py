"""Every kind of public page fits a phone and a desk: nothing scrolls sideways, targets are large, no script fails."""

import pytest

from cms.pages.models import ContactPage
from tenants.models import Portal
from tests.factories import make_article, make_document, make_post, publish

LONG = "Ủy ban nhân dân thị trấn Nông trường Phong Hải, huyện Bảo Thắng, tỉnh Lào Cai"
PATHS = ["/", "/en/", "/tin-tuc/", "/van-ban/", "/gioi-thieu/", "/lanh-dao/", "/danh-ba/", "/lien-he/", "/hoi-dap/",
         "/tim-kiem/?q=dat+dai", "/khong-co-trang-nay/"]  # fmt: skip


@pytest.fixture
def filled(world):
    Portal.objects.filter(slug="xa-a").update(name=LONG)
    a = Portal.objects.select_related("site__root_page", "collection").get(slug="xa-a")
    b = Portal.objects.select_related("site__root_page", "collection").get(slug="xa-b")
    for portal in (a, b):
        make_article(portal, f"{LONG} tổ chức lễ ra quân")
        make_document(portal, f"Quyết định của {LONG}", issuer=LONG)
        make_post(portal, "Nguyễn Văn Minh Họa", title=f"Chủ tịch {LONG}", phone="0214 3000 001")
    return a


@pytest.mark.parametrize("path", PATHS)
def test_page_fits_the_screen(screen, filled, address, path):
    screen.goto(address("xa-a", path))
    width = screen.viewport_size["width"]
    assert screen.evaluate("document.documentElement.scrollWidth") <= width
    assert screen.locator("h1").count() == 1
    assert "None" not in screen.inner_text("body")
    assert screen.errors == []


@pytest.mark.parametrize("path", ["/", "/en/", "/lien-he/"])
def test_letters_of_twice_the_size_scroll_nothing_sideways(screen, filled, address, path):
    contact = ContactPage.objects.get(portal=filled)
    contact.phone, contact.is_starter = "0214 3000 609", False
    publish(contact)
    screen.goto(address("xa-a", path))
    screen.evaluate("document.documentElement.style.fontSize = '200%'")
    width = screen.viewport_size["width"]
    assert screen.evaluate("document.documentElement.scrollWidth") <= width
    assert screen.errors == []


def test_menu_opens_from_the_keyboard(screen, filled, address):
    screen.goto(address("xa-a"))
    button = screen.locator("[popovertarget=menu]").first
    if button.is_visible():
        button.focus()
        screen.keyboard.press("Enter")
    screen.locator("nav summary").first.focus()
    screen.keyboard.press("Enter")
    assert screen.locator("nav details[open]").count() >= 1
