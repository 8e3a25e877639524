"""What an editor types stays: pages save themselves, leaving warns, records come back after a lost connection."""

import pytest

from cms.pages.models import PortalPage
from tenants.models import Portal, Role
from tenants.scoping import platform_scope
from tests.factories import make_user

from .hands import type_in


@pytest.fixture
def writing(screen, world, sign_in, address):
    """A window of an editor of A; the dialogues that it showed are in `asked`."""
    a = Portal.objects.get(slug="xa-a")
    sign_in(screen, "xa-a", make_user("bien-tap@xa-a.example", portal=a, role=Role.EDITOR))
    screen.asked = []
    screen.on("dialog", lambda dialog: (screen.asked.append(dialog.type), dialog.accept()))
    yield screen
    screen.goto(address("xa-a", "/admin/"))  # what saves itself is saved before the database is emptied
    screen.wait_for_load_state("networkidle")


def test_a_new_page_saves_itself_from_the_first_letter(writing):
    writing.click(".cong-button >> nth=0")
    with writing.expect_response(lambda response: response.request.method == "POST" and response.ok):
        type_in(writing.locator("#id_title"), "Tự lưu")  # sooner than Wagtail looks at the form
    writing.wait_for_url("**/edit/")
    writing.locator("#cong-next-step").get_by_text("Bản nháp, chưa gửi.").wait_for()
    writing.reload()
    assert writing.input_value("#id_title") == "Tự lưu"
    assert (writing.asked, writing.errors) == ([], [])


def begin(writing, title):
    """A new page whose first save by itself is held up; returns the list of what is held."""
    writing.click(".cong-button >> nth=0")
    writing.wait_for_selector("#id_title")
    held = []
    writing.route("**/pages/add/**", lambda route: held.append(route))
    with writing.expect_request("**/pages/add/**"):
        type_in(writing.locator("#id_title"), title)
    return held


def test_what_is_typed_while_a_page_saves_itself_is_saved_next(writing):
    held = begin(writing, "Trước")
    type_in(writing.locator("#id_title"), " và sau")
    with writing.expect_response(lambda response: response.request.method == "POST" and "/edit/" in response.url):
        held[0].continue_()  # at once: sooner than Wagtail looks at the form again
    writing.wait_for_selector("#page-edit-form[data-w-unsaved-has-edits-value=false]", state="attached")
    writing.reload()
    assert writing.input_value("#id_title") == "Trước và sau"
    assert (writing.asked, writing.errors) == ([], [])


def test_a_page_merely_opened_saves_nothing(writing):
    with platform_scope():
        before = PortalPage.objects.count()
    writing.click(".cong-button >> nth=0")
    with writing.expect_event("console", lambda message: message.text == "watched", timeout=20_000):
        writing.wait_for_selector("#id_title")
        writing.evaluate("addEventListener('w-unsaved:watch-edits', () => setTimeout(console.log, 2000, 'watched'))")
    assert "/pages/add/" in writing.url
    with platform_scope():
        assert PortalPage.objects.count() == before


def test_a_button_pressed_while_a_new_page_saves_itself_makes_no_second_one(writing):
    asked = begin(writing, "Một lần")
    writing.click("button[name=action-submit]", no_wait_after=True)
    asked[0].continue_()
    writing.locator(".messages").locator(".error").first.wait_for()  # it was sent, and lacks its text
    assert [route.request.is_navigation_request() for route in asked] == [False]
    with platform_scope():
        assert PortalPage.objects.filter(draft_title="Một lần").count() == 1
    assert (writing.asked, writing.errors) == ([], [])


LOSE_THE_FIRST_ANSWER = """() => {
  const real = window.fetch;
  window.fetch = async (address, options) => {
    const answer = await real(address, options);
    if (window.lost || !`${address.url || address}`.includes("/pages/add/")) return answer;
    window.lost = true;
    throw new TypeError("Failed to fetch");
  };
}"""


def test_a_first_save_whose_answer_was_lost_makes_no_second_page(writing):
    writing.click(".cong-button >> nth=0")
    writing.wait_for_selector("#id_title")
    writing.evaluate(LOSE_THE_FIRST_ANSWER)
    type_in(writing.locator("#id_title"), "Mất trả lời")
    writing.wait_for_function("window.lost")
    with writing.expect_response(lambda response: response.request.method == "POST" and response.ok):
        type_in(writing.locator("#id_title"), " rồi")
    writing.wait_for_url("**/edit/")
    with platform_scope():
        found = PortalPage.objects.filter(draft_title__startswith="Mất trả lời").values_list("draft_title", flat=True)
        assert list(found) == ["Mất trả lời rồi"]


def test_leaving_with_unsaved_words_warns(writing, address):
    writing.goto(address("xa-a", "/admin/people/units/add/"))
    type_in(writing.locator("#id_name"), "Văn phòng")
    writing.goto(address("xa-a", "/admin/"))
    assert writing.asked == ["beforeunload"]


def test_a_record_typed_while_the_network_was_lost_is_offered_again(writing, address):
    form = address("xa-a", "/admin/people/units/add/")
    writing.goto(form)
    type_in(writing.locator("#id_name"), "Văn phòng")
    writing.context.set_offline(True)
    with writing.expect_event("requestfailed"):
        writing.click("#w-editor-form button[type=submit]", no_wait_after=True)
    writing.context.set_offline(False)
    writing.goto(form)
    writing.click("[data-restore]")
    assert writing.input_value("#id_name") == "Văn phòng"
    writing.click("#w-editor-form button[type=submit]")
    writing.wait_for_selector(".messages .success")
    writing.goto(form)
    assert writing.locator(".cong-typed").count() == 0


def test_no_button_leaves_a_page_while_the_network_is_away(writing):
    writing.click(".cong-button >> nth=0")
    type_in(writing.locator("#id_title"), "Trước")
    writing.wait_for_url("**/edit/")
    writing.wait_for_load_state("networkidle")
    writing.context.set_offline(True)
    type_in(writing.locator("#id_lead"), "Gõ lúc mất mạng")
    for _press in range(2):  # whoever is frightened presses again
        writing.click("button[name=action-submit]", no_wait_after=True)
        writing.locator("#page-edit-form [role=alert]").get_by_text("Mất kết nối mạng").wait_for()
    assert writing.locator("#w-save-confirmation-dialog:not([aria-hidden=true])").count() == 0
    with writing.expect_response(lambda response: response.request.method == "POST" and "/edit/" in response.url):
        writing.context.set_offline(False)
    writing.locator("#page-edit-form").get_by_text("Mất kết nối mạng").wait_for(state="detached")
    writing.reload()
    assert writing.input_value("#id_lead") == "Gõ lúc mất mạng"
    assert writing.asked == []


def test_a_picture_without_description_is_asked_about_once(writing):
    writing.click(".cong-button >> nth=0")
    type_in(writing.locator("#id_title"), "Có ảnh")
    writing.wait_for_url("**/edit/")
    writing.evaluate("document.querySelector('[name=picture]').value = '1'")
    writing.click("button[name=action-submit]")
    writing.locator("[role=alert]").get_by_text("Ảnh chưa có mô tả").wait_for()
    assert writing.evaluate("document.activeElement.name") == "picture_alt"
