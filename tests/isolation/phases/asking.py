"""Asks lists, choosers and filters for what is B's: by word, by number, and as a file."""

from wagtail.models import Collection, Site, Task, Workflow

from cms.pages.models import PortalDocument, PortalImage, PortalPage
from cms.pages.people.models import Person, Post, Unit
from tenants.models import Portal, User

from ..canaries import B

PLACES = 5  # lists of one view that are asked: below a home, and below pages in four states
SEARCHES = ("q={word}", "q={title}", "search_all=1&q={word}", "q={word}&multiple=1", "search={word}", "p=2")
EXPORTS = ("export=csv", "export=xlsx", "export=csv&q={word}")
OF_THE_API = (
    "fields=*", "search={word}&fields=*", "slug={word}liveslug", "html_path=/{word}live/", "tags={word}imagetag",
    "search=zq&fields=*&limit=50",
)  # fmt: skip
OF_CHOOSERS = ("page_type=pages.articlepage", "q={word}&page_type=pages.articlepage", "can_choose_root=1")
OF_TAGS = ("term={word}", "term=zqb", "term=z")
FILTERS = {
    PortalPage: ("parent_page_id", "page", "child_of", "descendant_of", "ancestor_of", "translation_of"),
    Collection: ("collection_id", "collection", "collection_id__in"),
    Site: ("site",),
    User: ("owner", "user", "edited_by", "requested_by", "locked_by", "finished_by", "last_published_by", "actor"),
    Workflow: ("workflow",),
    Task: ("task",),
    Portal: ("portal", "cong"),
    Unit: ("unit",),
    Person: ("person",),
}
CHOSEN = {
    "page": PortalPage, "image": PortalImage, "document": PortalDocument, "unit": Unit, "person": Person, "post": Post,
}  # fmt: skip


def ask(crawl):
    for view, url in [*crawl.plain(), *crawl.own()]:
        if _is_list(view):
            ask_in(crawl, view, url, crawl.get(view, url))


def ask_in(crawl, view, url, answer):
    """Ask this list, if it is one, for what is B's: the list of one place as that of any other."""
    if _is_list(view) and crawl.asked[view.key] < PLACES:
        crawl.asked[view.key] += 1
        for query in _queries(crawl, view, answer) if answer.status < 300 else _chosen(crawl, view):
            crawl.get(view, f"{url}?{query}")


def _is_list(view):
    if view.parameters and not {"parent_page_id", "app_name"} & set(view.parameters):
        return False
    shut = ("add", "create", "account", "password", "preview", "logout", "error_test", "security", "mfa", "sprite")
    return view.is_admin and not any(word in view.name for word in shut)


def _queries(crawl, view, answer):
    """Queries that the list understands, as far as its own page says; one of each kind unless the crawl is deep."""
    words = {"word": B, "title": crawl.world.b.pages["live"].title}
    found = list(SEARCHES) if 'name="q"' in answer.text or "choose" in view.name else []
    found = found if crawl.is_deep else found[:1]
    found += OF_CHOOSERS if "choose_page" in view.name else ()
    found += EXPORTS[: None if crawl.is_deep else 2] if "export=" in answer.text else ()
    found += OF_TAGS if "tag" in view.name else ()
    found += OF_THE_API if ":listing" in view.name or ":find" in view.name else ()
    yield from (query.format(**words) for query in found)
    yield from _filters(crawl, view, answer)
    yield from _chosen(crawl, view)


def _filters(crawl, view, answer):
    """One of B's rows in each filter that the page has, each by itself: a number out of reach ends the request."""
    is_api = view.name.startswith("wagtailadmin_api")
    for model, names in FILTERS.items():
        known = [name for name in names if f'name="{name}"' in answer.text or (is_api and model is PortalPage)]
        for key in crawl.keys(model)[:1]:
            yield from (f"{name}={key}" for name in known)


def _chosen(crawl, view):
    if "chosen" in view.name or "api" in view.name:
        for part, model in CHOSEN.items():
            if part in view.name and crawl.keys(model):
                yield "&".join(f"id={key}" for key in crawl.keys(model))
