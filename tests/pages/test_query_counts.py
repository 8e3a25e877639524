"""What a page costs is part of the contract: it depends neither on the number of portals nor on that of rows."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.pages.models import ArticlePage, LegalDocumentPage
from cms.pages.people.models import Person, Post, Unit
from cms.pages.planting import insert_children
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, make_file, make_image, make_portal, make_post, section_page
from tests.factories.pages import COMPLETE

HOME, ARTICLE = 25, 15


@pytest.fixture
def full(a, b):
    """Two portals with pictures, articles, documents and people."""
    for portal in (a, b):
        for number in range(6):
            picture = make_image(portal)
            picture.get_rendition("width-20")
            make_article(portal, f"Bài {number}", title_en=f"Text {number}", picture=picture, lead="Tóm tắt")
            make_document(portal, f"Quyết định {number}", file=make_file(portal))
            make_post(portal, f"Người {number}", photo=make_image(portal), order=number)


def _asked(visit, portal, path, **data):
    """The queries of an uncached visit whose pictures have been drawn before."""
    assert visit(portal, path, **data).status_code == 200
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        visit(portal, path, **data)
    return asked


def _count(visit, portal, path, **data):
    return len(_asked(visit, portal, path, **data))


@pytest.mark.parametrize(
    ("path", "most"), [("/", HOME), ("/en/", HOME), ("/tin-tuc/bai-0/", ARTICLE), ("/en/tin-tuc/bai-0/", ARTICLE)]
)
def test_a_page_keeps_within_its_queries(visit, a, b, full, path, most):
    for portal in (a, b):
        asked = _asked(visit, portal, path)
        assert len(asked) <= most, "\n".join(query["sql"][:200] for query in asked)


def test_the_provinces_home_with_its_list_of_portals_keeps_within_too(visit, province, a):
    make_article(a)
    assert _count(visit, province, "/") <= HOME


def test_sixty_portals_cost_what_four_do(visit, a, b, full, province):
    paths = ["/", "/tin-tuc/bai-0/", "/tin-tuc/", "/van-ban/", "/danh-ba/"]
    visits = [(portal, path) for portal in (a, b) for path in paths] + [(province, "/")]
    before = [_count(visit, *visited) for visited in visits]
    for number in range(56):
        make_portal(f"xa-{number}")
    assert [_count(visit, *visited) for visited in visits] == before


def _articles(portal, number):
    picture = make_image(portal)
    pages = [
        ArticlePage(
            title=f"Bài {n}", slug=f"bai-{n}-{number}", live=True, first_published_at=timezone.now(), picture=picture
        )
        for n in range(number)
    ]
    insert_children(section_page(portal, "news"), pages, now=timezone.now())


def _documents(portal, number):
    pages = [
        LegalDocumentPage(
            title=f"Văn bản {n}", slug=f"vb-{n}-{number}", live=True, first_published_at=timezone.now(), **COMPLETE
        )
        for n in range(number)
    ]
    insert_children(section_page(portal, "documents"), pages, now=timezone.now())


def _people(portal, number):
    with platform_scope():
        for n in range(number):
            person = Person.objects.create(portal=portal, name=f"Người {n}", photo=make_image(portal))
            unit = Unit.objects.create(portal=portal, name=f"Phòng {n}", order=n)
            Post.objects.create(portal=portal, person=person, unit=unit, title="Chuyên viên", kind="leader")
    section_page(portal, "leaders").save()


@pytest.mark.parametrize(
    ("path", "plant"),
    [
        ("/tin-tuc/", _articles),
        ("/en/tin-tuc/", _articles),
        ("/van-ban/", _documents),
        ("/danh-ba/", _people),
        ("/lanh-dao/", _people),
        ("/gioi-thieu/", _people),
    ],
)
def test_a_list_of_thirty_costs_what_a_list_of_one_does(visit, a, b, path, plant):
    plant(a, 1)
    plant(b, 30)
    one, thirty = _asked(visit, a, path), _asked(visit, b, path)
    assert len(thirty) == len(one), "\n".join(query["sql"][:160] for query in thirty)


def test_the_second_page_of_a_list_costs_what_the_first_does(visit, a, b):
    _articles(a, 30)
    _articles(b, 1)
    assert _count(visit, a, "/tin-tuc/", trang=2) <= _count(visit, a, "/tin-tuc/")
    assert _count(visit, b, "/tin-tuc/", trang=9) <= _count(visit, a, "/tin-tuc/")
