"""The admin's API: its actions with bodies that name B's pages, and A's pages sent to B."""

from ..parameters import ACTIONS_OF_THE_API
from ..visitor import Ask


def act(crawl):
    view = crawl.view("wagtailadmin_api:pages:action")
    if view is None:
        return
    b = crawl.world.b.pages
    for key in crawl.theirs.in_each_state():
        for action in ACTIONS_OF_THE_API:
            for body in _bodies(crawl.world.a.pages, b["draft"].latest_revision_id):
                crawl.send(view, Ask("POST", view.url([key, action]), body=body), foreign=True)
    for key in crawl.mine.in_each_state()[:4]:
        for action in ACTIONS_OF_THE_API:
            for body in _bodies(b, b["draft"].latest_revision_id)[1:]:
                crawl.send(view, Ask("POST", view.url([key, action]), body=body))


def _bodies(pages, revision):
    """Nothing; a place to go to; a revision to go back to."""
    to = {"destination_page_id": pages["news"].pk, "slug": "kiem-thu", "update_slug": "kiem-thu"}
    return [
        {},
        {**to, "keep_live": True, "recursive": True, "position": "last-child"},
        {"revision_id": revision},
    ]
