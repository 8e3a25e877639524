"""Numbers of the neighbour's rows, however they come in, name nothing; one's own open what they name."""

import json
from urllib.parse import quote

import pytest

from cms.pages.models import PortalPage
from tenants import guard
from tenants.models import AuditEntry
from tests.isolation.inventory import views


@pytest.fixture
def chief(enter, a):
    return enter(a, "chief")


ADDRESSES = {
    "edit a page": "/admin/pages/{page.pk}/edit/",
    "its history": "/admin/pages/{page.pk}/history/",
    "explore below": "/admin/pages/{page.pk}/",
    "an old version": "/admin/pages/{page.pk}/revisions/{revision.pk}/view/",
    "an image": "/admin/images/{image.pk}/",
    "a file": "/admin/documents/edit/{file.pk}/",
    "a record": "/admin/people/posts/edit/{post.pk}/",
    "a chosen image": "/admin/images/chooser/chosen/{image.pk}/",
    "several chosen": "/admin/choose-page/chosen-multiple/?id={page.pk}",
    "many at once": "/admin/bulk/pages/portalpage/publish/?id={page.pk}",
    "below a page": "/admin/choose-page/search/?q=x&parent_page_id={page.pk}",
    "a collection's images": "/admin/images/?collection_id={collection.pk}",
    "by the interface for scripts": "/admin/api/main/pages/{page.pk}/",
    "below, for scripts": "/admin/api/main/pages/?child_of={page.pk}",
}


@pytest.mark.parametrize("what", ADDRESSES)
def test_a_number_in_an_address_or_a_query(chief, of_a, of_b, what):
    own = chief.get(ADDRESSES[what].format(**vars(of_a)))
    foreign = chief.get(ADDRESSES[what].format(**vars(of_b)))
    assert (own.status_code in (200, 302), foreign.status_code) == (True, 404)
    assert "xa-b" not in foreign.content.decode()


def test_a_version_of_the_neighbours_page_is_not_one_of_ones_own(chief, of_a, of_b):
    for verb in ("view", "revert", "unschedule"):
        address = f"/admin/pages/{of_a.page.pk}/revisions/{of_b.revision.pk}/{verb}/"
        assert [chief.get(address).status_code, chief.post(address).status_code] == [404, 404], verb


def test_a_number_in_the_body(chief, of_a, of_b):
    address = f"/admin/api/main/pages/{of_a.page.pk}/action/copy/"
    body = json.dumps({"destination_page_id": of_b.page.get_parent().pk})
    assert chief.post(address, body, content_type="application/json").status_code == 404
    assert chief.post(address, "no json {", content_type="application/json").status_code in (400, 404)


def test_the_ping_of_whoever_edits(chief, of_a, of_b):
    address = "/admin/editing-sessions/ping/pages/articlepage/{}/999/"
    assert chief.post(address.format(of_b.page.pk)).status_code == 404
    assert chief.post(address.format(of_a.page.pk)).status_code == 200


def test_a_number_nobody_has_answers_the_same(chief, of_a, of_b):
    foreign, nobodys = (chief.get(f"/admin/pages/{key}/edit/") for key in (of_b.page.pk, 10**9))
    assert (foreign.status_code, foreign.content) == (nobodys.status_code, nobodys.content)
    assert chief.get(f"/admin/images/?collection_id={10**30}").status_code in (200, 404)


@pytest.mark.parametrize("written", ["+{}", " {}", "{}\t", "+ {}", "0{}", "{}_", "{}.0", "²"])
def test_a_number_is_what_it_is_read_as_however_it_is_written(chief, of_a, of_b, written):
    for address in ("/admin/images/?collection_id=", "/admin/documents/?collection_id="):
        answer = chief.get(address + quote(written.format(of_b.collection.pk)))
        assert answer.status_code == 404 or (written in ("+ {}", "{}_") and "xa-b" not in answer.content.decode())
    address = f"/admin/api/main/pages/{of_a.page.pk}/action/copy/"
    body = json.dumps({"destination_page_id": written.format(of_b.page.get_parent().pk)})
    assert chief.post(address, body, content_type="application/json").status_code in (400, 404)


@pytest.mark.parametrize("written", ["+{}", " {}", "0{}"])
def test_ones_own_number_opens_however_it_is_written(chief, of_a, of_b, written):
    assert chief.get("/admin/images/?collection_id=" + quote(written.format(of_a.collection.pk))).status_code == 200


def test_the_attempt_is_in_the_own_portals_log_and_names_no_row(chief, a, of_a, of_b):
    chief.get(f"/admin/pages/{of_b.page.pk}/edit/")
    entry = AuditEntry._base_manager.filter(refused=True).latest("pk")
    assert (entry.action, entry.portal, entry.actor) == ("refused.reference", a, chief.user)
    assert of_b.page.title not in json.dumps(entry.detail)


def test_a_number_in_a_form_that_its_view_trusts(chief, of_a, of_b):
    address, own = f"/admin/pages/{of_a.page.pk}/copy/", of_a.page.get_parent().pk
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "copy_subpages": ""}
    for parent in (of_b.page.get_parent().pk, 10**9, "x", ""):
        assert chief.post(address, {**form, "new_parent_page": parent}).status_code == 404
    assert chief.post(address, form).status_code == 404
    assert chief.post(address, {**form, "new_parent_page": own}).status_code == 302
    assert PortalPage._base_manager.filter(slug="ban-sao").values_list("portal__slug").get() == ("xa-a",)


def test_an_address_of_the_neighbours_is_no_page_of_ones_own(chief, of_a, of_b):
    own, foreign = (
        chief.post(
            "/admin/choose-external-link/",
            {
                "external-link-chooser-url": f"http://{slug}.localhost/tin-tuc/bai/",
                "external-link-chooser-link_text": "",
            },
        ).json()
        for slug in ("xa-a", "xa-b")
    )
    assert own["result"]["id"] == of_a.page.pk
    assert "id" not in foreign["result"] and "internal" not in foreign


def test_wagtails_own_page_model_has_no_table(chief, of_a, of_b):
    assert chief.post(f"/admin/editing-sessions/ping/wagtailcore/page/{of_a.page.pk}/9/").status_code == 404


def test_every_parameter_of_every_address_is_known():
    """A view with a new kind of number fails here before anybody can ask for it."""
    unknown = []
    for view in views():
        namespace, _colon, name = view.name.rpartition(":")
        if not view.is_admin or not guard.ASK_PERMISSIONS.isdisjoint((namespace, name)):
            continue
        for parameter in set(view.parameters) - ({"object_id"} if "model_name" in view.parameters else set()):
            try:
                guard.model_of(parameter, namespace=namespace, viewed=view.model)
            except guard.Unmapped as error:
                unknown.append(f"{view}: {error}")
    assert unknown == []
