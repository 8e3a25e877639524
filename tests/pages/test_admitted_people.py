"""What is private is asked for like the admin: not by a session that is over, nor without a factor that is due."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tenants.login.adapter import BEGUN
from tenants.models import Membership, Role, User
from tests.factories import make_article, make_file, make_image

PRIVATE = "/tin-tuc/noi-bo/"


@pytest.fixture
def addresses(a, b, settings, tmp_path):
    """What the people of A alone may have; B has the same of its own."""
    settings.MEDIA_ROOT = tmp_path
    for portal in (b, a):
        page = make_article(portal, "Nội bộ", slug="noi-bo")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        file, image = make_file(portal), make_image(portal)
    return [file.url, image.file.url, PRIVATE]


def answers(client, addresses):
    return [client.get(address).status_code for address in addresses]


def let_time_pass(client, days):
    since = timezone.now() - timedelta(days=days)
    Membership.objects.filter(user=client.user).update(granted_at=since)
    User.objects.filter(pk=client.user.pk).update(date_joined=since)


def begin(client, hours_ago):
    session = client.session
    session[BEGUN] = timezone.now().timestamp() - hours_ago * 3600
    session.save()


def test_a_session_that_is_over_gets_nothing_private(enter, a, b, addresses):
    client = enter(a, Role.EDITOR)
    begin(client, hours_ago=1)
    assert answers(client, addresses) == [200, 200, 200]
    begin(client, hours_ago=100)
    assert answers(client, addresses) == [404, 404, 302]
    assert client.get(PRIVATE).url == f"/admin/login/?next={PRIVATE}"
    assert "no-store" in client.get(PRIVATE).headers["Cache-Control"]


def test_who_lacks_a_factor_that_is_due_gets_nothing_private(enter, a, b, addresses):
    client = enter(a, Role.CHIEF)
    let_time_pass(client, days=1)
    assert answers(client, addresses) == [200, 200, 200]
    let_time_pass(client, days=90)
    assert answers(client, addresses) == [404, 404, 302]
    assert client.get(PRIVATE, follow=True).redirect_chain == [("/admin/", 302), ("/admin/security/", 302)]


def test_who_needs_no_factor_is_asked_for_none(enter, a, b, addresses):
    client = enter(a, Role.EDITOR)
    let_time_pass(client, days=90)
    assert answers(client, addresses) == [200, 200, 200]


def test_the_neighbours_find_nothing_however_fresh_their_session(enter, a, b, addresses):
    client = enter(b, Role.EDITOR)
    client.defaults["HTTP_HOST"] = "xa-a.localhost"
    assert answers(client, addresses) == [404, 404, 404]


def test_a_public_page_asks_nothing_about_what_its_reader_may(enter, a, b, addresses):
    make_article(a, "Công khai", slug="cong-khai")
    client = enter(a, Role.CHIEF)
    client.get("/tin-tuc/cong-khai/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/tin-tuc/cong-khai/").status_code == 200
    assert not [query for query in asked if "membership" in query["sql"] or "loginpolicy" in query["sql"]]


def test_a_private_file_costs_one_question_about_its_reader(enter, a, b, addresses):
    client = enter(a, Role.CHIEF)
    client.get(addresses[1])
    with CaptureQueriesContext(connection) as asked:
        client.get(addresses[1])
    assert sum("tenants_membership" in query["sql"] for query in asked) == 1
