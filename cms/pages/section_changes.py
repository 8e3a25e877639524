"""What the section tree asks of a portal that stands already: pages to add, page types to change, and what is kept.

Only what nobody has touched is changed. Whatever an editor wrote, renamed, reordered or hid stays, and is told.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.utils.translation import gettext as _

from .models import MenuChoice, PortalPage
from .sections import find_section, sections_for

ADD, CONVERT, KEEP, CLASH = "+", "~", "=", "!"


@dataclass(frozen=True)
class Change:
    """One line of the difference. `mark`: + to add, ~ to convert, = kept as the editors have it, ! not possible."""

    mark: str
    code: str
    path: str
    reason: str = ""
    section: object = field(default=None, compare=False, repr=False)
    page: object = field(default=None, compare=False, repr=False)
    children: tuple = field(default=(), compare=False, repr=False)

    def as_json(self):
        return {"code": self.code, "path": self.path, "reason": self.reason}


def changes_for(portal):
    """Changes, in the order of the tree; an empty list when nothing differs. Needs an open scope."""
    pages = {page.starts_section: page for page in _starts(portal)}
    sections = sections_for(portal)
    found = [change for section in sections for change in _of_section(portal, section, pages.get(section.code))]
    asked = {section.code for section in sections}
    extra = [page for code, page in pages.items() if code not in asked]
    return [*found, *(_keep(page, _("cây chuyên mục không còn mục này cho cổng")) for page in extra), *_hidden(portal)]


def _starts(portal):
    return PortalPage.objects.filter(portal=portal).exclude(starts_section="").order_by("path")


def _of_section(portal, section, page):
    if page is None:
        yield _missing(portal, section)
        return
    model = page.specific_class
    if model is not None and model.__name__ != section.page_type:
        yield _other_type(section, page)
    else:
        yield from _missing_children(section, page)
        if section.built_in and page.is_starter and _is_untouched(page):
            yield Change(CONVERT, section.code, f"/{page.slug}/", _("nền tảng tự làm trang này"), section, page)
    if (page.title_vi, page.title_en or "") != (section.title_vi, section.title_en):
        yield _keep(page, _("tên của cổng: “%(title)s”") % {"title": page.title_vi})


def _missing(portal, section):
    home = portal.site.root_page
    if PortalPage.objects.child_of(home).filter(slug=section.slug).exists():
        return Change(CLASH, section.code, f"/{section.slug}/", _("địa chỉ này đã có một trang khác của cổng"))
    return Change(ADD, section.code, f"/{section.slug}/", section.title_vi, section)


def _other_type(section, page):
    if not _is_untouched(page):
        return _keep(page, _("đã có người soạn; kiểu trang mới là %(type)s") % {"type": section.page_type})
    types = f"{page.specific_class.__name__} → {section.page_type}"
    return Change(CONVERT, section.code, f"/{page.slug}/", types, section, page)


def _is_untouched(page):
    """Born and nothing else: no revision, never published, nothing below."""
    is_written = page.latest_revision_id or page.last_published_at or page.numchild
    return page.is_starter and not is_written


def _missing_children(section, page):
    born = type_of(section)().born_children()
    if not born:
        return
    below = set(_names(page.specific.get_children().specific()))
    for child in born:
        if _name(child) not in below:
            path = f"/{page.slug}/{child.slug}/"
            yield Change(ADD, section.code, path, child.title, section, page, (child,))


def type_of(section):
    return apps.get_model("pages", section.page_type)


def _names(pages):
    return [_name(page) for page in pages]


def _name(child):
    """By topic: an editor may have given the page another title and address."""
    return getattr(child, "topic", "") or child.slug


def _keep(page, reason):
    return Change(KEEP, page.starts_section, f"/{page.slug}/", reason)


def _hidden(portal):
    """Sections whose place in the menu the portal chose itself."""
    for choice in MenuChoice.objects.filter(portal=portal).order_by("section"):
        section = find_section(choice.section)
        reason = _("cổng đã ẩn khỏi menu") if choice.is_hidden else _("cổng đã tự xếp thứ tự trong menu")
        yield Change(KEEP, choice.section, f"/{section.slug}/" if section else "", reason)
