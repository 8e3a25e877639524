"""Two tabs of somebody who works for two portals; and a tab whose log-in ended in another one."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from PIL import Image

from cms.pages.models import PortalImage, PortalPage
from cms.pages.people.models import Person
from tenants.actions import grant
from tenants.models import Portal, Role
from tenants.scoping import platform_scope
from tests.factories import make_user

from .hands import type_in


@pytest.fixture
def tabs(screen, world, sign_in, address):
    """Two tabs of a chief of A and of B; the second works for B since."""
    a, b = (Portal.objects.get(slug=slug) for slug in ("xa-a", "xa-b"))
    user = make_user("hai-xa@xa-a.example", portal=a, role=Role.CHIEF)
    grant(user, portal=b, role=Role.CHIEF, now=timezone.now())
    sign_in(screen, "xa-a", user)
    screen.user, other = user, screen.context.new_page()
    yield screen, other
    for tab in (screen, other):  # what saves itself is saved before the database is emptied
        tab.goto(address("xa-a", "/admin/login/"))
        tab.wait_for_load_state("networkidle")


def change_to(tab, address, slug):
    tab.goto(address("xa-a", "/admin/acting/"))
    key = Portal.objects.get(slug=slug).pk
    tab.locator(f"form:has([name=portal][value='{key}']) button").click()
    tab.locator(".messages .success").wait_for()


def portal_shown(tab, address):
    tab.goto(address("xa-a", "/admin/"))
    return tab.locator(".cong-acting strong").inner_text()


def send(tab):
    """Press the button of the form that is to be seen."""
    tab.locator("#page-edit-form footer button[type=submit]:visible").first.click(no_wait_after=True)


def where(model, **found):
    with platform_scope():
        return list(model.objects.filter(**found).values_list("portal__slug", flat=True))


def test_what_is_typed_in_the_first_tab_stays_in_its_portal(tabs, address):
    first, second = tabs
    first.click(".cong-button >> nth=0")
    change_to(second, address, "xa-b")
    with first.expect_response(lambda response: response.request.method == "POST" and response.ok):
        type_in(first.locator("#id_title"), "Của xã A")
    first.wait_for_url("**/edit/")
    assert where(PortalPage, draft_title="Của xã A") == ["xa-a"]
    assert portal_shown(second, address) == "Xã Bình Yên"  # what saves itself changes nobody's choice
    send(first)
    first.locator(".messages").locator(".error").first.wait_for()  # it was sent, and lacks its text
    assert first.locator(".cong-acting strong").inner_text() == "Xã An Bình"
    assert portal_shown(second, address) == "Xã An Bình"
    assert (where(PortalPage, draft_title="Của xã A"), first.errors) == (["xa-a"], [])


def test_a_picture_goes_to_the_library_of_its_tab(tabs, address, tmp_path):
    first, second = tabs
    file = tmp_path / "rung.png"
    Image.new("RGB", (80, 60), "green").save(file)
    first.goto(address("xa-a", "/admin/images/multiple/add/"))
    change_to(second, address, "xa-b")
    with first.expect_response(lambda response: response.request.method == "POST" and response.ok):
        first.set_input_files("input[type=file] >> nth=0", str(file))
    assert where(PortalImage) == ["xa-a"]


def test_who_is_logged_out_in_one_tab_goes_on_after_logging_in_in_another(tabs, address, sign_in):
    first, second = tabs
    first.click(".cong-button >> nth=0")
    type_in(first.locator("#id_title"), "Viết dở")
    first.wait_for_url("**/edit/")
    first.locator("#cong-next-step").get_by_text("Bản nháp, chưa gửi.").wait_for()  # all of the first save is through
    Session.objects.all().delete()
    type_in(first.locator("#id_title"), ", viết tiếp")
    first.get_by_text("Bạn đã được đăng xuất").wait_for()
    sign_in(second, "xa-a", first.user)
    with first.expect_response(lambda response: response.request.method == "POST" and "/edit/" in response.url):
        first.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as when the tab comes to the front
    first.get_by_text("Bạn đã được đăng xuất").wait_for(state="detached")
    assert where(PortalPage, draft_title="Viết dở, viết tiếp") == ["xa-a"]
    send(first)
    first.locator(".messages").locator(".error").first.wait_for()
    assert first.input_value("#id_title") == "Viết dở, viết tiếp"


def test_who_presses_nevertheless_reads_the_words_again(tabs, address):
    first, _second = tabs
    first.goto(address("xa-a", "/admin/people/persons/add/"))
    first.fill("#id_name", "Nguyễn Thị Hoa")
    Session.objects.all().delete()
    first.locator("form[data-edit-form] [type=submit]").first.click()
    first.get_by_role("heading", name="Bạn đã được đăng xuất").wait_for()
    assert first.locator("textarea").first.input_value() == "Nguyễn Thị Hoa"
    assert first.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert where(Person) == []
