"""A real Chromium against a running server: the province, two communes and a department of the test world."""

import os
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.conftest import plant_world
from tests.factories.people import PASSWORD

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
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))
            item.add_marker(pytest.mark.timeout(300))  # seconds, with a new database for the first of them


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed (make services installs it)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def world(live_server):
    """The test world on a running server; a transactional test leaves an empty database, so it is planted anew."""
    plant_world()
    yield live_server
    if connection.vendor == "sqlite":  # the database is emptied row by row now, the log of the product as well
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER IF EXISTS tenants_auditentry_no_delete")


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
    page.set_default_timeout(20_000)
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
