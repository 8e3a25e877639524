"""Only who holds a right title on that day, or is a valid delegate of it, signs; nobody else's answer is signed."""

from datetime import date, timedelta

import pytest

from cms.pages.people.models import Post
from cms.questions.actions import NotDone, sign
from cms.questions.models import Delegation, OfficialTitle, SigningAccount, SigningTitle
from cms.questions.queries import Span, figures
from cms.questions.signing import signers_of, why_not
from tenants.actions import act_for, grant
from tenants.models import Membership, User
from tenants.scoping import platform_scope
from tests.factories import make_post, make_user
from tests.factories.pages import local
from tests.factories.questions import fresh, make_head, make_question, question_kind
from tests.questions.actions.case import state

NOW = local(2026, 3, 3)
TODAY, YESTERDAY = NOW.date(), NOW.date() - timedelta(days=1)
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(autouse=True)
def _everywhere():
    with platform_scope():
        yield


def title(name):
    return OfficialTitle.objects.get(name=name)


def delegate(portal, user, *, form="TL", signs_for="Chủ tịch UBND xã", kind=None, first=TODAY, last=TODAY):
    person = SigningAccount.objects.get(user=user).person
    return Delegation.objects.create(
        portal=portal, person=person, form=form, signs_for=title(signs_for), kind=kind, from_date=first, to_date=last,
        document="12/QĐ-UBND",
    )  # fmt: skip


def signs(user, portal, *, day=TODAY, code="hoi-dap"):
    """[(name, title, form, signed for)] and the sentence that says why not."""
    about = {"portal": portal, "kind": question_kind(code), "day": day}
    found = [(one.person_name, one.title_name, one.form, one.signed_for) for one in signers_of(user, **about)]
    return found, why_not(user, **about)


# --- by the register ------------------------------------------------------------------------------------
def test_the_holder_of_a_right_title_signs_in_the_own_portal_alone(a, b):
    head = make_head(a)
    make_head(b, title="Phó Chủ tịch UBND xã")
    assert signs(head, a) == ([("Trần Văn Bình", "Chủ tịch UBND xã", "", "")], "")
    assert signs(head, b)[0] == []


def test_a_post_that_ended_at_midnight_signs_no_more(a, b):
    head = make_head(a, from_date=date(2020, 1, 1), to_date=YESTERDAY)
    assert signs(head, a, day=YESTERDAY)[0] and signs(head, a)[0] == []
    assert "không giữ chức vụ nào" in signs(head, a)[1] and "03/03/2026" in signs(head, a)[1]


def test_a_post_that_begins_tomorrow_signs_tomorrow(a, b):
    head = make_head(a, from_date=TODAY)
    assert signs(head, a, day=YESTERDAY)[0] == [] and signs(head, a)[0]


@pytest.mark.parametrize(
    "wrong", ["Chuyên viên", "Tổ trưởng dân phố", "Chủ tịch HĐND xã", "Chủ tịch UBND xã Bình Yên"]
)
def test_a_wrong_title_signs_nothing(a, b, wrong):
    found, sentence = signs(make_head(a, title=wrong), a)
    assert found == [] and f"chức vụ “{wrong}” không được ký" in sentence


def test_an_account_that_is_nobody_in_the_register_signs_nothing(a, b):
    assert "chưa gắn với cán bộ nào" in signs(make_user("x@xa-a.example", portal=a, role="head"), a)[1]


def test_two_right_posts_are_two_ways_to_sign(a, b):
    head = make_head(a)
    person = SigningAccount.objects.get(user=head).person
    Post.objects.create(portal=a, person=person, title="Phó Chủ tịch UBND xã", kind="leader")
    assert [row[1] for row in signs(head, a)[0]] == ["Chủ tịch UBND xã", "Phó Chủ tịch UBND xã"]


