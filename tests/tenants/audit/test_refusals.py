"""Every refused attempt is kept, even though what refused it rolled back; a flood is counted instead of stored."""

import pytest
from django.db import transaction
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from tenants.audit import refuse
from tenants.audit.middleware import AuditMiddleware
from tenants.models import AuditEntry, Portal, Role
from tests.factories import make_article
from tests.tenants.screens import is_refused


def refused(rows):
    return [(row.portal.slug, row.action, row.actor_name, row.path) for row in rows if row.refused]


@pytest.fixture
def editor(log_in, a):
    return log_in(a, Role.EDITOR)


def test_a_page_of_another_portal(editor, a, b, written):
    other = make_article(b, "Bí mật của B")
    written()
    for screen in ("edit", "delete"):
        assert is_refused(editor.get(f"/admin/pages/{other.pk}/{screen}/"))
    rows = written()
    assert refused(rows) == [
        ("xa-a", rows[0].action, "Nguyễn editor", f"/admin/pages/{other.pk}/edit/"),
        ("xa-a", rows[1].action, "Nguyễn editor", f"/admin/pages/{other.pk}/delete/"),
    ]
    assert len(rows) == 2
    assert {row.acting_as for row in rows} == {"editor"}


def test_the_entry_names_nothing_of_the_other_portal(editor, a, b, written):
    other = make_article(b, "Bí mật của B")
    written()
    editor.post(f"/admin/pages/{other.pk}/edit/", {"title": "Chiếm"})
    rows = written()
    assert [(row.target_title, row.target_pk) for row in rows] == [("", "")]
    assert "Bí mật" not in str([vars(row) for row in rows])


@pytest.mark.parametrize("address", ["/admin/portals/", "/admin/members/", "/admin/audit/", "/admin/audit/1/object/"])
def test_a_screen_that_is_not_for_ones_role(editor, a, b, written, address):
    written()
    assert is_refused(editor.get(address))
    assert [path for *_rest, path in refused(written())] == [address]


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/account/"])
def test_what_is_allowed_is_no_refusal(editor, a, b, written, address):
    written()
    assert editor.get(address).status_code in (200, 302)
    assert written() == []


def test_who_is_not_logged_in_is_asked_to_and_not_kept(client, a, b, written):
    client.defaults["HTTP_HOST"] = "xa-a.localhost"
    assert is_refused(client.get("/admin/pages/"))
    assert written() == []


def test_a_public_page_that_is_not_there_is_no_attempt(editor, a, b, written):
    assert editor.get("/khong-co/").status_code == 404
    assert written() == []


# --- the middleware and the door for those who refuse -------------------------------------------------
@pytest.fixture
def ask(a, people):
    """ask(view) -> runs the view as one request of an editor of A, behind the middleware."""

    def run(view, path="/admin/x/", **extra):
        request = RequestFactory().get(path, **extra)
        request.user, request.portal, request.acting_portal = people["a"], Portal.objects.get(pk=a.pk), a
        request.session = {}
        return AuditMiddleware(view)(request)

    return run


def test_a_refusal_inside_a_transaction_that_rolls_back_is_kept(ask, a, b, written):
    def view(request):
        try:
            with transaction.atomic():
                b.name = "Chiếm"
                b.save()
                refuse(request, "refused.write")
                raise Http404
        except Http404:
            return HttpResponse(status=404)

    ask(view)
    assert Portal.objects.get(pk=b.pk).name == "Xã Bình Yên"
    assert [(row.action, row.refused, row.detail) for row in written()] == [
        ("refused.write", True, {"status": 404, "method": "GET"})
    ]


def test_one_request_is_one_refusal_however_often_it_is_noted(ask, a, b, written):
    def view(request):
        for _time in range(5):
            refuse(request, "refused.reference")
        return HttpResponse(status=403)

    ask(view)
    assert [row.action for row in written()] == ["refused.reference"]


def test_words_of_ones_own_are_kept_beside_the_code(ask, a, b, written):
    ask(lambda request: refuse(request, "snippet 7") or HttpResponse(status=404))
    assert [(row.action, row.detail["what"]) for row in written()] == [("refused.access", "snippet 7")]


def test_without_the_middleware_it_is_written_at_once(rf, a, b, people, written):
    request = rf.get("/admin/y/")
    request.user, request.acting_portal = people["b"], b
    refuse(request, "refused.closed")
    assert [(row.portal, row.actor, row.path) for row in written()] == [(b, people["b"], "/admin/y/")]


def test_a_flood_is_counted_and_others_are_not_lost_in_it(ask, a, b, written):
    for _time in range(120):
        ask(lambda request: HttpResponse(status=403))
    ask(lambda request: refuse(request, "refused.closed") or HttpResponse(status=403))
    rows = written()
    assert [row.detail.get("times", 1) for row in rows if row.action == "refused.access"] == [1, 2, 3, 10, 100]
    assert [row.action for row in rows][-1] == "refused.closed"


def test_a_refusal_costs_one_query_more(editor, a, b, django_assert_max_num_queries):
    editor.get("/admin/portals/")
    before = AuditEntry._base_manager.count()
    with django_assert_max_num_queries(12):
        editor.get("/admin/portals/")
    assert AuditEntry._base_manager.count() == before + 1
