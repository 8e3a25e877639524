"""The host of a request names its portal; whatever else a client sends gets a plain 404."""

import pytest
from django.core.exceptions import ValidationError

from tenants.actions import set_hosts
from tenants.hosts import base_url, clean_host, find_host, primary_host, province_host
from tenants.models import PortalHost
from tenants.provisioning import Refused
from tests.factories import make_portal
from tests.factories.pages import local

NOW = local(2024, 3, 1)


@pytest.mark.parametrize(
    "host",
    ["xa-a.localhost", "XA-A.LOCALHOST", "xa-a.localhost.", "xa-a.localhost:8000", "Xa-A.localhost.:80"],
)
def test_case_port_and_a_trailing_dot_do_not_matter(client, a, b, host):
    response = client.get("/", headers={"host": host})
    assert response.status_code == 200
    assert response.wsgi_request.portal == a
    assert a.name in response.content.decode() and b.name not in response.content.decode()


def test_two_hosts_lead_to_two_portals(client, a, b):
    answers = [client.get("/", headers={"host": f"{portal.slug}.localhost"}) for portal in (a, b)]
    assert [answer.wsgi_request.portal for answer in answers] == [a, b]


@pytest.mark.parametrize(
    "host",
    [
        "unknown.localhost",
        "xa-a.localhost.example.com",
        "x.xa-a.localhost",
        "127.0.0.1",
        "[::1]",
        "[::1]:8000",
        "",
        "xa-a",
        "xa-a.localhost:port",
        "xa-a.localhost:80:80",
        "xa-a .localhost",
        "xa_a.localhost",
        "xa-a.localhost/../",
        "xã-a.localhost",
        "xa-a.localhost\x00",
        "[",
        "]",
        ":",
        ".",
        "..",
        "'; drop table--",
        "a" * 300 + ".localhost",
    ],
)
@pytest.mark.parametrize("path", ["/", "/admin/", "/en/", "/sitemap.xml", "/robots.txt"])
def test_an_unknown_or_malformed_host_gets_a_plain_404(client, a, b, host, path):
    response = client.get(path, headers={"host": host})
    text = response.content.decode()
    assert response.status_code == 404
    assert "Không tìm thấy cổng thông tin" in text
    assert a.name not in text and b.name not in text


def test_a_host_outside_allowed_hosts_gets_the_same_404(client, a, b, settings):
    settings.ALLOWED_HOSTS = ["xa-b.localhost"]
    assert client.get("/", headers={"host": "xa-b.localhost"}).status_code == 200
    assert client.get("/", headers={"host": "xa-a.localhost"}).status_code == 404


def test_the_province_answers_at_the_bare_domain_too(client, province, a, b):
    for host in ("localhost", "tinh.localhost"):
        assert client.get("/", headers={"host": host}).wsgi_request.portal == province
    assert province_host() == "localhost"


def test_no_portal_may_take_the_host_of_another(a, b):
    with pytest.raises(Refused, match=r"xa-b\.localhost"):
        set_hosts(a, primary="xa-a.localhost", aliases=["xa-b.localhost"], now=NOW)
    assert find_host("xa-b.localhost").portal == b
    assert [row.host for row in a.hosts.all()] == ["xa-a.localhost"]


def test_a_portal_moves_to_another_host_and_its_links_follow_at_once(client, a, b):
    assert (primary_host(a.pk), primary_host(b.pk)) == ("xa-a.localhost", "xa-b.localhost")
    set_hosts(a, primary="anbinh.localhost", aliases=["an-binh.localhost"], now=NOW)
    a.refresh_from_db()
    assert primary_host(a.pk) == a.site.hostname == "anbinh.localhost"
    assert [client.get("/", headers={"host": h}).status_code for h in ("anbinh.localhost", "an-binh.localhost")] == [
        200,
        200,
    ]
    assert client.get("/", headers={"host": "xa-a.localhost"}).status_code == 404
    assert (primary_host(b.pk), find_host("xa-b.localhost").portal) == ("xa-b.localhost", b)
    event = a.events.get(kind="hosts")
    assert event.data == {"before": ["xa-a.localhost"], "after": ["anbinh.localhost", "an-binh.localhost"]}
    assert b.events.filter(kind="hosts").count() == 0


def test_the_same_hosts_again_change_nothing(a, b):
    for portal in (a, b):
        set_hosts(portal, primary=f"{portal.slug}.localhost", now=NOW)
    assert PortalHost.objects.filter(portal__in=[a, b]).count() == 2
    assert [portal.events.filter(kind="hosts").count() for portal in (a, b)] == [0, 0]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (" XA-A.Localhost. ", "xa-a.localhost"),
        ("xa-a.localhost", "xa-a.localhost"),
        ("cổng.localhost", "xn--cng-qmz.localhost"),
    ],
)
def test_a_host_is_kept_lower_case_without_dot_in_ascii(text, host):
    assert clean_host(text) == host


@pytest.mark.parametrize(
    "text",
    ["", ".", "a..b", "xa-a.localhost:80", "http://xa-a", "-a.vn", "a_b.vn", "a b.vn", "[::1]", "a" * 64 + ".vn"],
)
def test_what_is_no_host_name_is_refused(text):
    with pytest.raises(ValidationError, match="không phải tên miền"):
        clean_host(text)


def test_a_host_the_server_does_not_accept_is_refused_with_the_remedy(settings):
    settings.ALLOWED_HOSTS = [".laocai.gov.vn"]
    assert clean_host("xa.laocai.gov.vn") == "xa.laocai.gov.vn"
    with pytest.raises(ValidationError, match="ALLOWED_HOSTS"):
        clean_host("xa.example.com")


def test_absolute_links_take_scheme_and_port_of_the_request_or_of_the_settings(rf, a, b, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://localhost"
    request = rf.get("/", headers={"host": "xa-b.localhost:8000"})
    assert base_url(a.pk, request) == "http://xa-a.localhost:8000"
    assert (base_url(a.pk), base_url(b.pk)) == ("https://xa-a.localhost", "https://xa-b.localhost")


def test_finding_a_host_is_one_query(django_assert_num_queries, a, b):
    make_portal("xa-d")
    with django_assert_num_queries(1):
        found = find_host("xa-a.localhost:8000")
        assert (found.portal, found.portal.site.root_page.title, found.portal.parent.slug) == (a, a.name, "tinh")
