"""How a real installation gets its first administrator."""

import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from tenants.models import Membership, Portal, User
from tests.factories import make_user

STRONG = "mot-mat-khau-rat-dai-1"


@pytest.fixture
def create(monkeypatch):
    def run(email="Quan.Tri@Example.VN", password=STRONG, name="Nguyễn Văn An"):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        call_command("create_province_admin", email, "--name", name, "--password-stdin")

    return run


def test_the_administrator_belongs_to_the_province_alone(create, province, a, b, capsys):
    create()
    user = authenticate(username="quan.tri@example.vn", password=STRONG)
    assert (user.email, str(user), user.is_superuser) == ("quan.tri@example.vn", "Nguyễn Văn An", False)
    assert list(user.memberships.values_list("portal__slug", "role")) == [("tinh", "province_admin")]
    assert not Membership.objects.filter(portal__in=[a, b]).exists()
    assert STRONG not in capsys.readouterr().out


@pytest.mark.parametrize("password", ["", "ngan", "1234567890", "password123", "quan.tri@example.vn"])
def test_a_weak_password_is_refused(create, a, b, password):
    with pytest.raises(CommandError):
        create(password=password)
    assert not User.objects.exists()


def test_what_is_no_address_is_refused(create, a, b):
    with pytest.raises(CommandError):
        create(email="quan tri")
    assert not User.objects.exists()


def test_an_account_that_exists_is_left_alone(create, a, b):
    known = make_user("quan.tri@example.vn", portal=b, role="editor")
    with pytest.raises(CommandError, match="đã có tài khoản"):
        create()
    known.refresh_from_db()
    assert (known.check_password(STRONG), known.memberships.get().role) == (False, "editor")


def test_without_a_province_it_says_what_to_do_first(create, a, b):
    Portal.objects.filter(level="province").update(level="department")
    with pytest.raises(CommandError, match="provision_portals"):
        create()
    assert not User.objects.exists()
