"""What a page asks by itself, after its person went to work elsewhere, is no attempt of that person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenants.acting import SESSION_KEY
from tenants.actions import act_for, end_acting, grant
from tenants.audit.sentences import what
from tenants.models import Role
from tests.factories import make_article, make_post

JSON = {"HTTP_ACCEPT": "application/json"}
NOW = timezone.now()


def refusals(rows):
    return [row.path for row in rows if row.refused]


def autosave(client, page):
    return client.post(f"/admin/pages/{page.pk}/edit/", {"title": "x"}, **JSON)


def work_for(client, portal):
    session = client.session
    session[SESSION_KEY] = portal.pk
    session.save()


def ping(client, row):
    return client.post(f"/admin/editing-sessions/ping/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/1/")


@pytest.mark.parametrize("make", [make_article, make_post])
def test_the_ping_of_a_screen_left_open_is_none(enter, a, b, written, make):
    client, mine, other = enter(a, Role.EDITOR), make(a, "Của A"), make(b, "Của B")
    grant(client.user, portal=b, role=Role.EDITOR, now=NOW)
    for portal, left in ((b, mine), (a, other)):
        work_for(client, portal)
        written()
        assert ping(client, left).status_code == 404
        assert written() == []


@pytest.mark.parametrize("make", [make_article, make_post])
def test_a_ping_for_a_portal_one_never_worked_for_is_an_attempt(enter, a, b, written, make):
    client, other = enter(a, Role.EDITOR), make(b, "Của B")
    make(a, "Của A")
    written()
    assert ping(client, other).status_code == 404
    assert len(refusals(written())) == 1


def test_autosave_of_who_switched_to_another_portal_is_none(enter, a, b, written):
    client, mine = enter(a, Role.EDITOR), make_article(a, "Tin của A")
    grant(client.user, portal=b, role=Role.EDITOR, now=NOW)
    work_for(client, b)
    written()
    assert autosave(client, mine).status_code != 200
    assert refusals(written()) == []


def test_autosave_after_acting_has_ended_is_none(office, a, b, written):
    other = make_article(b, "Tin của B")
    membership = act_for(office.user, portal=b, reason="Trực", now=NOW - timedelta(hours=1))
    end_acting(membership, now=NOW, by=office.user)
    written()
    autosave(office, other)
    assert refusals(written()) == []


def test_autosave_into_a_portal_one_never_worked_for_is_an_attempt(enter, a, b, written):
    client, other = enter(a, Role.EDITOR), make_article(b, "Tin của B")
    written()
    autosave(client, other)
    assert refusals(written()) == [f"/admin/pages/{other.pk}/edit/"]


def test_opening_it_oneself_is_an_attempt_all_the_same(office, a, b, written):
    other = make_article(b, "Tin của B")
    end_acting(act_for(office.user, portal=b, reason="Trực", now=NOW), now=NOW)
    written()
    office.get(f"/admin/pages/{other.pk}/edit/")
    assert refusals(written()) == [f"/admin/pages/{other.pk}/edit/"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/admin/members/new/", "Mở nơi không được phép: Thêm người (/admin/members/new/)"),
        ("/admin/audit/", "Mở nơi không được phép: Nhật ký (/admin/audit/)"),
        ("/admin/login-policy/", "Mở nơi không được phép: Quy định đăng nhập (/admin/login-policy/)"),
        ("/admin/khong-co/", "Mở nơi không được phép: /admin/khong-co/"),
    ],
)
def test_a_refusal_names_the_screen(a, b, plant, path, said):
    entry = plant(a, action="refused.access", refused=True, target=("", "", ""))
    entry.path = path
    assert what(entry) == said
