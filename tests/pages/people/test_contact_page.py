"""When a leader changes, what the contact page still says of the predecessor is told, with the way to its form."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import publish, section_page

from .conftest import address

BUTTON = "Sửa trang Liên hệ"


def write(portal, **values):
    page = section_page(portal, "contact")
    for name, value in values.items():
        setattr(page, name, value)
    return publish(page)


def replace(client, post, **changes):
    today = timezone.localdate().strftime("%d/%m/%Y")
    data = {"person": "", "name": "Phạm Thị Hoa", "first_day": today, "phone": post.phone, "duties": ""}
    return client.post(address("replace", post.pk), data | changes, follow=True).text


def end(client, post):
    yesterday = (timezone.localdate() - timedelta(days=1)).strftime("%d/%m/%Y")
    return client.post(address("end", post.pk), {"last_day": yesterday}, follow=True).text


@pytest.fixture
def contacts(a, b, mine, theirs):
    """Each portal's contact page names its own chairman and shows a number of nobody."""
    return [
        write(portal, responsible_name=f"Ông  trần văn bình {portal.slug}", phone="0214 3000 001") for portal in (a, b)
    ]


@pytest.mark.parametrize("deed", [replace, end])
def test_who_is_still_named_as_answerable_is_told_with_a_button(editor, mine, contacts, deed):
    said = deed(editor, mine["chairman"])
    own, other = (reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in contacts)
    assert "Trang Liên hệ vẫn ghi Trần Văn Bình xa-a là người chịu trách nhiệm" in said and BUTTON in said
    assert f'href="{own}"' in said and f'href="{other}"' not in said
    assert "vẫn ghi số điện thoại" not in said


@pytest.mark.parametrize("deed", [replace, end])
def test_about_somebody_else_nothing_is_said(editor, mine, contacts, deed):
    said = deed(editor, mine["vice"])
    assert "Lê Thị Ánh xa-a" in said and BUTTON not in said


def test_another_portals_page_does_not_count(editor, mine, a, b):
    write(a, responsible_name="Ai Đó", phone="")
    write(b, responsible_name="Trần Văn Bình xa-a", phone="0214 3840 001")
    assert BUTTON not in end(editor, mine["chairman"])


@pytest.mark.parametrize(
    ("shown", "taken_over", "told"),
    [
        ("0214.3840.001", "0214 3840 999", True),
        ("+84 214 3840 001", "", True),
        ("0912 000 001", "0214 3840 001", True),  # the mobile goes with the person
        ("0214.3840.001", "0214 3840 001", False),  # the office's number stays with the post
        ("0214 3840 111", "", False),  # the clerk's
    ],
)
def test_a_number_is_told_unless_the_successor_has_it(editor, mine, theirs, a, shown, taken_over, told):
    write(a, responsible_name="Ai Đó", phone=shown)
    said = replace(editor, mine["chairman"], phone=taken_over)
    assert (f"vẫn ghi số điện thoại {shown} của Trần Văn Bình xa-a" in said, BUTTON in said) == (told, told)


def test_markup_in_a_name_stays_letters(editor, mine, theirs, a):
    write(a, responsible_name="Trần Văn Bình xa-a", phone="")
    said = replace(editor, mine["chairman"], name="<b>Hoa</b>")
    assert BUTTON in said and "<b>Hoa</b>" not in said


def test_a_change_ahead_says_that_the_pages_will_follow_and_when_to_change_this_one(editor, mine, contacts):
    ahead = (timezone.localdate() + timedelta(days=9)).strftime("%d/%m/%Y")
    said = replace(editor, mine["chairman"], first_day=ahead)
    assert "Đến ngày đó, trang lãnh đạo, danh bạ tự đổi." in said and "đã theo" not in said
    assert f"Trang Liên hệ thì không tự đổi: ngày {ahead} xin sửa ở đó." in said and BUTTON in said
    assert "vẫn ghi" not in said
    assert "không tự đổi" not in replace(editor, mine["vice"], name="Vũ Thị Lan", first_day=ahead)
