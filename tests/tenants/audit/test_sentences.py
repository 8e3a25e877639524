"""What a clerk reads. No entry may break the list, however odd what was recorded with it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.log_actions import registry

from tenants.audit import record, register
from tenants.audit.labels import LABELS, Group, codes_of, label_of
from tenants.audit.sentences import kind_of, what, who

NOW = timezone.now()
PAGE, IMAGE = ("pages.articlepage", "1", "Bài"), ("pages.portalimage", "1", "Ảnh")


@pytest.fixture
def say(a, b):
    def words(action, target=PAGE, refused=False, **detail):
        return what(record(action, portal=a, by=None, now=NOW, target=target, refused=refused, detail=detail))

    return words


@pytest.mark.parametrize(
    ("action", "target", "detail", "expected"),
    [
        ("wagtail.create", PAGE, {}, "Tạo trang"),
        ("wagtail.edit", PAGE, {"revision": 3}, "Lưu bản nháp"),
        ("wagtail.edit", IMAGE, {}, "Sửa ảnh"),
        ("wagtail.rename", PAGE, {"before": "Cũ", "after": "Mới"}, "Đổi tên: Cũ → Mới"),
        ("wagtail.move", PAGE, {"before": "Tin", "after": "Sự kiện"}, "Chuyển sang chỗ khác: Tin → Sự kiện"),
        ("wagtail.publish.schedule", PAGE, {"go_live": "2024-03-01T01:30:00Z"}, "Hẹn giờ đăng: lúc 01/03/2024 08:30"),
        ("portal.acting", PAGE, {"role": "chief", "note": "Trực"}, "Tỉnh làm thay: Trưởng ban biên tập; lý do: Trực"),
        ("something.else", PAGE, {}, "something.else"),
        ("x", ("gone.model", "1", "Cũ"), {"before": {"a": 1}, "after": {"a": 2}}, "x: a: 1 → 2"),
        ("x", ("", "", ""), {"after": {"a": None}, "role": "no-role"}, "x: no-role"),
    ],
)
def test_sentences(say, action, target, detail, expected):
    assert say(action, target, **detail) == expected


def test_a_refusal_says_where_and_how_often(say):
    assert say("refused.access", refused=True, times=10) == "Mở nơi không được phép: lần thứ 10 trong một phút"


def test_who_without_an_account(a, b):
    entry = record("login.failed", portal=a, by=None, now=NOW)
    assert who(entry) == "Hệ thống"
    entry.remote_address = "192.0.2.1"
    assert who(entry) == "Khách, chưa đăng nhập"


def test_who_with_roles(a, b, people):
    entry = record("wagtail.move", portal=b, by=people["a"], now=NOW + timedelta(days=1))
    entry.acting_as = "acting,chief,old-role"
    assert who(entry) == "Lê Hoa (tỉnh làm thay, Trưởng ban biên tập, old-role)"


def test_kinds(a, b):
    entries = [
        record("x", portal=a, by=None, now=NOW, target=target) for target in (PAGE, ("gone.model", "1", ""), None)
    ]
    assert [kind_of(entry) for entry in entries] == ["tin bài", "gone.model", ""]


def test_every_action_that_wagtail_logs_has_a_vietnamese_name():
    registry.scan_for_actions()
    assert {code for code in registry.formatters if code.startswith("wagtail.")} - set(LABELS) == set()


def test_an_app_above_names_its_own_actions():
    register(Group.PORTAL, {"thing.done": "Việc riêng"})
    try:
        assert (label_of("thing.done").text, "thing.done" in codes_of(Group.PORTAL)) == ("Việc riêng", True)
    finally:
        del LABELS["thing.done"]
