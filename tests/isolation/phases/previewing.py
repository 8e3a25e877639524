"""Previews: the form of a page of A with B's pictures, files and links in it, and what its frame then shows."""

from ..forms import forms_in
from ..visitor import Ask
from .relations import complete, foreign_in

PREVIEWED = ("live", "document", "introduction", "home")


def preview(crawl):
    edit, shown = crawl.view("wagtailadmin_pages:edit"), crawl.view("wagtailadmin_pages:preview_on_edit")
    for label in PREVIEWED[: None if crawl.is_deep else 1] if edit and shown else ():
        key = crawl.world.a.pages[label].pk
        answer = crawl.get(edit, edit.url([key]))
        forms = [form for form in forms_in(answer.text) if len(form.data) > 5] if answer.status == 200 else []
        for form in forms[:1]:
            data, url = complete(form), shown.url([key])
            for _what, changed in foreign_in(crawl, form, data):
                crawl.send(shown, Ask("POST", url, {**data, **changed}, then=f"{url}?mode="))
