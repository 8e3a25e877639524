"""The register by thumb: a new leader, one tap that all is still right, a number dialled from the home page."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.people.models import Post, Unit
from tenants.models import Portal, Role
from tenants.scoping import platform_scope
from tests.factories import make_post, make_user

from .hands import type_in

TYPING = 60  # milliseconds a key: a clerk who types with two fingers
CHANGE, CONFIRM, CALL = 90, 30, 10  # seconds


@pytest.fixture
def editor(world):
    """Two portals alike, whose directories nobody has confirmed for 100 days; the editor of the first."""
    portals = [Portal.objects.get(slug=slug) for slug in ("xa-a", "xa-b")]
    long_ago = timezone.localdate() - timedelta(days=100)
    for portal in portals:
        with platform_scope():
            desk = Unit.objects.create(portal=portal, name="Bộ phận Một cửa", phone="0214 3840 100")
        make_post(portal, f"Trần Văn Bình {portal.slug}", phone="0214 3840 001", from_date=long_ago, order=1)
        make_post(portal, f"Lê Thị Hoa {portal.slug}", title="Văn thư", kind="focal", unit=desk, from_date=long_ago)
    return make_user("bien-tap@xa-a.example", portal=portals[0], role=Role.EDITOR)


@pytest.fixture
def clock(record_property):
    """clock(name, limit): seconds of the block, told in the report and held against the limit."""

    class Clock:
        def __init__(self, name, limit):
            self.name, self.limit = name, limit

        def __enter__(self):
            self.began = time.monotonic()

        def __exit__(self, *failure):
            took = time.monotonic() - self.began
            record_property(self.name, round(took, 1))
            assert any(failure) or took <= self.limit, f"{self.name}: {took:.1f} s"

    return Clock


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_change_of_leader_takes_a_minute_and_all_pages_follow(screen, editor, sign_in, address, clock):
    sign_in(screen, "xa-a", editor)
    with clock("change of leader", CHANGE):
        screen.click("a.cong-button:has-text('Lãnh đạo, danh bạ')")
        screen.click("tr:has-text('Trần Văn Bình') a:has-text('Thay người')")
        type_in(screen.locator("#id_name"), "Phạm Thị Mai", delay=TYPING)
        assert fits(screen)
        screen.click("form#w-editor-form button[type=submit]")
        screen.wait_for_url("**/people/posts/")
    assert "Phạm Thị Mai giữ chức Chủ tịch" in screen.inner_text(".messages")
    screen.context.clear_cookies()
    for path in ("/", "/lanh-dao/", "/danh-ba/", "/en/lanh-dao/", "/en/danh-ba/"):
        screen.goto(address("xa-a", path))
        assert "Phạm Thị Mai" in screen.inner_text("main") and "Trần Văn Bình" not in screen.inner_text("main")
        screen.goto(address("xa-b", path))
        assert "Trần Văn Bình xa-b" in screen.inner_text("main")
    assert screen.errors == []


def test_one_tap_confirms_the_directory(screen, editor, sign_in, address, clock):
    sign_in(screen, "xa-a", editor)
    assert "Danh bạ đã 100 ngày chưa xác nhận." in screen.inner_text("main")
    with clock("confirm the directory", CONFIRM):
        screen.click(".cong-ask button")
        screen.wait_for_selector(".messages li:has-text('cả danh bạ vẫn đúng (2 chức vụ)')")
    assert screen.locator(".cong-ask").count() == 0
    with platform_scope():
        today, confirmed = timezone.localdate(), Post.objects.values_list("portal__slug", "confirmed_on")
        assert sorted(set(confirmed)) == [("xa-a", today), ("xa-b", None)]


@pytest.mark.parametrize(
    ("taps", "number"),
    [
        (["main a[href='tel:+842143840001'] >> nth=0"], "the chairman"),
        (["a:has-text('Gọi bộ phận một cửa')", "a[href='tel:+842143840100'] >> nth=0"], "the one-stop desk"),
    ],
)
def test_two_taps_dial(screen, editor, address, clock, taps, number):
    screen.goto(address("xa-a"))
    with clock(f"call {number}", CALL):
        for tap in taps[:-1]:
            screen.click(tap)
        link = screen.locator(taps[-1])
        link.scroll_into_view_if_needed()
        link.click(trial=True)  # a browser without a telephone would leave the page
    assert len(taps) <= 2 and link.bounding_box()["height"] >= 44


@pytest.mark.parametrize("path", ["/danh-ba/", "/danh-ba/?xem=a-z", "/danh-ba/?xem=dau-moi", "/lanh-dao/"])
def test_every_number_is_a_target_for_a_thumb(screen, editor, address, path):
    screen.goto(address("xa-a", path))
    heights = screen.eval_on_selector_all("main a[href^='tel:']", "all => all.map(one => one.offsetHeight)")
    assert heights and min(heights) >= 44 and fits(screen)


def test_the_directory_needs_no_script(chromium, editor, address):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(address("xa-a", "/danh-ba/"))
    page.click("a:has-text('Theo tên A - Z')")
    assert page.locator(".letters a").count() == 1  # both names end with the word that marks their portal
    page.fill("#people", "le thi hoa")
    page.click("form:has(#people) button")
    assert page.locator(".person h3").all_inner_texts() == ["Lê Thị Hoa xa-a"]
    assert "xem=a-z" in page.url
    context.close()
