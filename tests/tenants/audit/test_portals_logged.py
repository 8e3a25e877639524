"""Rights, people, hosts and states: every event of a portal is an entry in that portal's log, and the only one."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from tenants.actions import (
    accept,
    change_state,
    deactivate,
    grant,
    invite,
    invite_again,
    issue_invitation,
    revoke,
    set_hosts,
)
from tenants.audit.sentences import what, who
from tenants.models import AuditEntry, PortalEvent, Role
from tenants.provisioning import describe
from tests.factories import make_portal

NOW = timezone.now()


def lines(rows):
    return [(row.portal.slug, row.action, row.target_title, row.actor_name) for row in rows]


def test_giving_and_taking_a_role(a, b, people, written):
    membership = grant(people["b"], portal=a, role=Role.OFFICER, now=NOW, by=people["a"])
    revoke(membership, now=NOW, by=people["a"])
    rows = written()
    assert lines(rows) == [
        ("xa-a", "portal.granted", "Trần Mai", "Lê Hoa"),
        ("xa-a", "portal.revoked", "Trần Mai", "Lê Hoa"),
    ]
    assert [what(row) for row in rows] == [
        "Giao vai trò: Cán bộ hỏi - đáp",
        "Thu hồi vai trò: Cán bộ hỏi - đáp",
    ]


def test_a_closed_account_stands_in_the_log_of_each_of_its_portals(a, b, people, written):
    grant(people["a"], portal=b, role=Role.EDITOR, now=NOW)
    written()
    deactivate(people["a"], now=NOW)
    rows = written()
    assert sorted(lines(rows)) == [
        ("xa-a", "portal.deactivated", "Lê Hoa", ""),
        ("xa-b", "portal.deactivated", "Lê Hoa", ""),
    ]
    assert {who(row) for row in rows} == {"Hệ thống"}


def test_hosts_and_states_say_what_they_became(a, b, people, written):
    set_hosts(a, primary="anbinh.example", aliases=["xa-a.localhost"], now=NOW, by=people["a"])
    change_state(a, state="suspended", now=NOW, by=people["a"], note="Bảo trì")
    assert [(row.portal, what(row)) for row in written()] == [
        (a, "Thay đổi tên miền: anbinh.example, xa-a.localhost"),
        (a, "Thay đổi trạng thái: Đang hoạt động → Tạm ngừng; lý do: Bảo trì"),
    ]


def test_facts_of_a_portal_by_the_names_on_its_form(a, b, province, people, written):
    district = make_portal("huyen", name="Huyện", level="district", group="district", scored_by="province")
    written()
    describe(b, name="Xã Bình Yên Mới", parent=district, now=NOW, by=people["b"])
    rows = [row for row in written() if row.action == "portal.changed"]
    assert lines(rows) == [("xa-b", "portal.changed", "Xã Bình Yên Mới", "Trần Mai")]
    assert what(rows[0]) == "Thay đổi thông tin: Tên chính thức: Xã Bình Yên → Xã Bình Yên Mới; Đơn vị quản lý"


def test_what_happened_earlier_keeps_its_day(a, b, people, written):
    past = NOW - timedelta(days=90)
    grant(people["b"], portal=a, role=Role.HEAD, now=past)
    (row,) = written()
    assert (row.happened_at, row.recorded_at - past > timedelta(days=89)) == (past, True)


@pytest.mark.parametrize("kind", PortalEvent.Kind.values)
def test_every_kind_of_event_has_its_entry_and_its_words(a, b, people, written, kind):
    data = {"user": people["b"].pk, "role": "editor"}
    PortalEvent.objects.create(portal=a, kind=kind, happened_at=NOW, by=people["a"], data=data)
    (row,) = written()
    assert (row.portal, row.action, row.target_title) == (a, f"portal.{kind}", "Trần Mai")
    label = "Mời tham gia" if kind == PortalEvent.Kind.INVITED else str(PortalEvent.Kind(kind).label)
    assert what(row).startswith(label)


def test_an_invitation_from_its_sending_to_its_end(a, b, people, written):
    def invited(email):
        return invite(email, last_name="Vừ", first_name="A", portal=a, role=Role.EDITOR, now=NOW, by=people["a"])

    revoke(invite_again(invited("mot@x.example"), now=NOW, by=people["a"]), now=NOW, by=people["a"])
    taken = accept(invited("hai@x.example"), now=NOW)
    issue_invitation(taken.user, portal=a, now=NOW, by=taken.user)
    issue_invitation(taken.user, portal=a, now=NOW, by=people["a"])
    rows = [row for row in written() if row.action.startswith("portal.")]
    assert {row.portal for row in rows} == {a}
    assert [(what(row).partition(":")[0], who(row)) for row in rows] == [
        ("Mời tham gia", "Lê Hoa"),
        ("Gửi lại lời mời", "Lê Hoa"),
        ("Rút lời mời", "Lê Hoa"),
        ("Mời tham gia", "Lê Hoa"),
        ("Nhận lời mời", "Vừ A"),
        ("Mở liên kết để đặt mật khẩu", "Vừ A"),
        ("Cấp liên kết đặt mật khẩu", "Lê Hoa"),
    ]


def test_inviting_anew_who_has_not_answered_is_sending_again(a, b, people, written):
    for _time in range(2):
        invite("mot@x.example", last_name="Vừ", first_name="A", portal=a, role=Role.EDITOR, now=NOW, by=people["a"])
    assert [what(row).partition(":")[0] for row in written()][-2:] == ["Mời tham gia", "Gửi lại lời mời"]


def test_a_link_given_before_the_names_changed_is_still_called_one(a, b, people, plant):
    old = plant(a, action="portal.invited", by=people["a"], detail={"user": people["b"].pk})
    assert what(old) == "Cấp liên kết đặt mật khẩu"


def test_who_has_not_accepted_is_called_as_they_were_invited(a, b, people, written):
    """The account's own name is not told to the portal that invites."""
    data = {"user": people["b"].pk, "role": "editor", "name": "Chị Mai phường"}
    PortalEvent.objects.create(portal=a, kind="invited", happened_at=NOW, by=people["a"], data=data)
    (row,) = written()
    assert (row.target_title, "Trần" in str(vars(row))) == ("Chị Mai phường", False)


def test_a_verb_that_fails_leaves_no_entry(a, b, written):
    class Stop(Exception):
        pass

    def close_and_fail():
        with transaction.atomic():
            change_state(a, state="closed", now=NOW)
            raise Stop

    with pytest.raises(Stop):
        close_and_fail()
    assert written() == []


def test_the_birth_of_a_portal_is_told_without_its_whole_specification(a, b):
    rows = AuditEntry._base_manager.filter(action="portal.created", portal__in=[a, b]).order_by("pk")
    assert [(row.portal, row.target_title, row.detail) for row in rows] == [(a, a.name, {}), (b, b.name, {})]
