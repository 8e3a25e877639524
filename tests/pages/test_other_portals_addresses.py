"""Every public address of B, asked on A's host and on the province's: nothing of B but what is meant to cross."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from tests.factories import make_article, make_document, make_file, make_image, make_post, publish, section_page

CANARY = "Hoàng Yến"


@pytest.fixture
def addresses(a, b):
    """Public paths of B, one of each kind, and none of them A's."""
    public = make_article(b, f"{CANARY} công khai", picture=make_image(b), title_en=f"{CANARY} open")
    draft = make_article(b, f"{CANARY} nháp", live=False)
    private = make_article(b, f"{CANARY} kín")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    gone = make_article(b, f"{CANARY} hết hạn")
    gone.live, gone.expired = False, True
    gone.save()
    later = make_article(b, f"{CANARY} hẹn giờ", live=False)
    later.go_live_at = timezone.now() + timezone.timedelta(days=1)
    later.save()
    shown, hidden, image = make_file(b, CANARY), make_file(b, CANARY, name="kin.pdf"), make_image(b, CANARY)
    document = make_document(b, f"Quyết định {CANARY}", file=shown)
    make_post(b, f"Nguyễn {CANARY}")
    publish(section_page(b, "leaders"))
    pages = [page.get_url().partition(".localhost")[2] for page in (public, draft, private, gone, later, document)]
    sizes = [f"/media/{file.name}" for file in (image.file, image.get_rendition("width-20").file)]
    return [*pages, shown.url, hidden.url, *sizes]


EVERYWHERE = [
    "/",
    "/en/",
    "/tin-tuc/",
    "/van-ban/",
    "/lanh-dao/",
    "/danh-ba/",
    "/sitemap.xml",
    "/robots.txt",
    "/tim-kiem/?q=Hoàng+Yến",
    "/en/tim-kiem/?q=Hoàng+Yến",
]
FIND_A_PORTAL = ("/", "/en/")
HOSTS = ["xa-a.localhost", "tinh.localhost", "localhost"]


def _ask(client, host, path):
    response = client.get(path, headers={"host": host})
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response, body.decode(errors="replace")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("role", [None, "editor", "chief"])
def test_no_address_of_b_leads_to_b_elsewhere(enter, a, b, addresses, host, role):
    client = enter(a, role) if role else Client()
    for path in [*addresses, *(f"/en{path}" for path in addresses)]:
        response, body = _ask(client, host, path)
        assert response.status_code == 404, path
        assert CANARY not in body.replace(path, ""), path
    for path in EVERYWHERE:
        response, body = _ask(client, host, path)
        assert response.status_code == 200, path
        assert (CANARY in body, "hoang-yen-" in body) == ("tim-kiem" in path, False), path  # the word asked for
        assert "xa-b.localhost" not in body or path in FIND_A_PORTAL, path


def test_the_province_finds_what_is_public_and_nothing_else(a, b, addresses):
    for host in HOSTS:
        _response, body = _ask(Client(), host, "/tim-kiem/?q=Hoàng+Yến&pham-vi=tinh")
        assert "/tin-tuc/hoang-yen-cong-khai/" in body
        for hidden in ("nhap", "kin", "het-han", "hen-gio"):
            assert f"hoang-yen-{hidden}" not in body


GONE = [
    ("wagtailcore_authenticate_with_password", ("restriction", "page")),
    ("wagtailcore_login", ()),
    ("wagtaildocs_authenticate_with_password", ("collection",)),
]


@pytest.mark.parametrize(("name", "of"), GONE)
def test_shared_passwords_and_a_second_form_to_log_in_do_not_exist(a, b, name, of):
    page = make_article(b, CANARY)
    keys = {
        "page": page.pk,
        "restriction": PageViewRestriction.objects.create(page=page, restriction_type="password", password="x").pk,
        "collection": CollectionViewRestriction.objects.create(
            collection=b.collection, restriction_type="password", password="x"
        ).pk,
    }
    address = reverse(name, args=[keys[one] for one in of])
    for host in (*HOSTS, "xa-b.localhost"):
        for path in (address, f"/en{address}"):
            for method in ("get", "post"):
                response = getattr(Client(), method)(path, {"password": "x"}, headers={"host": host})
                assert (response.status_code, CANARY in response.text) == (404, False)


@pytest.mark.parametrize("name", ["wagtailimages_serve", "wagtailapi:pages:listing"])
def test_what_wagtail_could_serve_beside_is_not_there(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_previews_are_not_for_search_engines(enter, a, b):
    draft = make_article(a, "Nháp", live=False)
    draft.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    response = enter(a, "editor").get(address)
    assert response.status_code == 200 and "userbar" not in response.text
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response.headers["Cache-Control"]
    assert Client(HTTP_HOST="xa-a.localhost").get(address).status_code == 302
    assert "Nháp" not in enter(b, "editor").get(address).text
