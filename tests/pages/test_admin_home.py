"""The admin's first screen: who works for a portal that citizens do not see is told so and why."""

import pytest
from django.utils import timezone

from cms.pages.admin_home import unseen_notice
from tenants.actions import change_state
from tenants.models import Role, State
from tests.factories import make_user

UNSEEN = "Người dân chưa xem được trang."
SUSPENDED = "Người dân chỉ thấy thông báo cổng tạm ngừng; bài đăng lúc này chưa ai đọc được."
CLOSED = "Người dân chỉ thấy thông báo cổng không còn hoạt động; bài đăng không ai đọc được."


def move(portal, state, note, by):
    return change_state(portal, state=state, now=timezone.now(), by=by, note=note)


@pytest.fixture
def office(province):
    return make_user("vp@tinh.example", portal=province, role=Role.PROVINCE_OFFICE)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.BUILDING, f"Cổng đang xây dựng: Của A. {UNSEEN}"),
        (State.SUSPENDED, f"Cổng đang tạm ngừng: Của A. {SUSPENDED}"),
        (State.CLOSED, f"Cổng đã đóng: Của A. {CLOSED}"),
    ],
)
def test_the_notice_gives_the_state_and_its_reason(a, b, office, state, words):
    a, b = move(a, state, "Của A.", office), move(b, State.SUSPENDED, "Của B", office)
    assert unseen_notice(a) == words
    assert unseen_notice(b) == f"Cổng đang tạm ngừng: Của B. {SUSPENDED}"
    assert unseen_notice(move(a, State.ACTIVE, "Lại mở", office)) == ""


def test_without_a_reason_the_state_alone(a, b):
    a = move(a, State.SUSPENDED, "", None)
    assert (unseen_notice(a), unseen_notice(b)) == (f"Cổng đang tạm ngừng. {SUSPENDED}", "")
    assert unseen_notice(None) == ""


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER])
def test_its_people_read_it_on_their_first_screen_and_nobody_else(log_in, a, b, office, role):
    move(b, State.SUSPENDED, "Của B", office)
    client = log_in(a, role)
    page = client.get("/admin/").content.decode()
    assert [words in page for words in (UNSEEN, SUSPENDED, CLOSED)] == [False, False, False]
    move(a, State.SUSPENDED, "Chờ <b>kiểm tra</b>", office)
    page = client.get("/admin/").content.decode()
    assert f"Cổng đang tạm ngừng: Chờ &lt;b&gt;kiểm tra&lt;/b&gt;. {SUSPENDED}" in page
    assert "Của B" not in page
