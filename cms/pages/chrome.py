"""What surrounds every page: header, menu and footer of the host's portal. A context processor."""

from dataclasses import dataclass, field, fields
from datetime import datetime

from django.conf import settings
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tenants.hosts import province_host, with_scheme

from .bilingual.foreign import foreign_lang
from .menus.arrangement import arranged, links_of
from .models import HomePage
from .queries import contact_of


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
    langs: dict = field(default_factory=dict)  # {name: "vi"} of what is shown in another language than the page


TYPED = [one.name for one in fields(Footer) if one.type is str and one.name not in ("agency", "sitemap_url")]


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
    def _arranged(self):
        return arranged(self.portal)

    @cached_property
    def menu(self):
        """Groups of sections as the portal arranged them, without those it hides."""
        return self._groups(lambda entry: not entry.is_hidden)

    @cached_property
    def site_map(self):
        """The same with every section: what is hidden from the menu is found here."""
        return self._groups(lambda entry: True)

    def _groups(self, shows):
        groups = []
        for group in self._arranged:
            entries = [entry for entry in group.entries if shows(entry)]
            items = [MenuGroup(entry.page.title, entry.page.get_url(self.request)) for entry in entries]
            if items:
                groups.append(MenuGroup(self._title(group.menu), items[0].url, items))
        return groups

    @staticmethod
    def _title(menu):
        return menu.title_en if get_language() == "en" else menu.title_vi

    @cached_property
    def quick_links(self):
        """The national link, then the portal's own; these cost a query only where there are any."""
        links = [{"label": _("Cổng Dịch vụ công quốc gia"), "url": "https://dichvucong.gov.vn/", "lang": ""}]
        if any(group.entries[0].page.has_links for group in self._arranged):
            links += [self._quick_link(link) for link in links_of(self.portal)]
        return links

    @staticmethod
    def _quick_link(link):
        in_vietnamese = get_language() == "en" and not link.label_en
        return {"label": link.label, "url": link.url, "lang": "vi" if in_vietnamese else ""}

    @cached_property
    def footer(self):
        contact, agency = contact_of(self.portal), self.portal.display_name
        if contact is None:
            return Footer(agency=agency)
        own = {} if contact.is_starter else {name: getattr(contact, name) or "" for name in ("agency", *TYPED)}
        langs = {name: foreign_lang(contact, name) for name, value in own.items() if value}
        agency = own.pop("agency", "") or agency
        return Footer(
            agency=agency,
            last_update=contact.last_update,
            sitemap_url=f"{self.home_url}so-do-cong/",
            langs=langs,
            **own,
        )

    @cached_property
    def province_home_url(self):
        host = province_host()
        return f"{with_scheme(host, self.request)}/" if host else ""
