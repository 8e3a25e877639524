"""Pages of every type and in every state a page can be in."""

from datetime import date, timedelta

from cms.pages.models import (
    ArticleAttachment,
    ArticlePage,
    DocumentFile,
    DocumentRelation,
    LegalDocumentPage,
    PortalPage,
    StaticPage,
)
from tests.factories import section_page

from ..canaries import canary, fill
from .sections import plant_sections

HOME_DEPTH = 2


def _table(token, media):
    link = f'<p><a linktype="document" id="{media["file"].pk}">{token}</a></p>'
    columns = [{"type": "text", "heading": token}, {"type": "rich", "heading": token}]
    return {"columns": columns, "rows": [{"values": [token, link]}], "caption": token}


def _body(word, label, media):
    token = canary(word, label, "body")
    picture = {"image": media["image"], "caption": token, "decorative": False, "alt_text": token}
    block = {"image": picture["image"], "caption": token}
    return [
        ("heading", token),
        ("paragraph", f'<p>{token} <a linktype="document" id="{media["file"].pk}">{token}</a></p>'),
        ("picture", block),
        ("gallery", [block]),
        ("quote", {"text": token, "source": token}),
        ("table", _table(token, media)),
        ("file", media["file"]),
    ]


def article(word, label, media):
    """An unsaved article full of canaries, with a picture and an attached file."""
    page = ArticlePage(title=canary(word, label, "title"), picture=media["image"])
    page.body_vi = page.body_en = _body(word, label, media)
    page.attachments = [ArticleAttachment(document=media["file"])]
    return fill(page, word, label)


def legal_document(word, label, media):
    page = LegalDocumentPage(title=canary(word, label, "title"), issue_date=date(2024, 1, 10), issue_precision="day")
    page.form = "quyet-dinh"
    page.issuer = canary(word, "name")  # the portal's own: so the derived slug holds its word
    page.files = [DocumentFile(document=media["file"])]
    page.relations = [DocumentRelation(kind="guides", target_number=canary(word, label, "target"))]
    return fill(page, word, label)


def static_page(word, label, media):
    page = StaticPage(title=canary(word, label, "title"))
    return fill(page, word, label)


class Pages:
    """Adds pages below a portal's sections; what was added is found again by label."""

    def __init__(self, word, portal, media, people):
        self.word, self.portal, self.media = word, portal, media
        self.editor, self.chief = people["editor"], people["chief"]
        self.found = {}

    def add(self, label, *, make=article, section="news", live=True, parent=None):
        page = make(self.word, label, self.media)
        page.live, page.owner = False, self.editor
        (parent or section_page(self.portal, section)).add_child(instance=page)
        self.revise(page)
        if live:
            page.latest_revision.publish(user=self.chief, skip_permission_checks=True)
        self.found[label] = PortalPage.objects.get(pk=page.pk).specific
        return self.found[label]

    def revise(self, page, **kwargs):
        return page.save_revision(user=self.editor, log_action=True, **kwargs)

    def born(self):
        """One page of each type that the portal was born with, filled and published."""
        pages = [page.specific for page in PortalPage.objects.filter(portal=self.portal).exclude(depth=1)]
        for page in {type(page): page for page in reversed(pages)}.values():
            label = page.starts_section or ("home" if page.depth == HOME_DEPTH else "topic")
            fill(page, self.word, label)
            for picture in {"chart", "map_picture", "picture"} & {field.name for field in page._meta.get_fields()}:
                setattr(page, picture, self.media["image"])
            page.owner = self.editor
            self.revise(page).publish(user=self.chief, skip_permission_checks=True)
            self.found[label] = page


def plant_few_pages(pages):
    """Enough to tell this portal from others."""
    pages.add("live")
    pages.add("draft", live=False)


def plant_pages(word, portal, media, people, *, now):
    """{label: page} of everything the portal holds."""
    pages = Pages(word, portal, media, people)
    pages.born()
    pages.add("live")
    pages.add("draft", live=False)
    pages.add("document", make=legal_document, section="documents")
    pages.add("documentdraft", make=legal_document, section="documents", live=False)
    _tied(pages)
    plant_sections(pages, now=now)
    pages.add("static", make=static_page, parent=pages.found["introduction"])
    _changed(pages)
    _scheduled(pages, now=now)
    _taken_down(pages)
    pages.found["alias"] = pages.found["live"].create_alias(update_slug=canary(word, "alias", "slug"))
    return pages.found


def _tied(pages):
    """Two documents of which one has ended the other."""
    ended, ending = (pages.add(label, make=legal_document, section="documents") for label in ("ended", "ending"))
    ending.relations.add(DocumentRelation(kind="repeals", target=ended))
    pages.revise(ending).publish(user=pages.chief, skip_permission_checks=True)


def _changed(pages):
    """Published, and edited since: the draft holds words that the live page does not."""
    page = pages.add("changed")
    page.title = canary(pages.word, "changed", "newtitle")
    pages.revise(page)


def _scheduled(pages, *, now):
    page = pages.add("scheduled", live=False)
    page.go_live_at = now + timedelta(days=3)
    revision = pages.revise(page, approved_go_live_at=page.go_live_at)
    revision.publish(user=pages.chief, skip_permission_checks=True)


def _taken_down(pages):
    pages.add("unpublished").unpublish(user=pages.chief)
    pages.add("deleted").delete(user=pages.chief)
    del pages.found["deleted"]
