"""What surrounds every page: menu and footer of the host's own portal, in the language of the address."""

import pytest
from django.utils import translation

from cms.pages.chrome import Chrome
from cms.pages.models import PortalPage
from cms.pages.queries import portal_groups, public_pages
from cms.pages.sections import menus, sections_for
from tenants.models import Portal
from tests.factories import make_article, make_image, make_portal, publish, section_page
from tests.factories.pages import local
from tests.pages.test_addresses import request_on


def _chrome(portal):
    return Chrome(portal, request_on(portal))


def _items(chrome):
    return [item.url for group in chrome.menu for item in group.items]


def test_the_menu_has_every_section_in_the_order_of_the_tree(a, b):
    for portal in (a, b):
        chrome = _chrome(portal)
        assert [group.label for group in chrome.menu] == [menu.title_vi for menu in menus()]
        assert _items(chrome) == [f"/{section.slug}/" for section in sections_for(portal)]


def test_the_menu_speaks_the_language_of_the_address(visit, a, b):
    for portal in (a, b):
        assert "Tin tức - Sự kiện" in visit(portal, "/").content.decode()
        words = visit(portal, "/en/").content.decode()
        assert "News and events" in words and 'href="/en/tin-tuc/"' in words and "Tin tức - Sự kiện" not in words


def test_a_section_taken_down_leaves_the_menu(a, b):
    section_page(a, "campaigns").unpublish()
    assert "/chuyen-de/" not in _items(_chrome(a))
    assert "/chuyen-de/" in _items(_chrome(b))


def test_menu_and_footer_cost_their_queries_once(a, b, django_assert_num_queries):
    make_article(b)
    chrome = _chrome(a)
    a.root_page.get_url(chrome.request)  # the host's name is kept in the cache
    with django_assert_num_queries(1):
        assert chrome.menu is chrome.menu
    with django_assert_num_queries(1):
        assert chrome.footer is chrome.footer


def _filled_contact(portal):
    page = section_page(portal, "contact")
    page.address, page.phone, page.email = "Thôn Một", "0214 3840 888", "vp@xa-a.example"
    page.responsible_name, page.responsible_title = "Nguyễn Văn A", "Chủ tịch"
    return page


def test_the_footer_names_what_the_contact_page_says(visit, a, b):
    publish(_filled_contact(a))
    footer = _chrome(a).footer
    assert (footer.address, footer.responsible_name) == ("Thôn Một", "Nguyễn Văn A")
    assert "Thôn Một" in visit(a, "/tin-tuc/").content.decode()
    assert "Thôn Một" not in visit(b, "/tin-tuc/").content.decode()


def test_what_is_not_published_is_not_in_the_footer(a, b):
    _filled_contact(a).save_revision()
    assert (_chrome(a).footer.address, _chrome(a).footer.agency) == ("", "Xã An Bình")
    assert _chrome(b).footer.agency == "Xã Bình Yên"


def test_the_footer_says_when_the_own_portal_published_last(a, b):
    make_article(a, at=local(2024, 2, 1))
    make_article(a, "Khác", at=local(2024, 3, 1))
    make_article(b, at=local(2024, 5, 1))
    assert _chrome(a).footer.last_update == local(2024, 3, 1)


@pytest.mark.parametrize(
    ("language", "name", "above"), [("vi", "Xã An Bình", "Tỉnh Thử"), ("en", "An Binh Commune", "Tỉnh Thử")]
)
def test_portal_and_the_unit_above_are_named_in_the_language(a, b, language, name, above):
    with translation.override(language):
        assert (_chrome(a).footer.agency, _chrome(a).unit_above) == (name, above)
        assert _chrome(b).footer.agency != name


def test_emblem_and_palette_are_the_own_homes(a, b):
    home = a.root_page.specific
    home.emblem, home.palette = make_image(a), "lam"
    publish(home)
    assert (_chrome(a).emblem.portal, _chrome(a).palette) == (a, "lam")
    assert (_chrome(b).emblem, _chrome(b).palette) == (None, "do")


def test_the_province_is_linked_from_everywhere(a, b, province):
    for portal in (a, b, province):
        assert _chrome(portal).province_home_url == "http://localhost:8000/"


def test_the_list_of_portals_names_those_that_are_open(a, b, province, department):
    make_portal("xa-c", name="Xã Đang Xây", state="building")
    groups = {str(label): [portal.slug for portal in portals] for label, portals in portal_groups()}
    assert groups == {"Sở, ban, ngành": ["so-a"], "Xã, phường, thị trấn": ["xa-a", "xa-b"]}
    assert Portal.objects.get(slug="xa-c") and province.slug not in str(groups)


def test_public_pages_are_live_filled_and_open_to_everybody(a, b):
    make_article(a, "Công khai")
    make_article(a, "Nháp", live=False)
    make_article(b, "Khác")
    private = make_article(a, "Riêng")
    private.view_restrictions.create(restriction_type="login")
    titles = {page.title for page in public_pages(a)}
    assert titles == {"Xã An Bình", "Sơ đồ cổng", "Công khai"}  # which the platform writes
    assert PortalPage.objects.filter(portal=a, is_starter=True).count() > 20
