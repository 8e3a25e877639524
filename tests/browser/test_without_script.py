"""What a script alone can do is offered where there is one, and nowhere else."""

import pytest

from tenants.models import Portal
from tests.factories import make_article


@pytest.fixture
def page(chromium, request):
    """A telephone, with or without scripts."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("page", "offered"), [(True, ["share", "print", "text"]), (False, [])], indirect=["page"])
def test_sharing_printing_and_large_letters_are_offered_where_they_work(page, world, address, offered):
    for slug in ("xa-a", "xa-b"):
        portal = Portal.objects.select_related("site__root_page", "collection").get(slug=slug)
        article = make_article(portal, f"Ra quân ở {slug}")
        assert page.goto(address(slug, f"/tin-tuc/{article.slug}/")).status == 200
        buttons = page.locator(".share .needs-script")
        shown = [button.get_attribute("data-do") for button in buttons.all() if button.is_visible()]
        assert (buttons.count(), shown) == (3, offered), slug


@pytest.mark.parametrize(("page", "offered"), [(True, True), (False, False)], indirect=["page"])
def test_the_box_that_narrows_the_list_of_portals_needs_one(page, world, address, offered):
    page.goto(address("tinh"))
    assert page.locator("#find-portal").is_visible() is offered
    assert page.locator("#portal-list").is_visible()
