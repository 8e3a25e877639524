import io
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image

from cms.pages.models import ArticlePage, DocumentFile, LegalDocumentPage, PortalDocument, PortalImage, PortalPage
from cms.pages.people.models import Person, Post
from tenants.scoping import platform_scope


def section_page(portal, code):
    """The page a section of this portal starts at, as its own page type."""
    return PortalPage.objects.get(portal=portal, starts_section=code).specific


def publish(page, *, at=None):
    """Publish the page as it stands; `at` sets the moments of publication, as an import may."""
    page.save_revision().publish()
    if at:
        PortalPage._base_manager.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)
    return type(page).objects.get(pk=page.pk)


def add_page(parent, page, *, live, at):
    """Put an unsaved page below a parent, published unless told otherwise."""
    page.live = False
    parent.add_child(instance=page)
    return publish(page, at=at) if live else page


def make_article(portal, title="Bài viết", *, live=True, at=None, **values):
    """An article in the portal's news; `body` is a list of (block, value)."""
    body = values.pop("body", [("paragraph", "<p>Nội dung bài viết.</p>")])
    body_en = values.pop("body_en", [])
    page = ArticlePage(title=title, **values)
    page.body_vi, page.body_en = body, body_en
    return add_page(section_page(portal, "news"), page, live=live, at=at)


COMPLETE = {
    "form": "quyet-dinh",
    "issuer": "Ủy ban nhân dân xã",
    "number": "12/QĐ-UBND",
    "issue_date": date(2024, 1, 10),
    "issue_precision": "day",
    "effective_date": date(2024, 1, 15),
    "effective_precision": "day",
    "abstract": "Về việc phân công nhiệm vụ.",
    "force": "in_force",
}


def make_document(portal, title="Quyết định", *, live=True, at=None, file=None, **values):
    """A document with all attributes the law names unless told otherwise; `file` is a PortalDocument.

    The first of a portal is number 12; the next ones count up, for a portal publishes no document twice.
    """
    number = {"number": f"{12 + LegalDocumentPage.objects.filter(portal=portal).count()}/QĐ-UBND"}
    page = LegalDocumentPage(title=title, **{**COMPLETE, **number, **values})
    if file:
        page.files.add(DocumentFile(document=file))
    return add_page(section_page(portal, "documents"), page, live=live, at=at)


def make_image(portal, title="Ảnh", size=(64, 36)):
    stream = io.BytesIO()
    Image.new("RGB", size, "#b3131b").save(stream, "JPEG")
    stream.seek(0)
    return PortalImage.objects.create(
        title=title, file=ImageFile(stream, name="anh.jpg"), collection=portal.collection
    )


def make_file(portal, title="Tệp", content=b"%PDF-1.4 thu", name="tep.pdf"):
    return PortalDocument.objects.create(
        title=title, file=ContentFile(content, name=name), collection=portal.collection
    )


def make_post(portal, name="Nguyễn Văn A", *, title="Chủ tịch", kind="leader", **values):
    """A person in a post of this portal; biography and photo go to the person, the rest to the post."""
    own = {field: values.pop(field) for field in ("biography", "biography_en", "photo") if field in values}
    with platform_scope():
        person = Person.objects.create(portal=portal, name=name, **own)
        return Post.objects.create(portal=portal, person=person, title=title, kind=kind, **values)


def local(year, month, day, hour=9):
    """An aware moment in the province's own time zone."""
    return datetime(year, month, day, hour, tzinfo=timezone.get_default_timezone())