def test_a_portal_may_choose_its_titles_itself_for_each_kind(a, b):
    chair, deputy = make_head(a), make_head(a, email="vice@xa-a.example", title="Phó Chủ tịch UBND xã")
    other = make_head(b)
    SigningTitle.objects.create(portal=a, kind=question_kind(), title=title("Phó Chủ tịch UBND xã"))
    assert signs(chair, a)[0] == [] and signs(deputy, a)[0] and signs(other, b)[0]
    assert signs(chair, a, code="bao-sai")[0]


def test_a_title_of_no_group_signs_where_a_portal_chose_it(a, b):
    clerk = make_head(a, title="Công chức Tư pháp - Hộ tịch")
    assert signs(clerk, a)[0] == []
    SigningTitle.objects.create(portal=a, kind=question_kind(), title=title("Công chức Tư pháp - Hộ tịch"))
    assert [row[1] for row in signs(clerk, a)[0]] == ["Công chức Tư pháp - Hộ tịch"]


# --- by delegation --------------------------------------------------------------------------------------
@pytest.fixture
def clerk(a, b):
    return make_head(a, email="clerk@xa-a.example", name="Lê Thị Cúc", title="Chánh Văn phòng")


@pytest.mark.parametrize("form", ["KT", "TL", "TUQ"])
def test_a_delegate_signs_under_the_own_title_in_the_place_of_another(a, clerk, form):
    assert signs(clerk, a)[0] == []
    delegate(a, clerk, form=form)
    assert signs(clerk, a) == ([("Lê Thị Cúc", "Chánh Văn phòng", form, "Chủ tịch UBND xã")], "")


@pytest.mark.parametrize(
    ("first", "last", "day", "valid"),
    [
        (TODAY, TODAY, TODAY, True),
        (TODAY, TODAY, TODAY + timedelta(days=1), False),
        (TODAY, TODAY, YESTERDAY, False),
        (YESTERDAY, None, date(2036, 1, 1), True),
    ],
)
def test_on_the_days_of_the_delegation_alone(a, clerk, first, last, day, valid):
    delegate(a, clerk, first=first, last=last)
    assert bool(signs(clerk, a, day=day)[0]) is valid


def test_for_the_kind_of_the_delegation_alone(a, clerk):
    delegate(a, clerk, kind=question_kind("bao-sai"))
    assert signs(clerk, a)[0] == [] and signs(clerk, a, code="bao-sai")[0]


def test_only_in_the_place_of_a_title_that_may_sign_itself(a, clerk):
    delegate(a, clerk, signs_for="Trưởng phòng")
    assert signs(clerk, a)[0] == []


def test_a_delegate_who_left_every_post_signs_nothing(a, clerk):
    delegate(a, clerk, last=None)
    Post.objects.filter(person__name="Lê Thị Cúc").update(to_date=YESTERDAY)
    assert signs(clerk, a)[0] == [] and signs(clerk, a, day=YESTERDAY)[0] == []


def test_a_delegation_of_another_portal_counts_for_nothing(a, b, clerk):
    delegation = delegate(a, clerk)
    Delegation.objects.filter(pk=delegation.pk).update(portal=b)
    assert signs(clerk, a)[0] == []


# --- who is asked -----------------------------------------------------------------------------------------
def refused(question, user, said, now=NOW):
    before = state(question)
    with pytest.raises(NotDone, match=said):
        sign(question.pk, portal=fresh(question).portal, by=user, now=now)
    assert state(question) == before


@pytest.fixture
def submitted(a, b):
    make_question(b, at=NOW, upto="submitted")
    return make_question(a, at=NOW, upto="submitted")


def test_an_officer_signs_nothing_even_with_post_and_account(a, submitted):
    officer = Membership.objects.get(portal=a, role="officer").user
    SigningAccount.objects.create(portal=a, user=officer, person=make_post(a, title="Chủ tịch UBND xã").person)
    refused(submitted, officer, "Chỉ lãnh đạo đơn vị tự ký")


