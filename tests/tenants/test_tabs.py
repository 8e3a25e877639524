"""A page works for the portal for which it was opened, also when another tab has changed to another one since."""

import json
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.pages.models import ArticlePage
from cms.pages.people.models import Person
from tenants.actions import act_for, deactivate, end_acting, grant
from tenants.models import AuditEntry, Role
from tenants.tabs import FIELD, HEADER, TOLD, portal_named
from tests.factories import make_article
from tests.pages.posting import article_form

from .screens import text

ADD = "/admin/people/persons/add/"
WORDS = "Bà con hai xã cùng trồng rừng"


@pytest.fixture
def both(enter, a, b):
    """Chief of A and of B, who has just changed to B in another tab."""
    client = enter(a, Role.CHIEF)
    grant(client.user, portal=b, role=Role.CHIEF, now=timezone.now())
    client.post("/admin/acting/", {"portal": b.pk})
    return client


@pytest.fixture
def acting(office, a, b):
    """The provincial office acts for A and for B; B is chosen."""
    memberships = [act_for(office.user, portal=portal, reason="Bão", now=timezone.now()) for portal in (a, b)]
    office.post("/admin/acting/", {"portal": b.pk})
    office.of_a = memberships[0]
    return office


def works_for(client):
    return client.get("/admin/").wsgi_request.acting_portal


def portals_of_people():
    return list(Person._base_manager.values_list("portal__slug", flat=True))


def given_back(response):
    return unescape(text(response))


def test_every_page_says_for_which_portal_it_was_opened(both, a, b):
    page = text(both.get(ADD))
    assert f'src="/static/tenants/tab.js" data-portal="{b.pk}"' in page and f'data-portal="{a.pk}"' not in page


def test_a_form_is_saved_for_the_portal_of_its_page_and_the_session_follows(both, a, b):
    assert works_for(both) == b
    both.post(ADD, {"name": "Nguyễn Văn An", FIELD: a.pk})
    assert (portals_of_people(), works_for(both)) == (["xa-a"], a)
    both.post(ADD, {"name": "Trần Thị Bình", FIELD: b.pk})
    assert (portals_of_people(), works_for(both)) == (["xa-a", "xa-b"], b)


def test_the_same_while_the_province_acts_for_two(acting, a, b):
    acting.post(ADD, {"name": "Nguyễn Văn An", FIELD: a.pk})
    assert (portals_of_people(), works_for(acting)) == (["xa-a"], a)
    assert AuditEntry._base_manager.filter(action="wagtail.create", portal=a).exists()


def test_a_page_opened_before_the_change_is_saved_and_shown(both, a, b):
    page = make_article(a, slug="bai", live=False)
    make_article(b, slug="bai")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert both.get(address).status_code == 404
    answer = both.post(address, article_form(title=WORDS, slug="bai", **{FIELD: a.pk}), follow=True)
    assert answer.status_code == 200 and WORDS in text(answer)
    assert ArticlePage._base_manager.get(pk=page.pk).get_latest_revision_as_object().title == WORDS


def test_what_a_page_asks_by_itself_is_answered_for_its_portal_and_changes_no_choice(both, a, b):
    for portal, other in ((a, b), (b, a)):
        make_article(portal, title=f"Bài của {portal.slug}", slug="bai")
        answer = text(both.get("/admin/choose-page/search/?q=bài", headers={HEADER: str(portal.pk)}))
        assert (f"Bài của {portal.slug}" in answer, f"Bài của {other.slug}" in answer) == (True, False)
    assert works_for(both) == b


@pytest.mark.parametrize("named", ["b", "nobody"])
def test_naming_a_portal_opens_none(enter, a, b, named):
    client, key = enter(a, Role.CHIEF), str(b.pk if named == "b" else 999_999)
    answer = client.get(f"/admin/pages/{make_article(b).pk}/edit/", headers={HEADER: key})
    assert (answer.status_code, answer.headers[TOLD], answer.content) == (409, "ended", b"")
    assert client.post(ADD, {"name": WORDS, FIELD: key}).status_code == 409
    assert (portals_of_people(), works_for(client)) == ([], a)
    assert not AuditEntry._base_manager.filter(action__startswith="refused").exists()


@pytest.mark.parametrize("named", ["", "không", "²", "-1", "9" * 30])
def test_what_is_no_number_names_nothing(enter, a, b, named):
    client = enter(a, Role.CHIEF)
    assert client.get("/admin/", headers={HEADER: "x"}).status_code == 200
    assert client.post(ADD, {"name": "An", FIELD: named}).status_code in (302, 409)
    assert set(portals_of_people()) <= {"xa-a"}


