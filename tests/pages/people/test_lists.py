"""The register's lists: filters, words without accents, the order of the tree, and what may not be deleted."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.pages.people.models import Person, Post, Unit
from tenants.scoping import platform_scope
from tests.factories import make_image, make_post

from .conftest import address, posts_of


def rows(client, model="post", **asked):
    """The titles of a list's rows, in their order."""
    page = BeautifulSoup(client.get(address("list", model=model), asked).content, "html.parser")
    return [link.get_text(" ", strip=True) for link in page.select("table.listing td.title .title-wrapper a")]


@pytest.fixture
def later(a, b, offices):
    """In both portals also somebody who left and somebody who is to come."""
    today = timezone.localdate()
    for portal in (a, b):
        make_post(portal, f"Vũ Cũ {portal.slug}", order=0, to_date=today - timedelta(days=1))
        make_post(portal, f"Vũ Mới {portal.slug}", order=9, from_date=today + timedelta(days=5))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Trần Văn Bình", "Lê Thị Ánh", "Đỗ Văn Ân", "Vũ Mới", "Vũ Cũ"]),
        ({"tinh_trang": "dang-giu"}, ["Trần Văn Bình", "Lê Thị Ánh", "Đỗ Văn Ân"]),
        ({"tinh_trang": "da-thoi"}, ["Vũ Cũ"]),
        ({"tinh_trang": "sap-giu"}, ["Vũ Mới"]),
        ({"kind": "staff"}, ["Đỗ Văn Ân"]),
        ({"kind": "leader", "tinh_trang": "dang-giu"}, ["Trần Văn Bình", "Lê Thị Ánh"]),
        ({"q": "do van an"}, ["Đỗ Văn Ân"]),
        ({"q": "PHO CHU tich"}, ["Lê Thị Ánh"]),
        ({"q": "van phong"}, ["Đỗ Văn Ân"]),
        ({"q": "0214 3840 111"}, ["Đỗ Văn Ân"]),
        ({"q": "xa-b"}, []),
    ],
)
def test_posts_are_found_by_kind_term_and_words(editor, later, asked, found):
    assert rows(editor, **asked) == [f"{name} xa-a" for name in found]


def test_a_row_says_whether_the_post_is_held(editor, later):
    words = editor.get(address("list")).text
    assert "Đã thôi sau ngày" in words and "Đang giữ chức" in words and "Giữ chức từ" in words


def test_who_left_is_offered_no_change(editor, later, a):
    (old,) = posts_of(a, person__name="Vũ Cũ xa-a")
    assert address("replace", old.pk) not in editor.get(address("list")).text


def test_people_stand_by_their_given_name(editor, later, a):
    with platform_scope():
        Person.objects.filter(portal=a).delete()
        Person.objects.bulk_create(Person(portal=a, name=name) for name in ("Lê Ăn", "Đỗ Ân", "Vũ An", "Bùi Bé"))
    assert rows(editor, "person") == ["Vũ An", "Lê Ăn", "Đỗ Ân", "Bùi Bé"]
    assert rows(editor, "person", ordering="-name") == ["Bùi Bé", "Đỗ Ân", "Lê Ăn", "Vũ An"]
    assert rows(editor, "person", q="do an") == ["Đỗ Ân"]


def test_units_stand_in_the_order_of_the_tree(editor, offices, a, b):
    with platform_scope():
        top = Unit.objects.get(portal=a)
        Unit.objects.create(portal=a, name="Tổ Hai", parent=top, order=5)
        Unit.objects.create(portal=a, name="Phòng Đầu", order=0)
        Unit.objects.filter(pk=top.pk).update(order=1)
        Unit.objects.create(portal=a, name="Phòng Cuối", order=3)
        Unit.objects.create(portal=b, name="Phòng Khác")
    assert rows(editor, "unit") == ["Phòng Đầu", "Văn phòng xa-a", "– Tổ Hai", "Phòng Cuối"]
    assert rows(editor, "unit", q="to hai") == ["– Tổ Hai"]


@pytest.mark.parametrize("ordering", ["title_vi", "-title_vi", "kind", "to_date", "khong-co"])
def test_every_column_may_be_sorted_by(editor, offices, ordering):
    assert len(rows(editor, ordering=ordering)) == 3