def test_a_superuser_signs_nothing(a, submitted):
    head = make_head(a)
    User.objects.filter(pk=head.pk).update(is_superuser=True)
    head.refresh_from_db()
    refused(submitted, head, "Chỉ lãnh đạo đơn vị tự ký")
    assert signs(head, a) == ([], "Tài khoản vận hành không ký thay lãnh đạo đơn vị.")


def test_the_province_acting_for_the_portal_signs_nothing(a, province, submitted):
    admin = make_user("admin@tinh.example", portal=province, role="province_admin")
    act_for(admin, portal=a, reason="Hỗ trợ.", now=NOW)
    SigningAccount.objects.create(portal=a, user=admin, person=make_post(a, title="Chủ tịch UBND xã").person)
    refused(submitted, admin, "Chỉ lãnh đạo đơn vị tự ký")


def test_the_head_of_another_portal_signs_nothing(a, b, submitted):
    refused(submitted, make_head(b), "Chỉ lãnh đạo đơn vị tự ký")


def test_a_head_whose_post_ended_at_midnight_is_told_why(a, submitted):
    head = make_head(a, to_date=TODAY)
    refused(submitted, head, "không giữ chức vụ nào", now=local(2026, 3, 4, 0))
    assert sign(submitted.pk, portal=a, by=head, now=local(2026, 3, 3, 23)).stage == "answered"


def test_a_head_whose_role_has_ended_signs_nothing(a, submitted):
    head = make_head(a)
    Membership.objects.filter(user=head).update(expires_at=NOW)
    refused(submitted, head, "Chỉ lãnh đạo đơn vị tự ký")


def test_the_title_of_the_day_stays_in_the_record(a, b, submitted):
    head = make_head(a, title="Phó Chủ tịch UBND xã")
    sign(submitted.pk, portal=a, by=head, now=NOW)
    Post.objects.filter(person__portal=a).update(title="Chuyên viên", title_vi="Chuyên viên")
    OfficialTitle.objects.filter(name="Phó Chủ tịch UBND xã").update(signs_for=[])
    assert fresh(submitted).signer_title == "Phó Chủ tịch UBND xã"
    assert figures(portals=[a], period=YEAR, as_of=TODAY).wrong_title == 0


def test_a_delegates_answer_is_one_under_a_right_title(a, b, clerk):
    delegate(a, clerk)
    mine = make_question(a, at=NOW, upto="submitted")
    sign(mine.pk, portal=a, by=clerk, now=NOW)
    row = fresh(mine)
    assert (row.signer_name, row.signer_title, row.signing_form, row.signed_for) == (
        "Lê Thị Cúc", "Chánh Văn phòng", "TL", "Chủ tịch UBND xã",
    )  # fmt: skip
    assert figures(portals=[a], period=YEAR, as_of=TODAY).wrong_title == 0


def test_who_may_sign_in_two_ways_says_which(a, b, submitted, clerk):
    Post.objects.filter(person__name="Lê Thị Cúc").update(
        title="Phó Chủ tịch UBND xã", title_vi="Phó Chủ tịch UBND xã"
    )
    delegate(a, clerk, form="KT")
    about = {"portal": a, "kind": question_kind(), "day": TODAY}
    own, other = signers_of(clerk, **about)
    assert (own.form, other.form) == ("", "KT")
    with pytest.raises(NotDone, match="hãy chọn lại"):
        sign(submitted.pk, portal=a, by=clerk, now=NOW, signer="TL|x|y")
    sign(submitted.pk, portal=a, by=clerk, now=NOW, signer=other.key)
    assert fresh(submitted).signing_form == "KT"


def test_somebody_who_heads_two_portals_signs_in_each_by_its_register(a, b):
    head = make_head(a)
    grant(head, portal=b, role="head", now=NOW)
    mine, theirs = make_question(a, at=NOW, upto="submitted"), make_question(b, at=NOW, upto="submitted")
    sign(mine.pk, portal=a, by=head, now=NOW)
    refused(theirs, head, "chưa gắn với cán bộ nào")
