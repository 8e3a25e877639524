"""What visitors and people of A get of B on A's, B's and the province's hosts, and with forged hosts."""

from ..canaries import A, B
from ..visitor import Ask

HOSTS = (f"{A}.localhost", "tinh.localhost", "127.0.0.1", "nowhere.localhost", f"{B}.localhost.evil.example")
PLACES = ("/", "/sitemap.xml", "/robots.txt", "/tim-kiem/", "/en/", "/.well-known/security.txt")
BY_HAND = {"admin/^.*/$": "/admin/nothing/here/", "_util/<path:rest>": "/_util/login/"}
SHUT = ("draft", "private", "scheduled", "submitted", "unpublished", "documentdraft")


def serve(crawl):
    _on_other_hosts(crawl)
    _shut_on_its_own_host(crawl)
    _files(crawl)


def _view(crawl, name):
    return crawl.view(name) or name


def _on_other_hosts(crawl):
    """Another host knows nothing of B: not its pages, not what a search for it finds."""
    view = _view(crawl, "wagtail_serve")
    for key, path in BY_HAND.items():
        crawl.send(next(view for view in crawl.views if view.key == key), Ask("GET", path))
    asked = ["/tim-kiem/?q=" + B, "/en/tim-kiem/?q=" + B, *PLACES]
    asked += [f"/{page.url_path.strip('/').partition('/')[2]}/" for page in crawl.world.b.pages.values()]
    for host in HOSTS[: None if crawl.is_deep else 1]:
        for path in asked if crawl.is_deep else asked[:8]:
            crawl.send(view, Ask("GET", path.replace("//", "/"), host=host))


def _shut_on_its_own_host(crawl):
    """On B's own host the world reads what B has published: never what is a draft, scheduled or for a few."""
    b = crawl.world.b
    home = b.pages["home"].url_path
    for label in SHUT[: None if crawl.is_deep else 2]:
        page = b.pages[label]
        for prefix in ("/", "/en/"):
            path = prefix + page.url_path.removeprefix(home)
            answer = crawl.visitor.send(Ask("GET", path, host=f"{b.word}.localhost"), crawl.world.database)
            crawl.judge_secret("wagtail_serve", Ask("GET", path, host=f"{b.word}.localhost"), answer, f"{B}{label}")


def _files(crawl):
    """B's files and pictures by number and by name."""
    media, view = crawl.world.b.media, _view(crawl, "wagtaildocs_serve")
    for name in ("file", "inner_file"):
        file = media[name]
        path = f"/documents/{file.pk}/{file.filename}"
        for host in HOSTS[: None if crawl.is_deep else 2]:
            crawl.send(view, Ask("GET", path, host=host), foreign=True)
    path = f"/documents/{media['inner_file'].pk}/{media['inner_file'].filename}"
    ask = Ask("GET", path, host=f"{B}.localhost")
    crawl.judge_secret("wagtaildocs_serve", ask, crawl.visitor.send(ask), f"{B}innerfile")
    for name in ("image", "inner_image"):
        for url in (media[name].file.url, media[name].get_rendition("max-165x165").url):
            crawl.send("media", Ask("GET", url, host=crawl.visitor.host), foreign=True)
    for name in ("file", "inner_file"):
        crawl.send("media", Ask("GET", media[name].file.url), foreign=True)
