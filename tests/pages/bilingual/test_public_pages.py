"""What a visitor gets: the address alone says the language, and what is not translated says so."""

import pytest

from .articles import UNTRANSLATED, bilingual_article


def _html(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def untranslated(a):
    return bilingual_article(a, title="Chỉ tiếng Việt", slug="chi-tieng-viet", **UNTRANSLATED)


def test_the_vietnamese_page_is_vietnamese(visit, a, article):
    response = visit(a, "/tin-tuc/bai-viet/")
    html = _html(response)
    assert '<html lang="vi"' in html and ">Bài viết</h1>" in html and "Đầu đề" in html
    assert "Headline" not in html
    assert response.headers["Content-Language"] == "vi"


def test_the_english_page_is_english(visit, a, article):
    response = visit(a, "/en/tin-tuc/bai-viet/")
    html = _html(response)
    assert '<html lang="en"' in html and ">Article</h1>" in html and "Headline" in html
    assert "Đầu đề" not in html
    assert response.headers["Content-Language"] == "en"
    assert "X-Robots-Tag" not in response.headers


def test_the_english_page_is_the_own_portals_not_the_neighbours(visit, a, b, article, neighbour):
    neighbour_html = _html(visit(b, "/en/tin-tuc/bai-viet/"))
    assert "Binh Yen Commune" in neighbour_html and "An Binh Commune" not in neighbour_html
    article.delete()
    assert visit(a, "/en/tin-tuc/bai-viet/").status_code == 404


def test_both_languages_point_at_each_other(visit, a, article):
    for path in ("/tin-tuc/bai-viet/", "/en/tin-tuc/bai-viet/"):
        html = _html(visit(a, path))
        assert 'hreflang="vi" href="http://xa-a.localhost/tin-tuc/bai-viet/"' in html
        assert 'hreflang="en" href="http://xa-a.localhost/en/tin-tuc/bai-viet/"' in html
        assert 'hreflang="x-default" href="http://xa-a.localhost/tin-tuc/bai-viet/"' in html
        assert f'<link rel="canonical" href="http://xa-a.localhost{path}"' in html


def test_a_page_without_english_says_so_and_shows_vietnamese(visit, a, untranslated):
    response = visit(a, "/en/tin-tuc/chi-tieng-viet/")
    html = _html(response)
    assert ('<html lang="en"' in html and 'role="note"' in html) or "notice" in html
    assert '<h1 itemprop="headline" data-spoken lang="vi">Chỉ tiếng Việt</h1>' in html
    assert '<link rel="canonical" href="http://xa-a.localhost/tin-tuc/chi-tieng-viet/"' in html
    assert 'hreflang="x-default"' not in html


def test_a_page_without_english_is_not_for_search_engines(visit, a, untranslated):
    response = visit(a, "/en/tin-tuc/chi-tieng-viet/")
    assert response.headers["X-Robots-Tag"] == "noindex, follow"
    assert response.headers["Content-Language"] == "vi"
    assert '<meta name="robots" content="noindex' in _html(response)
    assert "X-Robots-Tag" not in visit(a, "/tin-tuc/chi-tieng-viet/").headers


def test_a_half_translated_page_is_not_mixed(visit, a):
    bilingual_article(a, title="Nửa bài", slug="nua-bai", title_en="Half", body_en=[])
    html = _html(visit(a, "/en/tin-tuc/nua-bai/"))
    assert ">Nửa bài</h1>" in html and "Half" not in html


def test_navigation_around_an_untranslated_page_stays_english(visit, a, untranslated):
    html = _html(visit(a, "/en/tin-tuc/chi-tieng-viet/"))
    assert 'href="/en/tin-tuc/"' in html and "News and events" in html


def test_links_in_the_text_keep_the_language(visit, a, article):
    link = f'<p><a linktype="page" id="{article.pk}">x</a></p>'
    bilingual_article(a, title="Dẫn", slug="dan", body=[("paragraph", link)], body_en=[("paragraph", link)])
    assert '<a href="/en/tin-tuc/bai-viet/">x</a>' in _html(visit(a, "/en/tin-tuc/dan/"))
    assert '<a href="/tin-tuc/bai-viet/">x</a>' in _html(visit(a, "/tin-tuc/dan/"))


def test_a_link_by_number_to_another_portals_page_says_nothing_of_it(visit, a, neighbour):
    link = f'<p><a linktype="page" id="{neighbour.pk}">x</a></p>'
    bilingual_article(a, title="Dẫn", slug="dan", body=[("paragraph", link)])
    html = _html(visit(a, "/tin-tuc/dan/"))
    assert "<a>x</a>" in html and "xa-b.localhost" not in html


def test_neither_browser_nor_cookie_chooses_the_language(client, a, article):
    client.cookies["django_language"] = "en"
    headers = {"host": "xa-a.localhost", "accept-language": "en"}
    response = client.get("/tin-tuc/bai-viet/", headers=headers)
    assert '<html lang="vi"' in _html(response)
    vary = response.headers.get("Vary", "").lower()
    assert "accept-language" not in vary and "cookie" not in vary


def test_the_public_page_sets_no_cookie(visit, a, article):
    for path in ("/", "/tin-tuc/", "/tin-tuc/bai-viet/", "/en/tin-tuc/bai-viet/"):
        assert not visit(a, path).cookies


def test_the_switch_keeps_the_query(visit, a, article):
    html = _html(visit(a, "/tin-tuc/", trang="1"))
    assert 'href="/en/tin-tuc/?trang=1"' in html
    assert 'href="/tin-tuc/?trang=1"' in _html(visit(a, "/en/tin-tuc/", trang="1"))


@pytest.mark.parametrize(("path", "status"), [("/en", 301), ("/en/", 200), ("/en/khong-co/", 404), ("/vi/", 404)])
def test_addresses_of_the_english_side(visit, a, path, status):
    assert visit(a, path).status_code == status
