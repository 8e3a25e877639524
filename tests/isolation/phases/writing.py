"""Posts to B's addresses: nothing, other verbs, and the very forms that B's own people would send there."""

from django.utils import timezone

from ..forms import forms_in
from ..visitor import Ask

OTHER_VERBS = ("PUT", "PATCH", "DELETE", "OPTIONS")
# Fields whose text is changed in a form, so that a form that is taken changes something.
TEXTS = ("title", "name", "last_name", "old_path", "hostname", "site_name", "description", "label", "note")


def write(crawl):
    asked = set()
    for view, url in crawl.foreign():
        crawl.send(view, Ask("POST", url, {}), foreign=True)
        for method in () if view.key in asked else _verbs(crawl, view):
            crawl.send(view, Ask(method, url), foreign=method != "OPTIONS")
        asked.add(view.key)
        for target, data in insiders_forms(crawl, url):
            crawl.send(view, Ask("POST", target, data), foreign=True)


def _verbs(crawl, view):
    """Views answer other verbs only if they are written for it; the API's and one of each kind are asked anyway."""
    declared = [verb.upper() for verb in view.methods]
    return OTHER_VERBS if crawl.is_deep else declared


def insiders_forms(crawl, url):
    """(address, data) of the forms that B's own people get at the address, with changed texts and all buttons."""
    for form in _forms_of(crawl.world, url):
        target = form.action if form.action.startswith("/") else url
        yield target, {**changed(form.data), "action-publish": ["1"]}


def _forms_of(world, url):
    """Asked once for all visitors: what B's people see does not depend on who looks."""
    if url not in world.forms:
        world.forms[url] = []
        for insider in world.insiders():
            answer = insider.send(Ask("GET", url))
            if answer.status == 200:
                world.forms[url] = list(forms_in(answer.text))
                break
    return world.forms[url]


def changed(data):
    """The form's data with every text changed."""
    stamp = f"{timezone.now():%S}"
    return {
        name: [f"{values[0]}x{stamp}"] if _is_text(name) and values and values[0] else values
        for name, values in data.items()
    }


def _is_text(name):
    return name.rpartition("-")[2].removesuffix("_en") in TEXTS
