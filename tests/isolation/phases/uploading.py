"""Uploads, one file and several, into B's collections and over B's files."""

from wagtail.models import Collection, UploadedFile

from cms.pages.models import PortalDocument, PortalImage

from ..planting.media import picture, text_file
from ..visitor import Ask

SEVERAL = (
    ("wagtailimages:add_multiple", "files[]", lambda: picture("kiemthu")),
    ("wagtaildocs:add_multiple", "files[]", lambda: text_file("kiemthu")),
)
ONE = (
    ("wagtailimages:add", "file", lambda: picture("kiemthu")),
    ("wagtaildocs:add", "file", lambda: text_file("kiemthu")),
    ("wagtailimages_chooser:create", "image-chooser-upload-file", lambda: picture("kiemthu")),
    ("wagtaildocs_chooser:create", "document-chooser-upload-file", lambda: text_file("kiemthu")),
)
OVER = (
    ("wagtailimages:edit", PortalImage, lambda: picture("kiemthu")),
    ("wagtaildocs:edit", PortalDocument, lambda: text_file("kiemthu")),
)


def upload(crawl):
    for name, field, make in (*SEVERAL, *ONE):
        view = crawl.view(name)
        prefix = field.removesuffix("file") if field != "files[]" else ""
        for key in crawl.keys(Collection) if view else []:
            data = {f"{prefix}title": ["Kiểm thử"], f"{prefix}collection": [str(key)]}
            crawl.send(view, Ask("POST", view.url([]), data, files={field: make}))
    for name, model, make in OVER:
        view = crawl.view(name)
        for key in crawl.keys(model) if view else []:
            ask = Ask("POST", view.url([key]), {"title": ["Kiểm thử"]}, files={"file": make})
            crawl.send(view, ask, foreign=True)
    _finish(crawl)


def _finish(crawl):
    """Make a file of what somebody in B has only half uploaded."""
    for kind in ("image", "document"):
        view = crawl.view(f"wagtail{'images' if kind == 'image' else 'docs'}:create_multiple_from_uploaded_{kind}")
        for key in crawl.keys(UploadedFile) if view else []:
            data = {f"uploaded-{kind}-{key}-title": ["Kiểm thử"], "title": ["Kiểm thử"]}
            crawl.send(view, Ask("POST", view.url([key]), data), foreign=True)
