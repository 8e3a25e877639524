"""Where a page is: the path on its own host, the full address elsewhere; scheme and port are the visitor's."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Site

from cms.pages.answering import answering
from cms.pages.bilingual.language import site_language
from cms.pages.models import PortalPage
from tenants.models import PortalHost
from tests.factories import make_article, section_page


def request_on(portal, host=None, **extra):
    """A request as the middleware hands it on: it knows its portal and its site."""
    request = RequestFactory().get("/", HTTP_HOST=host or f"{portal.slug}.localhost:8000", **extra)
    request.portal, request._wagtail_site = portal, portal.site
    return request


@pytest.fixture
def page(a):
    return make_article(a)


def test_on_its_own_host_a_page_is_a_path(page, a, b):
    assert page.get_url(request_on(a)) == "/tin-tuc/bai-viet/"
    assert a.root_page.get_url(request_on(a)) == "/"
    assert b.root_page.get_url(request_on(b)) == "/"


def test_on_another_host_it_is_a_full_address(page, b, province):
    for portal in (b, province):
        assert page.get_url(request_on(portal)) == "http://xa-a.localhost:8000/tin-tuc/bai-viet/"


def test_the_provincial_portal_lives_at_the_bare_domain(province, a):
    news = section_page(province, "news")
    assert news.get_url(request_on(province, "localhost:8000")) == "/tin-tuc/"
    assert news.get_url(request_on(province, "tinh.localhost:8000")) == "/tin-tuc/"
    assert news.get_url(request_on(a)) == "http://localhost:8000/tin-tuc/"


@pytest.mark.parametrize(("host", "port"), [("xa-b.localhost", ""), ("xa-b.localhost:9123", ":9123")])
def test_the_port_is_the_visitors(page, b, host, port):
    assert page.get_full_url(request_on(b, host)) == f"http://xa-a.localhost{port}/tin-tuc/bai-viet/"


def test_the_scheme_is_the_visitors(page, b):
    request = request_on(b, "xa-b.localhost", **{"wsgi.url_scheme": "https"})
    assert page.get_full_url(request) == "https://xa-a.localhost/tin-tuc/bai-viet/"


def test_without_a_request_scheme_and_port_are_the_settings(page, b, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://cong.example:444"
    assert page.url == page.full_url == "https://xa-a.localhost:444/tin-tuc/bai-viet/"
    assert b.root_page.full_url == "https://xa-b.localhost:444/"


def test_a_page_asked_without_a_request_while_one_is_answered_belongs_to_that_visit(page, a, b):
    with answering(request_on(a, "xa-a.localhost:9123")):
        assert (page.url, page.full_url) == ("/tin-tuc/bai-viet/", "http://xa-a.localhost:9123/tin-tuc/bai-viet/")
        assert b.root_page.url == "http://xa-b.localhost:9123/"


def test_the_primary_host_counts(page, a, b):
    PortalHost.objects.filter(portal=a).update(is_primary=False)
    PortalHost.objects.create(portal=a, host="xaanbinh.gov.vn", is_primary=True)
    assert page.get_full_url(request_on(b)) == "http://xaanbinh.gov.vn:8000/tin-tuc/bai-viet/"
    assert page.get_url(request_on(a, "xaanbinh.gov.vn")) == "/tin-tuc/bai-viet/"


def test_english_stands_below_en_on_every_host(page, a, b):
    with site_language("en"):
        assert page.get_url(request_on(a)) == "/en/tin-tuc/bai-viet/"
        assert page.get_url(request_on(b)) == "http://xa-a.localhost:8000/en/tin-tuc/bai-viet/"
        assert a.root_page.get_url(request_on(a)) == "/en/"
    assert page.url_in("en", request_on(b)) == "http://xa-a.localhost:8000/en/tin-tuc/bai-viet/"
    assert page.url_in("vi", request_on(b)) == "http://xa-a.localhost:8000/tin-tuc/bai-viet/"


def test_an_english_screen_does_not_change_an_address(page, a, b):
    with translation.override("en"):
        assert page.get_url(request_on(a)) == "/tin-tuc/bai-viet/"
        assert page.get_url(request_on(b)).endswith(":8000/tin-tuc/bai-viet/")


def test_the_site_is_the_portals(page, a, b):
    assert page.get_site() == a.site
    assert page.get_url_parts(request_on(a))[0] == a.site.pk
    assert page.get_url(None, current_site=Site.objects.get(pk=b.site_id)).startswith("http://xa-a.")


def test_addresses_of_many_pages_cost_one_query_a_portal(page, a, b, django_assert_num_queries):
    pages = list(PortalPage.objects.filter(portal__in=[a, b]))
    request = request_on(a)
    with django_assert_num_queries(2):
        assert len({page.get_full_url(request) for page in pages}) == len(pages)
    with django_assert_num_queries(0):
        [page.get_full_url(request) for page in pages]


@pytest.mark.parametrize(
    ("slug", "path"), [("xa-a", "/"), ("xa-a", "/en/"), ("xa-b", "/tin-tuc/"), ("xa-b", "/khong-co/")]
)
def test_hosts_answer_with_their_own_portal(client, page, slug, path):
    response = client.get(path, headers={"host": f"{slug}.localhost:8123"})
    words = response.content.decode()
    other = {"xa-a": ("Xã Bình Yên", "Binh Yen"), "xa-b": ("Xã An Bình", "An Binh")}[slug]
    assert response.status_code == (404 if path == "/khong-co/" else 200)
    assert not any(name in words for name in other)


def test_another_portals_path_is_not_found_here(visit, a, b, page):
    assert visit(a, "/tin-tuc/bai-viet/").status_code == 200
    assert visit(b, "/tin-tuc/bai-viet/").status_code == 404
    assert visit(a, "/xa-a/tin-tuc/bai-viet/").status_code == 404
