"""The screens of the people's register: one keeps the own portal's people, and cannot tie them to another's."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cms.pages.people.models import Person, Post, Unit
from tenants.scoping import platform_scope
from tests.factories import make_post

POST = {
    "person": "", "unit": "", "title": "Chủ tịch", "title_en": "Chairman", "kind": "leader", "order": "0",
    "duties": "", "duties_en": "", "phone": "", "mobile": "", "fax": "", "email": "",
    "decision_number": "", "decision_date": "", "from_date": "", "to_date": "",
}  # fmt: skip


def _address(action, model, *numbers):
    return reverse(f"wagtailsnippets_pages_{model}:{action}", args=numbers)


@pytest.fixture
def people(a, b):
    """{slug: (unit, person, post)} of two portals, named after them."""
    found = {}
    for portal in (a, b):
        post = make_post(portal, f"Người {portal.slug}", title=f"Chức {portal.slug}")
        with platform_scope():
            found[portal.slug] = (Unit.objects.create(portal=portal, name=f"Phòng {portal.slug}"), post.person, post)
    return found


@pytest.fixture
def editor(enter, a):
    return enter(a, "editor", language="en")


@pytest.mark.parametrize("model", ["unit", "person", "post"])
def test_lists_show_the_own_portal_only(editor, people, model):
    words = editor.get(_address("list", model)).content.decode()
    assert "xa-a" in words
    assert "Phòng xa-b" not in words and "Người xa-b" not in words and "Chức xa-b" not in words


@pytest.mark.parametrize("action", ["edit", "delete", "usage", "history"])
@pytest.mark.parametrize("model", ["unit", "person", "post"])
def test_records_of_another_portal_are_not_there(editor, people, model, action):
    place = ["unit", "person", "post"].index(model)
    mine, other = people["xa-a"][place], people["xa-b"][place]
    keeps = (model, action) == ("person", "delete")  # somebody with posts: the list says why not
    assert editor.get(_address(action, model, mine.pk)).status_code == (302 if keeps else 200)
    assert editor.get(_address(action, model, other.pk)).status_code in (302, 404)


def _choosers(model):
    return [reverse(f"wagtailsnippetchoosers_pages_{model}:{name}") for name in ("choose", "choose_results")]


@pytest.mark.parametrize(("model", "word"), [("person", "Người"), ("unit", "Phòng")])
def test_what_a_form_offers_is_the_own_portals_whoever_asked_first(editor, enter, people, b, model, word):
    other = enter(b, "editor")
    for address in _choosers(model):
        for client, own, foreign in ((editor, "xa-a", "xa-b"), (other, "xa-b", "xa-a")):
            response = client.get(address)
            words = (
                response.json()["html"] if response.headers["Content-Type"] == "application/json" else response.text
            )
            assert f"{word} {own}" in words and f"{word} {foreign}" not in words


@pytest.mark.parametrize("model", ["person", "unit"])
def test_a_record_of_another_portal_cannot_be_chosen(editor, people, model):
    place = ["unit", "person"].index(model)
    address = [
        reverse(f"wagtailsnippetchoosers_pages_{model}:chosen", args=[people[slug][place].pk])
        for slug in ("xa-a", "xa-b")
    ]
    assert [editor.get(one).status_code for one in address] == [200, 404]


def test_a_new_post_belongs_to_the_portal_one_acts_for(editor, people, a, b):
    _unit, person, _post = people["xa-a"]
    response = editor.post(_address("add", "post"), {**POST, "person": person.pk, "portal": b.pk})
    assert response.status_code == 302, response.context["form"].errors
    with platform_scope():
        post = Post.objects.get(title_vi="Chủ tịch")
    assert (post.portal, post.title_vi, post.title_en) == (a, "Chủ tịch", "Chairman")


@pytest.mark.parametrize("field", ["person", "unit"])
def test_a_post_cannot_be_tied_to_another_portal(editor, people, field):
    values = {"person": people["xa-a"][1].pk, field: people["xa-b"][["unit", "person"].index(field)].pk}
    response = editor.post(_address("add", "post"), {**POST, **values})
    assert response.status_code == 200 and field in response.context["form"].errors
    with platform_scope():
        assert not Post.objects.filter(title_vi="Chủ tịch").exists()


def test_the_province_cannot_tie_them_together_either(enter, people, province, a, b):
    with platform_scope():
        for values in ({"person": people["xa-b"][1]}, {"person": people["xa-a"][1], "unit": people["xa-b"][0]}):
            with pytest.raises(ValidationError, match="cùng một cổng"):
                Post(portal=a, title="x", **values).full_clean()
        with pytest.raises(ValidationError, match="cùng một cổng"):
            Unit(portal=b, name="x", parent=people["xa-a"][0]).full_clean()


def test_a_unit_is_not_below_itself(people, a, b):
    top, other = people["xa-a"][0], people["xa-b"][0]
    with platform_scope():
        below = Unit.objects.create(portal=a, name="Tổ", parent=top)
        top.parent = below
        with pytest.raises(ValidationError, match="chính mình"):
            top.full_clean()
        other.full_clean()


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_write_does_not_keep_the_register(enter, people, a, role):
    person = enter(a, role)
    for model in ("unit", "person", "post"):
        assert person.get(_address("add", model)).status_code in (302, 403)
    with platform_scope():
        assert Person.objects.count() == 2


def test_an_edit_changes_the_own_record_and_both_pages_follow(editor, people, visit, a, b):
    _unit, person, post = people["xa-a"]
    form = {**POST, "person": person.pk, "title": "Phó Chủ tịch", "title_en": "Vice Chairman"}
    assert editor.post(_address("edit", "post", post.pk), form).status_code == 302
    for path in ("/lanh-dao/", "/danh-ba/"):
        assert "Phó Chủ tịch" in visit(a, path).content.decode()
        assert "Vice Chairman" in visit(a, f"/en{path}").content.decode()
        assert "Chức xa-b" in visit(b, path).content.decode()
