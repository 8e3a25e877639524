"""Who leads the portal's people says whose account is whose, which titles sign, and takes it back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.models import OfficialTitle, SigningAccount, SigningTitle
from cms.questions.signing import signers_of
from tenants.actions import act_for
from tenants.models import AuditEntry, Role
from tests.factories import make_post, make_user
from tests.questions.screens import at_screen

from .conftest import ROOM

SETUP, ACCOUNTS, TITLES = f"{ROOM}setup/", f"{ROOM}setup/accounts/", f"{ROOM}setup/titles/"


@pytest.fixture
def deputy(staff_a, staff_b, a):
    """A head without a person, and the person of the same name in the register, typed otherwise."""
    user = make_user("pho@xa-a.example", portal=a, role=Role.HEAD, last_name="Lê Thị", first_name="Mai")
    return user, make_post(a, "LÊ  THỊ MAI", title="Phó Chủ tịch UBND xã").person


def _rows(portal):
    return SigningAccount.objects.filter(portal=portal)


def test_equal_names_are_proposed_and_one_tap_pairs_them(chief, deputy, a, b):
    user, person = deputy
    text = chief.get(ACCOUNTS).text
    assert "Trùng tên với LÊ  THỊ MAI, Phó Chủ tịch UBND xã." in text
    answer = chief.post(ACCOUNTS, {"user": user.pk, "person": person.pk}, follow=True)
    assert _rows(a).get(user=user).person == person and "Đã ghép" in answer.text
    entry = AuditEntry.objects.get(action="questions.account.pair")
    assert (entry.portal, entry.actor, entry.target_title) == (a, chief.user, "Lê Thị Mai - LÊ  THỊ MAI")


def test_a_paired_head_signs_with_the_title_of_the_register(chief, deputy, a, kind):
    user, person = deputy
    asked = {"portal": a, "kind": kind, "day": timezone.localdate()}
    assert signers_of(user, **asked) == []
    chief.post(ACCOUNTS, {"user": user.pk, "person": person.pk})
    assert [signer.title_name for signer in signers_of(user, **asked)] == ["Phó Chủ tịch UBND xã"]


@pytest.mark.parametrize("namesakes", [0, 2])
def test_nobody_is_proposed_where_the_name_is_nobodys_or_two_peoples(chief, a, namesakes):
    make_user("khac@xa-a.example", portal=a, role=Role.HEAD, last_name="Vàng A", first_name="Páo")
    for number in range(namesakes):
        make_post(a, "Vàng A Páo", title=f"Chức {number}")
    text = chief.get(ACCOUNTS).text
    assert ("Trùng tên" in text, "Vàng A Páo" in text) == (False, True)


def test_other_portals_accounts_and_people_are_not_there(chief, deputy, a, b, staff_b):
    user, person = deputy
    stranger = make_user("la@xa-b.example", portal=b, role=Role.HEAD, last_name="Người", first_name="Lạ")
    other = make_post(b, "Người Xã Bên").person
    text = chief.get(ACCOUNTS).text
    assert "Người Xã Bên" not in text and "la@xa-b.example" not in text
    assert chief.post(ACCOUNTS, {"user": stranger.pk, "person": person.pk}).status_code == 404
    chief.post(ACCOUNTS, {"user": user.pk, "person": other.pk})
    row = _rows(b).get()
    assert chief.post(ACCOUNTS, {"part": row.pk}).status_code == 404
    assert (_rows(a).count(), _rows(b).count()) == (1, 1)  # the heads that the world begins with


@pytest.mark.parametrize(
    "form", [{}, {"user": "x"}, {"user": "9" * 40}, {"part": "x"}, {"part": "9" * 40}, {"user": "", "person": ""}]
)
def test_posts_of_nothing_are_not_found(chief, deputy, form):
    assert chief.post(ACCOUNTS, form).status_code == 404


def test_without_a_person_the_chief_is_asked_for_one(chief, deputy, a):
    answer = chief.post(ACCOUNTS, {"user": deputy[0].pk, "person": ""}, follow=True)
    assert "Hãy chọn ai trong danh bạ" in answer.text and _rows(a).count() == 1


def test_who_is_not_a_head_gets_no_pairing(chief, staff_a, deputy, a):
    assert chief.post(ACCOUNTS, {"user": staff_a.officer.pk, "person": deputy[1].pk}).status_code == 404


def test_a_person_with_an_account_is_not_given_to_another(chief, deputy, a, staff_a):
    taken = _rows(a).get(user=staff_a.head).person
    answer = chief.post(ACCOUNTS, {"user": deputy[0].pk, "person": taken.pk}, follow=True)
    assert "đã được ghép với người khác" in answer.text and _rows(a).count() == 1


def test_parting_takes_the_signature_away_and_is_logged(chief, staff_a, a, b, kind):
    row = _rows(a).get(user=staff_a.head)
    answer = chief.post(ACCOUNTS, {"part": row.pk}, follow=True)
    assert "không ký được nữa" in answer.text and not _rows(a).exists() and _rows(b).exists()
    assert signers_of(staff_a.head, portal=a, kind=kind, day=timezone.localdate()) == []
    assert AuditEntry.objects.filter(action="questions.account.part", portal=a).count() == 1


def test_titles_begin_with_the_defaults_of_the_group(chief, a):
    text = chief.get(TITLES).text
    assert "Đang theo mặc định của cấp" in text and "Theo mặc định của cấp</button>" not in text
    chosen = [title.name for title in chief.get(TITLES).context["kinds"][0].chosen]
    assert "Chủ tịch UBND xã" in chosen and "Giám đốc Sở" not in chosen


def test_a_portal_chooses_for_itself_and_goes_back(chief, a, b, kind, staff_a):
    title = OfficialTitle.objects.get(name="Phó Chủ tịch UBND xã")
    SigningTitle.objects.create(portal=b, kind=kind, title=title)
    chief.post(TITLES, {"kind": kind.code, "title": [title.pk]})
    assert list(SigningTitle.objects.filter(portal=a).values_list("title", flat=True)) == [title.pk]
    assert signers_of(staff_a.head, portal=a, kind=kind, day=timezone.localdate()) == []
    assert "Cổng chọn riêng" in chief.get(TITLES).text
    chief.post(TITLES, {"kind": kind.code, "default": "1", "title": [title.pk]})
    assert not SigningTitle.objects.filter(portal=a).exists() and SigningTitle.objects.filter(portal=b).exists()
    logged = AuditEntry.objects.filter(action="questions.titles", portal=a).order_by("pk")
    assert [entry.detail["what"] for entry in logged] == ["Phó Chủ tịch UBND xã", ""]


@pytest.mark.parametrize("titles", [[], ["x"], ["9" * 30]])
def test_choosing_nothing_changes_nothing_and_says_so(chief, a, kind, titles):
    answer = chief.post(TITLES, {"kind": kind.code, "title": titles}, follow=True)
    assert "Hãy chọn ít nhất một chức danh" in answer.text and not SigningTitle.objects.exists()


def test_a_kind_that_nobody_knows_is_not_found(chief):
    assert chief.post(TITLES, {"kind": "la", "default": "1"}).status_code == 404


def test_who_acts_for_the_portal_reads_whose_account_signs_and_changes_nothing(staff_a, deputy, a, b, province):
    office = make_user("vp@tinh.example", portal=province, role=Role.PROVINCE_OFFICE)
    for portal in (a, b):
        act_for(office, portal=portal, reason="Hỗ trợ.", now=timezone.now())
    client = at_screen(office, province)
    client.post("/admin/acting/", {"portal": a.pk})
    page = client.get(ACCOUNTS).text.split("<main")[1]
    assert f"{deputy[0]}" in page and "việc của Trưởng ban biên tập của cổng" in page and "<select" not in page
    before = list(SigningAccount.objects.order_by("pk").values())
    client.post(ACCOUNTS, {"user": deputy[0].pk, "person": deputy[1].pk})
    client.post(ACCOUNTS, {"part": before[0]["id"]})
    assert list(SigningAccount.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("url", [SETUP, ACCOUNTS, TITLES])
@pytest.mark.parametrize(("role", "may"), [("chief", True), ("officer", False), ("head", False), ("editor", False)])
def test_who_sets_up(a, staff_a, staff_b, kind, url, role, may):
    client = at_screen(make_user(f"{role}.neu@xa-a.example", portal=a, role=role), a)
    assert (client.get(url).status_code == 200) is may
    assert (SETUP in client.get("/admin/").text) is may
    title = OfficialTitle.objects.first()
    client.post(TITLES, {"kind": kind.code, "title": [title.pk]})
    assert SigningTitle.objects.filter(portal=a).exists() is may


def test_the_first_screen_of_the_set_up_tells_what_is_missing(chief, deputy, a, b):
    assert "1 tài khoản lãnh đạo chưa ghép với danh bạ" in chief.get(SETUP).text
    chief.post(ACCOUNTS, {"user": deputy[0].pk, "person": deputy[1].pk})
    assert "Mọi tài khoản lãnh đạo đã ghép" in chief.get(SETUP).text


@pytest.mark.parametrize("url", [SETUP, ACCOUNTS])
def test_screens_cost_the_same_with_one_and_with_thirty(chief, deputy, a, url):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert chief.get(url).status_code == 200
        return len(queries)

    before = asked() and asked()
    for number in range(30):
        make_user(f"h{number}@xa-a.example", portal=a, role=Role.HEAD, last_name="Họ", first_name=f"Tên {number}")
        make_post(a, f"Họ Tên {number}", title="Phó Chủ tịch UBND xã")
    assert asked() == before
