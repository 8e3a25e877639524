"""Addresses of B typed into the link dialogue, and sessions of editing on B's pages."""

from wagtail.admin.models import EditingSession

from ..visitor import Ask


def link(crawl):
    view = crawl.view("wagtailadmin_choose_page_external_link")
    b = crawl.world.b
    if view is not None:
        for scheme in ("http", "https"):
            for path in ("/", *[_path_of(b, page) for page in b.pages.values()][: 99 if crawl.is_deep else 3]):
                url = f"{scheme}://{b.word}.localhost{path}"
                data = {"external-link-chooser-url": [url], "external-link-chooser-link_text": [""]}
                crawl.send(view, Ask("POST", view.url([]), data))
    ping(crawl)


def _path_of(b, page):
    return "/" + page.url_path.removeprefix(b.pages["home"].url_path)


def ping(crawl):
    """Who is at work on a page of B, asked with A's and with B's own session."""
    view = crawl.view("wagtailadmin_editing_sessions:ping")
    if view is None:
        return
    a, b = crawl.world.a, crawl.world.b
    sessions = [*crawl.keys(EditingSession), *sorted(a.rows[EditingSession]), 999999]
    for session in sessions:
        for page in (b.pages["draft"], b.pages["live"], a.pages["draft"]):
            for kind in (("wagtailcore", "page"), ("pages", "portalpage"), ("pages", "articlepage")):
                url = view.url([*kind, page.pk, session])
                theirs = page.pk != a.pages["draft"].pk
                ask = Ask("POST", url, {"is_editing": ["1"], "revision_id": [str(page.latest_revision_id)]})
                crawl.send(view, ask, foreign=theirs)
