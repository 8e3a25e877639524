"""Bulk actions: on B's rows, on all rows there are, and on A's rows with B's as their aim."""

from wagtail.models import Collection

from cms.pages.models import PortalDocument, PortalImage, PortalPage
from cms.pages.people.models import Person
from tenants.models import User

from ..visitor import Ask

ON_FILES = ("delete", "add_tags", "add_to_collection")
ACTIONS = {
    PortalPage: ("delete", "move", "publish", "unpublish"),
    PortalImage: ON_FILES,
    PortalDocument: ON_FILES,
    User: ("delete", "assign_role", "set_active_state"),
    Person: ("delete",),
}


def bulk(crawl):
    view = crawl.view("wagtail_bulk_action")
    if view is None:
        return
    for model, actions in ACTIONS.items():
        for action in actions:
            base = view.url([model._meta.app_label, model._meta.model_name, action])
            for query, data, foreign in _cases(crawl, model):
                if crawl.is_deep or action == actions[0]:
                    crawl.get(view, f"{base}?{query}", foreign=foreign)
                crawl.send(view, Ask("POST", f"{base}?{query}", data), foreign=foreign)


def _cases(crawl, model):
    """(query, form, does it name B's rows alone)"""
    mine = _aims(crawl, crawl.mine)
    theirs = _aims(crawl, crawl.theirs)
    ids = "&".join(f"id={key}" for key in crawl.keys(model))
    own = crawl.mine.of(model)[-1]
    yield f"next=/admin/&{ids}", mine, False
    yield f"next=/admin/&id={own}&{ids}", mine, False
    yield f"next=/admin/&id={own}", theirs, False
    yield "next=/admin/&id=all", mine, False
    if model is PortalPage:
        yield f"next=/admin/&id=all&childOf={crawl.keys(PortalPage)[0]}", mine, False
        yield f"next=/admin/&id=all&childOf={crawl.world.b.pages['home'].pk}", mine, False


def _aims(crawl, rows):
    """One form for every action: each takes what it knows."""
    planted = rows.planted
    return {
        "chooser": [str(planted.pages["news"].pk)], "move_applicable": ["on"], "include_descendants": ["on"],
        "collection": [str(rows.of(Collection)[-1])], "tags": [f"{planted.word}imagetag"],
        "role": [str(planted.people["editor"].groups.first().pk)], "mark_as_active": ["False"],
    }  # fmt: skip
