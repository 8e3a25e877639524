"""A leader changes in one place: who follows, since when; every page of either language follows, and history stays."""

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from PIL import Image

from cms.pages.people.models import Person
from tenants.scoping import platform_scope
from tests.factories import publish, section_page

from .conftest import BEGUN, address, logged, posts_of

PAGES = ["/", "/lanh-dao/", "/danh-ba/", "/danh-ba/?xem=a-z", "/gioi-thieu/"]


def form(**changes):
    today = timezone.localdate().strftime("%d/%m/%Y")
    return {
        "person": "",
        "name": "",
        "first_day": today,
        "phone": "0214 3840 001",
        "duties": "Phụ trách chung",
    } | changes


def replace(client, post, **changes):
    return client.post(address("replace", post.pk), form(**changes))


def errors(response):
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def day(text):
    return timezone.localdate() if text == "today" else date.fromisoformat(text)


def test_a_new_name_takes_over_the_post(editor, mine, theirs, a, b):
    response = replace(editor, mine["chairman"], name="  Phạm  Thị Hoa ", first_day="01/07/2025")
    assert response.status_code == 302
    old, new = posts_of(a, title_vi="Chủ tịch xa-a")
    assert (old.person.name, old.from_date, old.to_date) == ("Trần Văn Bình xa-a", BEGUN, date(2025, 6, 30))
    assert (new.person.name, new.from_date, new.to_date) == ("Phạm Thị Hoa", date(2025, 7, 1), None)
    assert [post.to_date for post in posts_of(b)] == [None] * 3


def test_what_belongs_to_the_post_is_kept_and_what_is_the_persons_is_not(editor, mine, theirs, a):
    replace(editor, mine["chairman"], name="Phạm Thị Hoa", decision_number="9/QĐ-UBND")
    old, new = posts_of(a, title_vi="Chủ tịch xa-a")
    kept = ("kind", "unit_id", "order", "fax", "phone", "title_vi", "title_en", "duties_vi", "duties_en")
    assert [getattr(new, name) for name in kept] == [getattr(old, name) for name in kept]
    assert (new.mobile, new.email, new.decision_number) == ("", "", "9/QĐ-UBND")
    assert (old.mobile, old.decision_number) == ("0912 000 001", "1/QĐ-UBND")
    assert new.confirmed_on == timezone.localdate()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_both_languages_follows_at_once(editor, mine, theirs, visit, a, b, path):
    for portal in (a, b):
        introduction = section_page(portal, "introduction")
        introduction.functions = "<p>Quản lý nhà nước trên địa bàn.</p>"
        publish(introduction)
    yesterday = timezone.localdate() - timedelta(days=1)
    replace(editor, mine["chairman"], name="Phạm Thị Hoa", first_day=yesterday.strftime("%d/%m/%Y"))
    for prefix in ("", "/en"):
        words = visit(a, prefix + path).content.decode()
        assert ("Phạm Thị Hoa" in words, "Trần Văn Bình xa-a" in words) == (True, False)
        assert "Trần Văn Bình xa-b" in visit(b, prefix + path).content.decode()


def test_the_title_stays_english_on_the_english_side(editor, mine, theirs, visit, a):
    replace(editor, mine["chairman"], name="Phạm Thị Hoa")
    words = visit(a, "/en/lanh-dao/").content.decode()
    assert "Chairman xa-a" in words and 'lang="vi">Phạm Thị Hoa' in words


def test_a_change_ahead_is_seen_on_its_day_and_not_before(editor, mine, theirs, visit, a):
    tomorrow = timezone.localdate() + timedelta(days=1)
    replace(editor, mine["chairman"], name="Phạm Thị Hoa", first_day=tomorrow.strftime("%d/%m/%Y"))
    words = visit(a, "/lanh-dao/").content.decode()
    assert "Trần Văn Bình xa-a" in words and "Phạm Thị Hoa" not in words


def test_somebody_of_the_register_moves_up_and_leaves_the_post_below(editor, mine, theirs, a):
    vice = mine["vice"]
    response = replace(editor, mine["chairman"], person=vice.person_id, ends_others="on")
    assert response.status_code == 302
    today = timezone.localdate()
    held = {post.title_vi: post.to_date for post in posts_of(a, person=vice.person_id)}
    assert held == {"Phó Chủ tịch xa-a": today - timedelta(days=1), "Chủ tịch xa-a": None}
    with platform_scope():
        assert Person.objects.filter(portal=a).count() == 3


