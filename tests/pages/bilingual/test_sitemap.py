"""The site map, redirects and cache keys know of both languages."""

import re

from wagtail.contrib.redirects.models import Redirect

from cms.pages.bilingual.language import site_language
from tests.factories import section_page

from .articles import UNTRANSLATED, bilingual_article


def _entries(visit, portal):
    response = visit(portal, "/sitemap.xml")
    assert response.status_code == 200
    return re.findall(r"<url>(.*?)</url>", response.content.decode(), re.S)


def _entry(entries, address):
    (found,) = [entry for entry in entries if f"<loc>{address}</loc>" in entry]
    return found


def test_a_translated_page_stands_in_the_site_map_once_a_language(visit, a, article):
    entries = _entries(visit, a)
    for address in ("http://xa-a.localhost/tin-tuc/bai-viet/", "http://xa-a.localhost/en/tin-tuc/bai-viet/"):
        entry = _entry(entries, address)
        assert re.findall('hreflang="([^"]+)"', entry) == ["vi", "en", "x-default"]
        assert 'hreflang="x-default" href="http://xa-a.localhost/tin-tuc/bai-viet/"' in entry


def test_an_untranslated_page_stands_there_in_vietnamese_only(visit, a):
    bilingual_article(a, title="Chưa dịch", slug="chua-dich", **UNTRANSLATED)
    entries = _entries(visit, a)
    assert "hreflang" not in _entry(entries, "http://xa-a.localhost/tin-tuc/chua-dich/")
    assert not [entry for entry in entries if "/en/tin-tuc/chua-dich/" in entry]


def test_the_site_map_names_no_other_portal_and_no_empty_section(visit, a, article, neighbour):
    text = "".join(_entries(visit, a))
    assert "xa-b" not in text
    assert section_page(a, "plans").is_starter and "/quy-hoach-ke-hoach/" not in text


def _change_slug(page, slug, capture):
    with capture(execute=True):
        page.slug = slug
        page.save()


def test_a_changed_address_redirects_in_both_languages(visit, a, b, article, django_capture_on_commit_callbacks):
    _change_slug(article, "moi", django_capture_on_commit_callbacks)
    assert [(row.old_path, row.site.portal) for row in Redirect.objects.all()] == [("/tin-tuc/bai-viet", a)]
    assert visit(a, "/tin-tuc/bai-viet/").headers["Location"] == "/tin-tuc/moi/"
    response = visit(a, "/en/tin-tuc/bai-viet/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/en/tin-tuc/moi/"
    assert visit(b, "/tin-tuc/bai-viet/").status_code == 200


def test_the_cache_key_of_a_page_names_the_language(article, neighbour):
    keys = {article.cache_key, neighbour.cache_key}
    with site_language("en"):
        keys |= {article.cache_key, neighbour.cache_key}
    assert len(keys) == 4
