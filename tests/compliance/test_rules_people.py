from datetime import date, timedelta

import pytest

from compliance.packs import Criterion
from compliance.rules import judge

from .making import CUTOFF, a_contact, a_post, a_window, facts, points

GOOD = a_post(1)
SHORT = a_post(2, biography_length=199)
IDLE = a_post(3, has_duties=False)
BOTH = a_post(4, biography_length=0, has_duties=False)


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ((), (0, 0, 0, ["chua_co_lanh_dao"])),
        ((GOOD,), (3, 1, 1, [])),
        ((GOOD, a_post(9)), (3, 2, 2, [])),
        ((GOOD, SHORT), (1.5, 1, 2, ["lanh_dao_thieu_thong_tin"])),
        ((GOOD, IDLE), (1.5, 1, 2, ["lanh_dao_thieu_thong_tin"])),
        ((GOOD, SHORT, IDLE), (0, 1, 3, ["lanh_dao_thieu_thong_tin"])),
        ((SHORT,), (0, 0, 1, ["lanh_dao_thieu_thong_tin"])),
        ((GOOD, a_post(5, kind="focal", biography_length=0)), (3, 1, 1, [])),  # a focal official needs no biography
    ],
)
def test_all_leaders_complete_full_points_half_of_them_half(posts, expected):
    assert points("leaders", 3, facts(posts=posts)) == expected


def test_half_of_two_points_is_one():
    assert points("leaders", 2, facts(posts=(GOOD, SHORT)))[0] == 1


def test_the_evidence_says_what_each_leader_lacks():
    result = judge(Criterion("G02", "", "", 3, "leaders"), facts(posts=(GOOD, BOTH)), a_window())
    assert [(seen.id, seen.counted, seen.notes) for seen in result.evidence] == [
        (1, True, ()),
        (4, False, ("tieu_su_ngan", "thieu_nhiem_vu")),
    ]


# --- contacts -----------------------------------------------------------------------------------
FOCAL = a_post(1, kind="focal")


@pytest.mark.parametrize(
    ("contacts", "posts", "expected"),
    [
        ((a_contact(),), (FOCAL,), (2, 2, 2, [])),
        ((a_contact(),), (), (1, 1, 2, ["chua_co_dau_moi"])),
        ((), (FOCAL,), (1, 1, 2, ["thieu_trang_lien_he"])),
        ((a_contact(phone=False),), (FOCAL,), (1, 1, 2, ["lien_he_thieu_thong_tin"])),
        ((a_contact(email=False),), (FOCAL,), (1, 1, 2, ["lien_he_thieu_thong_tin"])),
        ((a_contact(address=False),), (FOCAL,), (1, 1, 2, ["lien_he_thieu_thong_tin"])),
        ((a_contact(address=False), a_contact()), (FOCAL,), (2, 2, 2, [])),
        ((), (), (0, 0, 2, ["thieu_trang_lien_he", "chua_co_dau_moi"])),
        ((a_contact(),), (a_post(1),), (1, 1, 2, ["chua_co_dau_moi"])),  # a leader is no focal official
    ],
)
def test_half_for_the_agency_half_for_the_focal_official(contacts, posts, expected):
    assert points("contacts", 2, facts(contacts=contacts, posts=posts)) == expected


@pytest.mark.parametrize(
    "lacking",
    [
        {"name": ""},
        {"title": ""},
        {"unit": ""},
        {"phone": ""},
        {"email": ""},
        {"email": "canbo@gmail.com"},
        {"email": "canbo@laocai.gov.vn.example.com"},
        {"email": "canbo@fakegov.vn"},
    ],
)
def test_a_focal_official_has_name_title_unit_phone_and_official_mail(lacking):
    found = facts(contacts=(a_contact(),), posts=(a_post(1, kind="focal", **lacking),))
    assert points("contacts", 2, found) == (1, 1, 2, ["dau_moi_thieu_thong_tin"])


@pytest.mark.parametrize("mail", ["vp@laocai.gov.vn", "VP.ubnd@sonv.laocai.gov.vn", "a@gov.vn"])
def test_official_mail_ends_in_gov_vn(mail):
    found = facts(contacts=(a_contact(),), posts=(a_post(1, kind="focal", email=mail),))
    assert points("contacts", 2, found)[0] == 2


def test_one_complete_focal_official_is_enough():
    posts = (FOCAL, a_post(2, kind="focal", phone=""))
    assert points("contacts", 2, facts(contacts=(a_contact(),), posts=posts))[0] == 2


@pytest.mark.parametrize(("age", "score"), [(0, 2), (180, 2), (181, 1)])
def test_every_focal_official_is_confirmed_within_180_days(age, score):
    stale = a_post(2, kind="focal", vouched_on=CUTOFF - timedelta(days=age))
    given, *_rest = points("contacts", 2, facts(contacts=(a_contact(),), posts=(FOCAL, stale)))
    assert given == score


def test_a_focal_official_nobody_ever_vouched_for_is_unconfirmed():
    found = facts(contacts=(a_contact(),), posts=(a_post(1, kind="focal", vouched_on=None),))
    assert points("contacts", 2, found) == (1, 1, 2, ["dau_moi_chua_xac_nhan"])


def test_both_faults_of_focal_officials_are_named():
    found = facts(contacts=(a_contact(),), posts=(a_post(1, kind="focal", phone="", vouched_on=date(2020, 1, 1)),))
    assert points("contacts", 2, found)[3] == ["dau_moi_thieu_thong_tin", "dau_moi_chua_xac_nhan"]


# --- a commune's joint criterion: 4 points, leaders and contacts weigh the same ---------------------
@pytest.mark.parametrize(
    ("posts", "score", "numerator", "denominator"),
    [
        ((GOOD, FOCAL), 4, 3, 3),
        ((GOOD, SHORT, FOCAL), 3, 3, 4),  # half of 2 + 2
        ((GOOD,), 3, 2, 3),  # 2 + the half for the agency
        ((), 1, 1, 2),
    ],
)
def test_leaders_and_contacts_together(posts, score, numerator, denominator):
    found = facts(posts=posts, contacts=(a_contact(),))
    parts = [["leaders", 2], ["contacts", 2]]
    assert points("weighted", 4, found, parts=parts)[:3] == (score, numerator, denominator)


def test_two_leaders_who_look_alike_are_two():
    assert points("leaders", 3, facts(posts=(GOOD, GOOD))) == (3, 2, 2, [])
    assert points("leaders", 3, facts(posts=(SHORT, SHORT, GOOD)))[:3] == (0, 1, 3)
