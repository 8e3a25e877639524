import pytest
from bs4 import BeautifulSoup
from django.http import Http404
from django.test import RequestFactory

from cms.theme.gallery import gallery
from cms.theme.specimens import specimens


@pytest.fixture
def request_for():
    return RequestFactory().get


def test_the_gallery_exists_only_for_developers(request_for, settings):
    settings.DEBUG = False
    with pytest.raises(Http404):
        gallery(request_for("/gallery/"))


@pytest.mark.parametrize("palette", ["do", "lam", "luc", "cham"])
def test_the_gallery_shows_each_palette(request_for, settings, palette):
    settings.DEBUG = True
    page = BeautifulSoup(gallery(request_for("/gallery/", {"palette": palette})).content, "html.parser")
    assert page.html["data-palette"] == palette
    assert len(page.select(".specimen")) == len(specimens())
