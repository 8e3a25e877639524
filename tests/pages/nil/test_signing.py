"""A declaration names who signed it as the register does; what an account calls itself names nobody."""

import pytest
from django.utils import timezone

from cms.pages.nil.signing import signature_of
from cms.questions.models import SigningAccount
from tests.factories import make_post, make_user
from tests.isolation.forms import forms_in

from .conftest import local, tie

NOW = local(2024, 2, 1)
URL, ACCOUNT = "/admin/nil/", "/admin/account/"


def signed(declare, *portals, **values):
    return [(made.signer_name, made.signer_title) for made in (declare(portal, **values) for portal in portals)]


def test_who_signed_is_kept_with_name_and_title_of_the_day(declare, staff, a, b):
    head, theirs = staff[a][1], staff[b][1]
    person = tie(
        a, head,
        {"title": "Văn thư", "kind": "staff"},
        {"title": "Chủ tịch Ủy ban nhân dân", "to_date": "2024-02-01"},
        {"title": "Bí thư", "from_date": "2024-02-02"},
    )  # fmt: skip
    tie(b, theirs, {"title": "Bí thư", "from_date": "2024-02-02"})
    made = declare(a, now=NOW)
    assert made.signer == "Trần Thị Bình, Chủ tịch Ủy ban nhân dân"
    assert declare(b, now=NOW).signer == "Trần Thị Bình, Lãnh đạo đơn vị"  # the person, who holds no post yet
    person.name = "Lê Thị Bình"
    person.save()
    SigningAccount.objects.all().delete()
    made.refresh_from_db()
    assert (made.signer_name, made.signed_by) == ("Trần Thị Bình", head)


def test_a_head_who_takes_anothers_name_signs_as_nobody(enter, declare, staff, a, b):
    """Not even as the person of that name in the register, with the post that person holds."""
    for portal in (a, b):
        tie(portal, make_user(f"chu.tich@{portal.slug}.example", portal=portal, role="head"), {"title": "Chủ tịch"})
    head = enter(a, "head")
    (form,) = [form for form in forms_in(head.get(ACCOUNT).text) if "name_email-last_name" in form.names]
    head.post(ACCOUNT, form.data | {"name_email-last_name": "Trần Thị", "name_email-first_name": "Bình"})
    head.user.refresh_from_db()
    staff[a] = (staff[a][0], head.user)
    assert signed(declare, a, b) == [("", "Lãnh đạo đơn vị")] * 2
    assert str(head.user) == "Trần Thị Bình"


def test_a_tie_counts_in_its_own_portal(declare, staff, a, b):
    tie(b, staff[a][1], {"title": "Chủ tịch xã B"})
    assert signed(declare, a, b) == [("", "Lãnh đạo đơn vị")] * 2


@pytest.mark.parametrize("name", ["", "Lãnh đạo đơn vị Xã An Bình"])
def test_the_name_of_the_account_changes_nothing(declare, staff, a, b, name):
    for portal in (a, b):
        head = staff[portal][1]
        head.last_name, head.first_name = name, ""
        head.save()
    tie(a, staff[a][1], {"title": "Chủ tịch"})
    assert signed(declare, a, b) == [("Trần Thị Bình", "Chủ tịch"), ("", "Lãnh đạo đơn vị")]


def _read(client):
    return " ".join(client.get(URL).text.split())


def test_the_head_reads_beforehand_how_the_signature_will_read(enter, declare, a, b):
    heads = {portal: enter(portal, "head") for portal in (a, b)}
    tie(b, heads[b].user, {"title": "Chủ tịch Ủy ban nhân dân"})
    texts = {portal: _read(head) for portal, head in heads.items()}
    warned = "Tài khoản này chưa ghép với ai trong “Cán bộ, danh bạ”."
    assert (warned in texts[a], warned in texts[b]) == (True, False)
    assert "Ký bây giờ thì khai báo ghi người ký: Lãnh đạo đơn vị." in texts[a]
    assert "hãy nhờ trưởng ban biên tập ghép tài khoản với danh bạ" in texts[a]
    assert "Khai báo sẽ ghi người ký: Trần Thị Bình, Chủ tịch Ủy ban nhân dân." in texts[b]
    assert "người ký" not in enter(a, "editor").get(URL).text


def test_a_head_who_holds_no_post_today_reads_that(enter, a, b):
    heads = {portal: enter(portal, "head") for portal in (a, b)}
    tie(a, heads[a].user, {"title": "Chủ tịch", "to_date": "2020-01-01"})
    tie(b, heads[b].user, {"title": "Chủ tịch"})
    text = _read(heads[a])
    assert "hôm nay Trần Thị Bình không giữ chức vụ nào" in text and "ghi chức vụ vào danh bạ" in text
    assert "Ký bây giờ thì khai báo ghi người ký: Trần Thị Bình, Lãnh đạo đơn vị." in text
    assert "không giữ chức vụ nào" not in _read(heads[b])


def test_a_person_of_the_same_name_is_another_person(staff, a, b):
    head = staff[a][1]
    tie(a, head, {"title": "Văn thư", "kind": "staff"})
    tie(b, staff[b][1], {"title": "Chủ tịch"})
    make_post(a, "Trần Thị Bình", title="Chủ tịch")
    signature = signature_of(head, a, day=timezone.localdate())
    assert (str(signature), signature.is_registered) == ("Trần Thị Bình, Văn thư", True)