def test_after_the_end_nothing_is_written_and_every_word_comes_back(acting, a, b):
    page = make_article(a, slug="bai", live=False)
    end_acting(acting.of_a, now=timezone.now())
    body = json.dumps({"blocks": [{"text": "Đoạn đầu & <b>"}, {"text": "đoạn sau"}], "entityMap": {}})
    form = article_form(title=WORDS, slug="bai", lead="Một câu\nhai dòng", **{FIELD: a.pk, "body_vi-0-value": body})
    answer = acting.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert answer.status_code == 409
    told = given_back(answer)
    for words in (WORDS, "Một câu\nhai dòng", "Đoạn đầu & <b>\nđoạn sau", "không còn"):
        assert words in told
    assert "<b>" not in text(answer) and "Về màn hình đầu tiên" in told
    assert ArticlePage._base_manager.get(pk=page.pk).get_latest_revision_as_object().title != WORDS
    assert works_for(acting) == b


def test_changing_and_leaving_are_open_to_a_page_of_an_ended_portal(acting, a, b):
    end_acting(acting.of_a, now=timezone.now())
    assert acting.post("/admin/acting/", {"portal": b.pk, FIELD: a.pk}).status_code == 302
    assert works_for(acting) == b
    acting.post("/admin/logout/", {FIELD: a.pk})
    assert acting.get("/admin/").status_code == 302


def _lose(client, how):
    if how == "logged out elsewhere":
        Session.objects.all().delete()
    else:
        deactivate(client.user, now=timezone.now())


@pytest.mark.parametrize("how", ["logged out elsewhere", "locked"])
def test_who_is_logged_out_gets_the_words_back(enter, a, b, how):
    client, other = enter(a, Role.CHIEF), enter(b, Role.CHIEF)
    _lose(client, how)
    answer = client.post(ADD, {"name": WORDS, FIELD: a.pk}, headers={"referer": f"http://xa-a.localhost{ADD}"})
    assert answer.status_code == 403 and WORDS in given_back(answer)
    assert f"next=http%3A//xa-a.localhost{ADD}" in text(answer) or f"next=http://xa-a.localhost{ADD}" in text(answer)
    asked = client.get(ADD, headers={HEADER: str(a.pk)})
    assert (asked.status_code, asked.headers[TOLD]) == (409, "out")
    assert (client.get(ADD).status_code, client.post(ADD, {"name": WORDS}).status_code) == (302, 302)
    assert (portals_of_people(), other.user.is_active) == ([], True)


def test_a_strange_page_is_no_way_back(enter, a, b):
    for portal in (a, b):
        data = {"name": WORDS, FIELD: portal.pk}
        answer = Client(HTTP_HOST="xa-a.localhost").post(ADD, data, headers={"referer": "http://evil.example/"})
        assert answer.status_code == 403 and "evil" not in text(answer)


def test_passwords_and_keys_are_not_given_back(enter, a, b):
    form = {"old_password": "mật khẩu cũ", "name": WORDS, "csrfmiddlewaretoken": "khóa bí mật", FIELD: a.pk}
    answer = given_back(Client(HTTP_HOST="xa-a.localhost").post(ADD, form))
    assert WORDS in answer and "mật khẩu cũ" not in answer and "khóa bí mật" not in answer


def test_a_form_with_the_key_of_an_earlier_log_in_loses_no_word(enter, a, b):
    strict = Client(HTTP_HOST="xa-a.localhost", enforce_csrf_checks=True)
    strict.force_login(enter(a, Role.CHIEF).user)
    enter(b, Role.CHIEF)
    answer = strict.post(ADD, {"name": WORDS, FIELD: a.pk, "csrfmiddlewaretoken": "x" * 64})
    assert answer.status_code == 403
    assert WORDS in given_back(answer) and "Trang này mở đã lâu" in given_back(answer)
    assert portals_of_people() == []


def test_a_page_of_the_other_portal_is_one_press_away(both, enter, a, b):
    page, stranger = make_article(a, slug="bai", live=False), enter(b, Role.EDITOR)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk]) + "?x=1"
    answer = both.get(address)
    assert answer.status_code == 404 and "Xã An Bình" in text(answer)
    assert f'name="next" value="{address}"' in text(answer)
    followed = both.post("/admin/acting/", {"portal": a.pk, "next": address})
    assert (followed.url, both.get(address).status_code) == (address, 200)
    assert "Xã An Bình" not in text(stranger.get(address))
    refused = AuditEntry._base_manager.filter(action="refused.reference").values_list("actor__email", flat=True)
    assert set(refused) == {stranger.user.email}


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example/admin/", "/hoi-dap/", "/admin\\@evil.example"]
)
def test_changing_leads_nowhere_else(both, a, b, wanted):
    assert both.post("/admin/acting/", {"portal": a.pk, "next": wanted}).url == "/admin/"
    assert works_for(both) == a


def test_forms_of_citizens_are_left_for_their_views_to_read(rf, a, b):
    for path, named in (("/hoi-dap/gui/", None), ("/admin/people/", a.pk)):
        request = rf.post(path, {FIELD: a.pk})
        assert (portal_named(request), hasattr(request, "_post")) == (named, named is not None)
