"""A real Chromium against a running server: the province, two communes and a department of the test world."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.factories.people import PASSWORD

from .snapshots import Snapshot

# Playwright's synchronous API keeps an event loop in this thread, in which Django would refuse to touch the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
]
WIDTHS = {"phone": 360, "desk": 1280}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db)
            item.add_marker(pytest.mark.timeout(300))  # seconds, with a new database for the first of them


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed (make services installs it)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        running = LiveServer("localhost")
        yield running
        running.stop()


@pytest.fixture(scope="session")
def planted(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return Snapshot.take()


@pytest.fixture
def _django_db_helper(planted, django_db_blocker):
    """In place of pytest-django's: no transaction around a test, for the server's threads read what is committed."""
    with django_db_blocker.unblock():
        yield
        planted.restore()


@pytest.fixture
def world(db, server):
    """The test world on a running server. What a test leaves in the database is gone after it."""
    return server


@pytest.fixture
def address(world):
    """address("xa-a", "/path/") on the running server."""
    port = world.url.rsplit(":", 1)[1]
    return lambda slug, path="/": f"http://{slug}.localhost:{port}{path}"


@pytest.fixture(params=list(WIDTHS))
def screen(request, chromium):
    """A fresh browser window, once as a phone and once as a desk."""
    context = chromium.new_context(viewport={"width": WIDTHS[request.param], "height": 800}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def sign_in(address):
    """sign_in(page, slug, user): through the log-in form, as that person would."""

    def enter(page, slug, user):
        page.goto(address(slug, "/admin/login/"))
        page.fill("#id_login", user.email)
        page.fill("#id_password", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")

    return enter
