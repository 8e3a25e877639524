"""A public answer is the same for everybody: no session is read, so that a cache may keep one copy."""

import pytest
from django.test import Client

from tests.factories import make_article, make_document, make_file, make_image

PAGES = ["/", "/en/", "/tin-tuc/", "/tin-tuc/cong-khai/", "/tim-kiem/?q=tin", "/sitemap.xml", "/robots.txt"]


@pytest.fixture
def shown(a, b):
    """(address of a file, address of a picture) that public pages of A show; B has the like."""
    for portal in (a, b):
        file, image = make_file(portal), make_image(portal)
        make_article(portal, "Công khai", picture=image)
        make_document(portal, file=file)
        if portal == a:
            found = file.url, f"/media/{image.get_rendition('width-20').file.name}"
    return found


def test_public_answers_are_anonymous(a, b, shown):
    client = Client(HTTP_HOST="xa-a.localhost")
    client.cookies["sessionid"] = "x" * 32
    for path in (*PAGES, *shown):
        response = client.get(path)
        assert response.status_code == 200
        assert "Cookie" not in response.headers.get("Vary", ""), path
        assert not response.cookies


def test_who_is_logged_in_sees_no_bar_for_editors(enter, a, b, shown):
    chief = enter(a, "chief")
    for path in PAGES:
        response = chief.get(path)
        assert "userbar" not in response.text
        assert "Cookie" not in response.headers.get("Vary", ""), path
