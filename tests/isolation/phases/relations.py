"""Sends A's own forms, complete and valid, with one of B's rows at a time in every place that names a row."""

from wagtail.models import Collection, Comment, Site, Task, Workflow

from cms.pages.models import LegalDocumentPage, PortalDocument, PortalImage, PortalPage, PortalTag
from cms.pages.people.models import Person, Unit
from tenants.models import Portal, User

from ..forms import forms_in, rich_text
from ..planting.media import picture, text_file
from ..visitor import Ask

# Last part of a field's name -> what it names. A field that a model declares is found by `_of_fields`.
BY_NAME = {
    "new_parent_page": PortalPage, "parent_page": PortalPage, "page": PortalPage, "redirect_page": PortalPage,
    "root_page": PortalPage, "parent": Unit, "unit": Unit, "person": Person, "collection": Collection,
    "site": Site, "portal": Portal, "user": User, "task": Task, "workflow": Workflow, "document": PortalDocument,
    "picture": PortalImage, "photo": PortalImage, "chart": PortalImage, "emblem": PortalImage,
    "map_picture": PortalImage, "file": PortalDocument, "decision_file": PortalDocument, "rules_file": PortalDocument,
    "target": LegalDocumentPage, "explains": LegalDocumentPage, "subscribers": User, "owner": User, "assignee": User,
}  # fmt: skip
# The same name may stand for something else in the rows of one panel.
IN_ROWS = {("entries", "document"): LegalDocumentPage}
VALUES = {
    "title": "Bài kiểm thử", "name": "Kiểm thử", "slug": "kiem-thu", "new_slug": "kiem-thu", "new_title": "Kiểm thử",
    "email": "kiem-thu@zqalpha.example", "last_name": "Nguyễn", "first_name": "Kiểm", "old_path": "/kiem-thu",
    "redirect_link": "/kiem-thu/", "reason": "Kiểm thử",
}  # fmt: skip


POINTED_AT = 4  # rows of B: a field that refuses one draft or private page refuses the next
TALKED_ABOUT = "comment_notifications"  # a form that has it carries comments as well; a script adds them
NO_COMMENTS = {"comments-TOTAL_FORMS": ["0"], "comments-INITIAL_FORMS": ["0"]}


def relate(crawl):
    for view, url in [*crawl.plain(), *crawl.own()]:
        relate_in(crawl, view, url, crawl.get(view, url))


def relate_in(crawl, view, url, answer):
    """Every form of this answer with B's rows. Forms of a view that have the same fields are tried once."""
    if answer.status != 200 or "<form" not in answer.text:
        return
    if crawl.role == "two_portals":  # acts as a chief, whose forms are tried already
        return
    for form in forms_in(answer.text):
        target = form.action if form.action.startswith("/") else url
        for what, ask in _asks(view, target, form, crawl):
            key = (view.name, what, frozenset(form.names | form.streams) if crawl.is_deep else None)
            if key not in crawl.tried:
                crawl.tried.add(key)
                crawl.send(view, ask)


def _asks(view, target, form, crawl):
    """(what is tried, request) for every way to put a row of B into the form."""
    data = complete(form)
    files = {name: _file_for(view) for name in form.files}
    for what, changed in foreign_in(crawl, form, data):
        body = {**data, **changed}
        yield what, Ask("POST", target, body, files=files or None)
        if form.streams or "revision_id" in form.names:
            yield f"{what} published", Ask("POST", target, {**body, "action-publish": ["1"]})


def complete(form):
    """The form's data with what is required filled in."""
    data = {name: list(values) for name, values in form.data.items()}
    for name in form.names:
        last = name.rpartition("-")[2]
        if last in VALUES and data.get(name, [""]) == [""]:
            data[name] = [VALUES[last]]
    if TALKED_ABOUT in form.names:
        data |= NO_COMMENTS
    for stream in form.streams:
        if data.get(f"{stream}-count") == ["0"]:
            data |= {k: v for k, v in form.with_block(stream, "heading", "Kiểm thử").items() if k.startswith(stream)}
    return data


def _file_for(view):
    return lambda: picture("kiemthu") if "image" in view.name else text_file("kiemthu")


def foreign_in(crawl, form, data):
    """(what, changed fields): one of B's rows in one place of the form after the other."""
    for name in sorted(form.names):
        model = BY_NAME.get(name.rpartition("-")[2])
        if model is not None:
            for key in crawl.keys(model)[:POINTED_AT]:
                yield name, {name: _beside(data.get(name), key, form.options.get(name))}
        if name.rpartition("-")[2] == "tags":
            tag = PortalTag.everywhere.filter(portal=crawl.world.b.portal).first()
            yield name, {name: [f"{tag.name}"]}
    yield from _rows(crawl, form)
    yield from _blocks(crawl, form)
    yield from _texts(crawl, form, data)
    yield from _comments(crawl, form)


def _beside(current, key, options):
    many = options is not None and len(current or []) > 1
    return [*current, str(key)] if many else [str(key)]


def _rows(crawl, form):
    for prefix, row in form.rows.items():
        for name in row:
            model = IN_ROWS.get((prefix, name), BY_NAME.get(name))
            for key in crawl.keys(model)[:POINTED_AT] if model else []:
                yield f"{prefix}+{name}", form.with_row(prefix, {name: [str(key)], "ORDER": ["9"]})


def _blocks(crawl, form):
    for stream in sorted(form.streams):
        for image in crawl.keys(PortalImage):
            inner = {"image": {"id": image, "edit_url": ""}, "decorative": True, "alt_text": ""}
            value = {"image": inner, "caption": ""}
            yield f"{stream}+picture", form.with_block(stream, "picture", value)
            yield f"{stream}+gallery", form.with_block(stream, "gallery", [{"value": value}])
        for file in crawl.keys(PortalDocument):
            yield f"{stream}+file", form.with_block(stream, "file", {"id": file, "edit_url": ""})
        for kind, key in _links(crawl):
            yield f"{stream}+{kind}", form.with_block(stream, "paragraph", rich_text("Kiểm thử", kind, key))


def _texts(crawl, form, data):
    """Rich text fields of a page's own."""
    for name in sorted(form.names):
        if (data.get(name) or [""])[0].startswith('{"') or "entityMap" in (data.get(name) or [""])[0]:
            for kind, key in _links(crawl):
                yield f"{name}+{kind}", {name: [rich_text("Kiểm thử", kind, key)]}


def _links(crawl):
    for kind, model in (("LINK", PortalPage), ("DOCUMENT", PortalDocument), ("IMAGE", PortalImage)):
        yield from ((kind, key) for key in crawl.keys(model)[:POINTED_AT])


def _comments(crawl, form):
    """A page's form carries the talk about it: here somebody's of B, changed and deleted."""
    if TALKED_ABOUT not in form.names:
        return
    for key in crawl.keys(Comment):
        row = {
            "comments-TOTAL_FORMS": ["1"], "comments-INITIAL_FORMS": ["1"], "comments-MIN_NUM_FORMS": ["0"],
            "comments-MAX_NUM_FORMS": [""], "comments-0-id": [str(key)], "comments-0-text": ["Kiểm thử"],
            "comments-0-contentpath": ["title"], "comments-0-replies-TOTAL_FORMS": ["0"],
            "comments-0-replies-INITIAL_FORMS": ["0"],
        }  # fmt: skip
        yield "comments", row
        yield "comments deleted", {**row, "comments-0-DELETE": ["on"]}
        yield "comments resolved", {**row, "comments-0-resolved": ["on"]}
