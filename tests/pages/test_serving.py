"""What a host serves of its own portal, of another's, and while a portal is not open."""

import pytest
from django.utils import timezone

from tenants.actions import change_state
from tests.factories import make_article, make_document, make_file


@pytest.fixture
def building(b):
    make_article(b, "Chưa được xem")
    return change_state(b, state="building", now=timezone.now())


@pytest.mark.parametrize("path", ["/", "/en/", "/tin-tuc/chua-duoc-xem/", "/tim-kiem/?q=xem", "/van-ban/"])
def test_a_portal_being_built_shows_one_plain_page(visit, a, building, path):
    response = visit(building, path)
    assert response.status_code == 200
    assert "Chưa được xem" not in response.text
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "X-Robots-Tag" not in visit(a, "/").headers


def test_a_portal_being_built_has_no_site_map_and_turns_robots_away(visit, a, building):
    assert visit(building, "/sitemap.xml").status_code == 404
    assert visit(building, "/robots.txt").text == "User-agent: *\nDisallow: /\n"
    assert visit(a, "/sitemap.xml").status_code == 200


def test_editors_of_a_portal_being_built_reach_its_admin(log_in, building):
    assert log_in(building, "editor").get("/admin/").status_code == 200


def test_a_file_is_served_by_the_host_of_its_own_portal_only(visit, a, b):
    own, foreign = make_file(a, name="cua-a.pdf"), make_file(b, name="cua-b.pdf")
    make_document(a, file=own)
    make_document(b, file=foreign)
    assert visit(a, own.url).status_code == 200
    assert visit(a, foreign.url).status_code == 404
    assert visit(b, foreign.url).status_code == 200


def test_a_picture_is_served_by_the_host_of_its_own_portal_only(visit, a, b):
    assert visit(a, f"/media/portal-{b.pk}/images/x.jpg").status_code == 404


def test_another_portals_page_is_not_found_here(visit, a, b):
    make_article(b, "Tin của B")
    assert visit(b, "/tin-tuc/tin-cua-b/").status_code == 200
    assert visit(a, "/tin-tuc/tin-cua-b/").status_code == 404