def test_without_the_mark_both_posts_are_held(editor, mine, theirs, a):
    replace(editor, mine["chairman"], person=mine["vice"].person_id)
    assert [post.to_date for post in posts_of(a, person=mine["vice"].person_id)] == [None, None]


def test_what_the_predecessor_holds_besides_is_named(editor, mine, theirs, a):
    with platform_scope():
        mine["chairman"].person.posts.create(portal=a, title="Người phát ngôn", kind="spokesperson")
    replace(editor, mine["chairman"], name="Phạm Thị Hoa")
    said = editor.get(address("list")).content.decode()
    assert "Trần Văn Bình xa-a còn giữ: Người phát ngôn" in said


def test_a_photo_and_a_biography_come_along(editor, mine, theirs, a):
    stream = io.BytesIO()
    Image.new("RGB", (120, 160), "#335").save(stream, "JPEG")
    stream.seek(0)
    stream.name = "anh-the.jpg"
    replace(editor, mine["chairman"], name="Phạm Thị Hoa", photo=stream, biography="Sinh năm 1980.")
    with platform_scope():
        person = Person.objects.get(name="Phạm Thị Hoa")
        assert (person.photo.portal, person.photo.collection, person.biography_vi) == (
            a,
            a.collection,
            "Sinh năm 1980.",
        )


def test_a_file_that_is_no_picture_is_refused_and_nothing_typed_is_lost(editor, mine, theirs, a):
    stream = io.BytesIO(b"khong phai anh")
    stream.name = "anh.jpg"
    response = replace(editor, mine["chairman"], name="Phạm Thị Hoa", photo=stream, biography="Sinh năm 1980.")
    assert response.status_code == 200 and list(errors(response)) == ["photo"]
    assert "Sinh năm 1980." in response.content.decode() and '<details class="cong-fold" open' in response.text
    assert len(posts_of(a)) == 3


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({}, "name", "Hãy chọn người"),
        ({"name": "A", "person": "vice"}, "name", "Chỉ chọn một"),
        ({"name": "A", "first_day": "01/07/2021"}, "first_day", "từ 01/07/2021"),
        ({"name": "A", "first_day": "30/06/2021"}, "first_day", "sau ngày đó"),
        ({"name": "A", "first_day": "01/07/2205"}, "first_day", "xem lại năm"),
        ({"name": "A", "first_day": "01/07/0205"}, "first_day", "xem lại năm"),
        ({"name": "A", "first_day": "hôm nay"}, "first_day", ""),
        ({"name": "A", "first_day": ""}, "first_day", ""),
        ({"name": "A", "phone": "gọi sau"}, "phone", "chữ số"),
        ({"name": "A" * 121}, "name", ""),
        ({"person": "chairman"}, "person", "đang giữ chức vụ"),
        ({"name": "Le Thi Anh xa-a"}, "name", "đã có Lê Thị Ánh xa-a"),
    ],
)
def test_a_slip_is_told_at_its_field_and_nothing_is_written(editor, mine, theirs, a, changes, field, words):
    if changes.get("person"):
        changes = {**changes, "person": mine[changes["person"]].person_id}
    response = replace(editor, mine["chairman"], **changes)
    found = errors(response)
    assert (response.status_code, list(found)) == (200, [field])
    assert words in found[field][0]
    assert [(post.person.name, post.to_date) for post in posts_of(a, kind="leader")] == [
        ("Trần Văn Bình xa-a", None), ("Lê Thị Ánh xa-a", None)
    ]  # fmt: skip


def test_a_namesake_is_taken_once_the_clerk_says_so(editor, mine, theirs, a):
    asked = replace(editor, mine["chairman"], name="Lê Thị Ánh xa-a")
    assert 'type="checkbox" name="namesake"' in asked.text
    assert replace(editor, mine["chairman"], name="Lê Thị Ánh xa-a", namesake="on").status_code == 302
    assert len({post.person_id for post in posts_of(a, person__name="Lê Thị Ánh xa-a")}) == 2


