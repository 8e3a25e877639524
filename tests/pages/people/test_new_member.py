""" "Thêm cán bộ": a person and a post in one form, from the first button of the list."""

import pytest
from django.utils import timezone

from cms.pages.people.models import Person
from tenants.scoping import platform_scope

from .conftest import address, posts_of


def form(**changes):
    return {"name": "Giàng A Páo", "person": "", "title": "Công chức Địa chính", "kind": "staff", "unit": ""} | changes


def add(client, **changes):
    return client.post(address("member"), form(**changes))


def test_name_title_unit_and_number_are_enough(editor, mine, theirs, visit, a, b):
    response = add(editor, unit=mine["unit"].pk, phone="0214 3840 222")
    assert response.status_code == 302
    (post,) = posts_of(a, person__name="Giàng A Páo")
    assert (post.portal, post.unit, post.kind, post.title_vi) == (a, mine["unit"], "staff", "Công chức Địa chính")
    assert post.confirmed_on == timezone.localdate()
    assert "Giàng A Páo" in visit(a, "/danh-ba/").text and "Giàng A Páo" not in visit(b, "/danh-ba/").text


def test_what_is_folded_is_kept_too(editor, mine, theirs, a):
    add(
        editor, kind="leader", title_en="Vice Chairman", from_date="01/07/2025", duties="Văn hóa",
        mobile="0912 345 678", biography="Sinh năm 1985.", email="pao@xa-a.example",
        decision_number="7/QĐ-UBND", decision_date="20/06/2025",
    )  # fmt: skip
    (post,) = posts_of(a, person__name="Giàng A Páo")
    told = (post.title_en, str(post.from_date), post.duties_vi, post.mobile, post.email, post.person.biography_vi)
    assert told == ("Vice Chairman", "2025-07-01", "Văn hóa", "0912 345 678", "pao@xa-a.example", "Sinh năm 1985.")
    assert (post.decision_number, str(post.decision_date)) == ("7/QĐ-UBND", "2025-06-20")


def test_somebody_of_the_register_gets_a_second_post(editor, mine, theirs, a):
    add(editor, name="", person=mine["vice"].person_id, title="Trưởng Ban biên tập", kind="board")
    assert [post.kind for post in posts_of(a, person=mine["vice"].person_id)] == ["board", "leader"]
    with platform_scope():
        assert Person.objects.filter(portal=a).count() == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"title": ""}, "title"),
        ({"kind": "vua"}, "kind"),
        ({"phone": "máy bàn"}, "phone"),
        ({"email": "khong phai"}, "email"),
        ({"from_date": "31/02/2025"}, "from_date"),
        ({"name": "do van an xa-a"}, "name"),
    ],
)
def test_a_slip_is_told_at_its_field_and_nothing_typed_is_lost(editor, mine, theirs, a, changes, field):
    response = add(editor, biography="Đã gõ rất dài", **changes)
    assert list(response.context["form"].errors) == [field]
    assert "Đã gõ rất dài" in response.text and len(posts_of(a)) == 3


@pytest.mark.parametrize("field", ["unit", "person"])
def test_another_portals_rows_are_no_choice(editor, mine, theirs, a, field):
    other = theirs["unit"].pk if field == "unit" else theirs["vice"].person_id
    response = add(editor, **({"name": ""} if field == "person" else {}), **{field: other})
    assert field in response.context["form"].errors and len(posts_of(a)) == 3
    assert "xa-b" not in editor.get(address("member")).text


def test_units_are_offered_in_the_order_of_the_tree(editor, mine, theirs, a):
    with platform_scope():
        mine["unit"].children.create(portal=a, name="Bộ phận Một cửa")
    words = editor.get(address("member")).text
    assert words.index("Văn phòng xa-a") < words.index("– Bộ phận Một cửa")


def test_the_first_button_of_the_list_leads_there(editor, mine, theirs):
    assert f'href="{address("member")}"' in editor.get(address("list")).text


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_keep_the_register_adds_nobody(enter, mine, theirs, a, role):
    assert add(enter(a, role)).status_code in (302, 403)
    assert len(posts_of(a)) == 3
