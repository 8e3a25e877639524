"""What one entry keeps, and that nothing hinders writing it."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from tenants.acting import Standing
from tenants.audit import record
from tenants.audit.circumstances import circumstances_of
from tenants.models import AuditEntry, Membership, Role
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_user

NOW = timezone.now().replace(microsecond=0)


def titles_in(scope):
    with scope:
        return sorted(AuditEntry.objects.exclude(target_title__contains=" Thử").values_list("target_title", flat=True))


def test_it_keeps_who_did_what_to_what_and_when(a, people):
    past = NOW - timedelta(days=400)
    entry = record("wagtail.move", portal=a, by=people["a"], now=past, target=a, detail={"revision": 7})
    entry = AuditEntry._base_manager.get(pk=entry.pk)
    assert (entry.portal, entry.actor, entry.actor_name, entry.action) == (a, people["a"], "Lê Hoa", "wagtail.move")
    assert (entry.target_model, entry.target_pk, entry.target_title) == ("tenants.portal", str(a.pk), "Xã An Bình")
    assert (entry.happened_at, entry.recorded_at > past, entry.refused) == (past, True, False)
    assert (entry.detail, entry.search_words) == ({"revision": 7}, "xa an binh")


def test_without_a_request_there_is_no_address_and_no_role(a, people):
    entry = record("wagtail.move", portal=a, by=people["a"], now=NOW)
    assert (entry.acting_as, entry.remote_address, entry.path) == ("", None, "")


def test_a_name_stays_when_the_account_is_renamed_or_gone(a, b):
    user = make_user("an@xa-b.example", last_name="Đỗ", first_name="An")
    pk = record("wagtail.move", portal=b, by=user, now=NOW).pk
    user.delete()
    entry = AuditEntry._base_manager.get(pk=pk)
    assert (entry.actor_name, entry.actor_id is not None) == ("Đỗ An", True)


def test_long_words_are_cut_and_never_fail(a):
    entry = record("x" * 90, portal=a, by=None, now=NOW, target=("pages.articlepage", 1, "Ơ" * 400))
    entry = AuditEntry._base_manager.get(pk=entry.pk)
    assert (len(entry.target_title), entry.target_title[-1], len(entry.action)) == (255, "…", 60)
    assert len(entry.search_words) == 255


@pytest.mark.parametrize("scope", ["none", "own", "other", "platform"])
def test_whatever_scope_is_open_the_entry_is_written_with_one_query(a, b, scope, django_assert_num_queries):
    opened = {"own": [a], "other": [b], "none": []}.get(scope)
    with platform_scope() if opened is None else portal_scope(opened), django_assert_num_queries(1):
        entry = record("wagtail.move", portal=a, by=None, now=NOW)
    assert AuditEntry._base_manager.filter(pk=entry.pk).exists()


def test_it_is_read_inside_its_own_portals_scope_only(a, b):
    for portal, title in ((a, "Của A"), (b, "Của B"), (None, "Của nền tảng")):
        record("wagtail.move", portal=portal, by=None, now=NOW, target=("pages.articlepage", 1, title))
    assert "Của A" in titles_in(portal_scope([a]))
    assert "Của B" not in titles_in(portal_scope([a]))
    assert "Của nền tảng" not in titles_in(portal_scope([a]))
    assert {"Của A", "Của B", "Của nền tảng"} <= set(titles_in(platform_scope()))
    assert list(AuditEntry.objects.all()) == []  # no scope, no rows


# --- under what circumstances ---------------------------------------------------------------------
def standing_of(portal, user):
    rows = list(Membership.objects.filter(user=user).select_related("portal"))
    return lambda request: Standing(portal=portal, memberships=rows)


def request_of(user, portal, path="/admin/pages/1/edit/"):
    request = RequestFactory().get(path + "?secret=1", REMOTE_ADDR="192.0.2.7")
    request.user, request.portal, request.acting_portal, request.resolver_match = user, portal, portal, None
    return request


def test_a_request_adds_role_address_and_path_without_its_query(a, b, people):
    with circumstances_of(request_of(people["a"], a), standing=standing_of(a, people["a"])):
        entry = record("wagtail.move", portal=b, by=people["a"], now=NOW)
    assert (entry.acting_as, entry.remote_address) == ("editor", "192.0.2.7")
    assert entry.path == "/admin/pages/1/edit/"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "192.0.2.7"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9", "198.51.100.1"),
        (2, "203.0.113.9", "192.0.2.7"),
        (1, "nonsense", None),
    ],
)
def test_only_proxies_that_are_trusted_say_where_a_request_came_from(
    settings, a, b, people, proxies, forwarded, expected
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = request_of(people["a"], a)
    request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    with circumstances_of(request):
        assert record("wagtail.move", portal=b, by=people["a"], now=NOW).remote_address == expected


def test_another_persons_role_is_never_taken_for_ones_own(a, b, people):
    with circumstances_of(request_of(people["a"], a), standing=standing_of(a, people["a"])):
        entry = record("wagtail.move", portal=b, by=people["b"], now=NOW)
    assert (entry.actor_name, entry.acting_as) == ("Trần Mai", "")


def test_whoever_acts_for_a_portal_is_marked(a, b, people):
    Membership.objects.create(
        user=people["b"], portal=a, role=Role.CHIEF, reason="Trực thay", expires_at=NOW + timedelta(hours=1)
    )
    with circumstances_of(request_of(people["b"], a), standing=standing_of(a, people["b"])):
        entry = record("wagtail.move", portal=a, by=people["b"], now=NOW)
    assert entry.acting_as == "acting"


def test_a_one_time_key_in_an_address_is_not_kept(client, a, b, people, written):
    client.defaults["HTTP_HOST"] = "xa-a.localhost"
    request = request_of(people["a"], a, "/admin/password_reset/confirm/MQ/abc-secret/")
    request.resolver_match = type("Match", (), {"kwargs": {"uidb64": "MQ", "token": "abc-secret"}})
    with circumstances_of(request, standing=standing_of(a, people["a"])):
        entry = record("wagtail.move", portal=a, by=None, now=NOW)
    assert entry.path == "/admin/password_reset/confirm/…/…/"