def test_a_form_sent_twice_changes_the_leader_once(editor, mine, theirs, a):
    for _time in range(2):
        replace(editor, mine["chairman"], name="Phạm Thị Hoa")
    assert len(posts_of(a, title_vi="Chủ tịch xa-a")) == 2
    with platform_scope():
        assert Person.objects.filter(name="Phạm Thị Hoa").count() == 1


def test_a_second_successor_is_not_put_beside_the_first(editor, mine, theirs, a):
    tomorrow = (timezone.localdate() + timedelta(days=1)).strftime("%d/%m/%Y")
    replace(editor, mine["chairman"], name="Phạm Thị Hoa", first_day=tomorrow)
    again = replace(editor, mine["chairman"], name="Vũ Thị Lan", first_day=tomorrow)
    assert "Phạm Thị Hoa đã nhận chức vụ này" in errors(again)["__all__"][0] and "Phạm Thị Hoa đã nhận" in again.text
    assert len(posts_of(a, title_vi="Chủ tịch xa-a")) == 2


def test_the_same_person_does_not_get_the_post_twice(editor, mine, theirs, a):
    replace(editor, mine["chairman"], person=mine["vice"].person_id)
    again = replace(editor, mine["chairman"], person=mine["vice"].person_id)
    assert "rồi" in errors(again)["person"][0]


def test_a_post_that_ended_before_gets_a_successor_and_keeps_its_end(editor, mine, theirs, a):
    with platform_scope():
        mine["chairman"].to_date = date(2024, 1, 31)
        mine["chairman"].save()
    replace(editor, mine["chairman"], name="Phạm Thị Hoa", first_day="01/03/2024")
    assert [post.to_date for post in posts_of(a, title_vi="Chủ tịch xa-a")] == [date(2024, 1, 31), None]


def test_the_log_says_who_followed_whom(editor, mine, theirs, a):
    replace(editor, mine["chairman"], name="Phạm Thị Hoa")
    (entry,) = logged("post.replaced")
    assert (entry.portal, entry.actor, entry.detail["before"], entry.detail["after"]) == (
        a, editor.user, "Trần Văn Bình xa-a", "Phạm Thị Hoa"
    )  # fmt: skip


@pytest.mark.parametrize("name", ["replace", "end"])
def test_another_portals_post_is_not_there(editor, mine, theirs, b, name):
    other = theirs["chairman"]
    values = form(name="Kẻ Lạ", last_day="01/07/2025")
    assert editor.get(address(name, other.pk)).status_code == 404
    assert editor.post(address(name, other.pk), values).status_code == 404
    assert [post.to_date for post in posts_of(b)] == [None] * 3


def test_another_portals_person_cannot_follow(editor, mine, theirs, a):
    response = replace(editor, mine["chairman"], person=theirs["vice"].person_id)
    assert list(errors(response)) == ["person"] and len(posts_of(a)) == 3
    assert "xa-b" not in editor.get(address("replace", mine["chairman"].pk)).text


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_keep_the_register_changes_nobody(enter, mine, theirs, a, role):
    response = replace(enter(a, role), mine["chairman"], name="Kẻ Lạ")
    assert response.status_code in (302, 403) and len(posts_of(a)) == 3


def test_a_post_ends_without_a_successor(editor, mine, theirs, visit, a, b):
    yesterday = timezone.localdate() - timedelta(days=1)
    response = editor.post(address("end", mine["vice"].pk), {"last_day": yesterday.strftime("%d/%m/%Y")})
    assert response.status_code == 302
    assert "Lê Thị Ánh xa-a" not in visit(a, "/lanh-dao/").text
    assert "Lê Thị Ánh xa-b" in visit(b, "/lanh-dao/").text
    assert logged("post.ended")[0].portal == a


@pytest.mark.parametrize(("last_day", "words"), [("30/06/2021", "từ 01/07/2021"), ("01/01/2300", "năm"), ("", "")])
def test_a_post_does_not_end_before_it_began(editor, mine, theirs, a, last_day, words):
    response = editor.post(address("end", mine["vice"].pk), {"last_day": last_day})
    assert words in errors(response)["last_day"][0]
    assert posts_of(a, pk=mine["vice"].pk)[0].to_date is None


def test_the_edit_screen_leads_to_both_deeds(editor, mine, theirs):
    words = editor.get(address("edit", mine["vice"].pk)).text
    assert address("replace", mine["vice"].pk) in words and address("end", mine["vice"].pk) in words
