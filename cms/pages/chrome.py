"""What surrounds every page: header, menu and footer of the host's portal. A context processor."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tenants.hosts import province_host, with_scheme

from .models import HomePage, PortalPage
from .queries import contact_of
from .sections import find_section, menus, place_in_tree


def chrome(request):
    """`portal` and `chrome`, read only if a template uses them; the admin never does."""
    portal = getattr(request, "portal", None)
    if portal is None:
        return {}
    return {"portal": portal, "chrome": SimpleLazyObject(lambda: Chrome(portal, request))}


@dataclass
class MenuGroup:
    label: str
    url: str
    items: list = field(default_factory=list)


@dataclass(frozen=True)
class Footer:
    agency: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    responsible_name: str = ""
    responsible_title: str = ""
    editorial_board: str = ""
    licence: str = ""
    last_update: datetime | None = None
    sitemap_url: str = ""


class Chrome:
    """Everything costs a query only when a template asks for it, and only once a page."""

    def __init__(self, portal, request):
        self.portal, self.request = portal, request

    @property
    def is_demo(self):
        return settings.IS_DEMO

    @property
    def home_url(self):
        return "/en/" if get_language() == "en" else "/"

    @cached_property
    def _home(self):
        served = getattr(self.request, "portal_home", None)  # the router has read it already
        return served or HomePage.objects.get(pk=self.portal.site.root_page_id)

    @property
    def emblem(self):
        return self._home.emblem

    @property
    def palette(self):
        return self._home.palette

    @property
    def unit_above(self):
        return self.portal.parent.display_name if self.portal.parent else ""

    @cached_property
    def menu(self):
        """Groups of the section tree with the sections this portal has, in the order of the tree."""
        # By portal and depth, not `child_of`: SQLite answers a prefix of the path by reading every portal's pages.
        sections = PortalPage.objects.live().filter(portal=self.portal, depth=3, view_restrictions=None)
        pages = sorted(sections.exclude(starts_section=""), key=lambda page: place_in_tree(page.starts_section))
        groups = {menu.code: MenuGroup(self._title(menu), "") for menu in menus()}
        for page in pages:
            definition = find_section(page.starts_section)
            if definition:
                item = MenuGroup(page.title, page.get_url(self.request))
                groups[definition.menu].items.append(item)
        for group in groups.values():
            group.url = group.items[0].url if group.items else ""
        return [group for group in groups.values() if group.items]

    @staticmethod
    def _title(menu):
        return menu.title_en if get_language() == "en" else menu.title_vi

    @property
    def quick_links(self):
        return [{"label": _("Cổng Dịch vụ công quốc gia"), "url": "https://dichvucong.gov.vn/"}]

    @cached_property
    def footer(self):
        contact, agency = contact_of(self.portal), self.portal.display_name
        if contact is None:
            return Footer(agency=agency)
        names = [name for name in Footer.__dataclass_fields__ if name not in ("agency", "last_update", "sitemap_url")]
        values = {} if contact.is_starter else {name: getattr(contact, name) or "" for name in names}
        agency = (contact.agency if not contact.is_starter else "") or agency
        return Footer(
            agency=agency, last_update=contact.last_update, sitemap_url=f"{self.home_url}so-do-cong/", **values
        )

    @cached_property
    def province_home_url(self):
        host = province_host()
        return f"{with_scheme(host, self.request)}/" if host else ""