def plant(portal, number):
    today = timezone.localdate()
    with platform_scope():
        above = None
        for n in range(number):
            above = Unit.objects.create(portal=portal, name=f"Phòng {n}", order=n, parent=above if n % 3 else None)
            person = Person.objects.create(portal=portal, name=f"Người {n}", photo=make_image(portal))
            Post.objects.create(
                portal=portal, person=person, unit=above, title="Trưởng phòng", kind=Post.Kind.values[n % 5],
                phone="0214 3840 001", from_date=today - timedelta(days=400),
            )  # fmt: skip


def queries(client, url, **asked):
    assert client.get(url, asked).status_code == 200
    with CaptureQueriesContext(connection) as counted:
        client.get(url, asked)
    return len(counted)


@pytest.mark.parametrize(
    ("model", "asked"),
    [("post", {}), ("post", {"q": "nguoi"}), ("person", {}), ("unit", {}), ("unit", {"q": "phong"})],
)
def test_thirty_rows_cost_what_one_does(enter, a, b, model, asked):
    plant(a, 1)
    plant(b, 30)
    url = address("list", model=model)
    assert queries(enter(a, "editor"), url, **asked) == queries(enter(b, "editor"), url, **asked)


@pytest.mark.parametrize("name", ["member", "replace"])
def test_forms_of_thirty_people_cost_what_one_does(enter, a, b, name):
    plant(a, 1)
    plant(b, 30)
    clients = [(enter(portal, "editor"), posts_of(portal)[0].pk) for portal in (a, b)]
    one, thirty = [queries(c, address(name, *([pk] if name == "replace" else []))) for c, pk in clients]
    assert thirty == one


def test_the_first_screen_asks_once_for_any_number_of_posts(enter, a, b):
    plant(a, 1)
    plant(b, 30)
    home = reverse("wagtailadmin_home")
    assert queries(enter(a, "editor"), home) == queries(enter(b, "editor"), home)


@pytest.mark.parametrize("path", ["/danh-ba/", "/danh-ba/?xem=a-z", "/danh-ba/?xem=dau-moi", "/danh-ba/?q=nguoi",
                                  "/lanh-dao/", "/nguoi-phat-ngon/", "/ban-bien-tap/", "/en/danh-ba/"])  # fmt: skip
def test_public_lists_of_thirty_cost_what_five_do(visit, client, a, b, path):
    plant(a, 5)  # one of each kind
    plant(b, 30)
    counts = []
    for portal in (a, b):
        client.defaults["HTTP_HOST"] = f"{portal.slug}.localhost"
        counts.append(queries(client, path))
    assert counts[0] == counts[1]


def bulk_delete(client, model, *keys):
    url = reverse("wagtail_bulk_action", args=["pages", model, "delete"])
    return client.post(f"{url}?{'&'.join(f'id={key}' for key in keys)}", follow=True)


def test_a_person_with_posts_is_kept_and_the_list_says_why(editor, offices, mine, a):
    person = mine["vice"].person
    response = editor.post(address("delete", person.pk, model="person"), follow=True)
    assert "Lê Thị Ánh xa-a còn có chức vụ: Phó Chủ tịch xa-a" in response.text
    assert "còn có chức vụ" in bulk_delete(editor, "person", person.pk).text
    assert len(posts_of(a)) == 3


def test_a_unit_with_people_or_units_is_kept_and_the_list_says_why(editor, offices, mine, a):
    unit = mine["unit"]
    response = editor.post(address("delete", unit.pk, model="unit"), follow=True)
    assert "Văn phòng xa-a còn có người: Đỗ Văn Ân xa-a" in response.text
    with platform_scope():
        top = Unit.objects.create(portal=a, name="Khối")
        Unit.objects.filter(pk=unit.pk).update(parent=top)
    assert "Khối còn có đơn vị trực thuộc" in editor.post(address("delete", top.pk, model="unit"), follow=True).text
    assert "Khối còn có đơn vị trực thuộc" in bulk_delete(editor, "unit", top.pk).text
    with platform_scope():
        assert Unit.objects.filter(portal=a).count() == 2


def test_who_and_what_is_not_used_may_go(editor, offices, a, b):
    with platform_scope():
        person, unit = Person.objects.create(portal=a, name="Nhầm"), Unit.objects.create(portal=a, name="Nhầm")
    assert editor.post(address("delete", person.pk, model="person")).status_code == 302
    assert editor.post(address("delete", unit.pk, model="unit")).status_code == 302
    with platform_scope():
        assert not Person.objects.filter(name="Nhầm").exists() and not Unit.objects.filter(name_vi="Nhầm").exists()
        assert Person.objects.filter(portal=b).count() == 3
