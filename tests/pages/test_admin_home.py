"""The admin's first screen: who works for a portal that citizens do not see is told so and why."""

import pytest
from django.utils import timezone

from cms.pages.admin_home import unseen_notice
from tenants.actions import change_state
from tenants.models import Role, State
from tests.factories import make_user

UNSEEN = "Người dân chưa xem được trang."


def move(portal, state, note, by):
    return change_state(portal, state=state, now=timezone.now(), by=by, note=note)


@pytest.fixture
def office(province):
    return make_user("vp@tinh.example", portal=province, role=Role.PROVINCE_OFFICE)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.BUILDING, "Cổng đang xây dựng: Của A. Người dân chưa xem được trang."),
        (State.SUSPENDED, "Cổng đang tạm ngừng: Của A. Người dân chưa xem được trang."),
        (State.CLOSED, "Cổng đã đóng: Của A. Người dân chưa xem được trang."),
    ],
)
def test_the_notice_gives_the_state_and_its_reason(a, b, office, state, words):
    a, b = move(a, state, "Của A.", office), move(b, State.SUSPENDED, "Của B", office)
    assert unseen_notice(a) == words
    assert unseen_notice(b) == "Cổng đang tạm ngừng: Của B. Người dân chưa xem được trang."
    assert unseen_notice(move(a, State.ACTIVE, "Lại mở", office)) == ""


def test_without_a_reason_the_state_alone(a, b):
    a = move(a, State.SUSPENDED, "", None)
    assert (unseen_notice(a), unseen_notice(b)) == ("Cổng đang tạm ngừng. Người dân chưa xem được trang.", "")
    assert unseen_notice(None) == ""


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER])
def test_its_people_read_it_on_their_first_screen_and_nobody_else(log_in, a, b, office, role):
    move(b, State.SUSPENDED, "Của B", office)
    client = log_in(a, role)
    assert UNSEEN not in client.get("/admin/").content.decode()
    move(a, State.SUSPENDED, "Chờ <b>kiểm tra</b>", office)
    page = client.get("/admin/").content.decode()
    assert "Cổng đang tạm ngừng: Chờ &lt;b&gt;kiểm tra&lt;/b&gt;. Người dân chưa xem được trang." in page
    assert "Của B" not in page
