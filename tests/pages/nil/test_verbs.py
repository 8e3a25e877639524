"""Proposing, signing and withdrawing: what is kept, what is refused and why."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cms.pages.nil.actions import NotDeclared, sign, withdraw
from cms.pages.nil.periods import Offer, Period, period_of
from cms.pages.nil.queries import notice_of, open_sections, waiting
from cms.pages.nil.standing import standing_of
from cms.pages.section_states import section_states
from tenants.models import AuditEntry
from tests.factories import make_portal, section_page
from tests.factories.pages import publish

from .conftest import QUARTER, local, people

NOW = local(2024, 2, 1)


@pytest.mark.parametrize(
    ("offer", "day", "period"),
    [
        (Offer.QUARTER, date(2024, 1, 1), QUARTER),
        (Offer.QUARTER, date(2024, 12, 31), (date(2024, 10, 1), date(2024, 12, 31))),
        (Offer.HALF, date(2024, 6, 30), (date(2024, 1, 1), date(2024, 6, 30))),
        (Offer.HALF, date(2024, 7, 1), (date(2024, 7, 1), date(2024, 12, 31))),
        (Offer.YEAR, date(2024, 2, 29), (date(2024, 1, 1), date(2024, 12, 31))),
    ],
)
def test_the_periods_that_are_offered(offer, day, period):
    assert period_of(offer, day=day) == Period(*period)
    assert period_of(Offer.OTHER, day=day) is None


def test_a_proposal_is_not_in_force_before_it_is_signed(declare, a, b):
    declare(a, now=NOW, signed=False), declare(b, now=NOW)
    told = [notice_of(portal.pk, "treaties", day=date(2024, 2, 1)) is not None for portal in (a, b)]
    assert told == [False, True]


@pytest.mark.parametrize(
    ("day", "is_shown"),
    [
        (date(2024, 1, 31), False),  # not signed yet
        (date(2024, 2, 1), True),
        (date(2024, 3, 31), True),
        (date(2024, 4, 1), False),  # over by itself
    ],
)
def test_it_is_shown_from_the_signature_to_the_last_day(declare, a, b, day, is_shown):
    declare(a, now=NOW)
    assert (notice_of(a.pk, "treaties", day=day) is not None) is is_shown
    assert notice_of(b.pk, "treaties", day=day) is None


def test_what_was_withdrawn_was_shown_until_then(declare, staff, a, b):
    declaration = declare(a, now=NOW)
    withdraw(declaration.pk, portal=a, by=staff[a][1], now=local(2024, 2, 20))
    days = [date(2024, 2, 19), date(2024, 2, 20), date(2024, 2, 21)]
    assert [notice_of(a.pk, "treaties", day=day) is not None for day in days] == [True, False, False]


def _state(portal, code="treaties", day=date(2024, 2, 2)):
    return next(state.state for state in section_states(portal, day=day) if state.code == code)


def test_the_state_of_the_section_says_nil_and_content_wins(declare, a, b):
    for portal in (a, b):
        declare(portal, now=NOW)
    page = section_page(b, "alerts")
    declare(b, "alerts", now=NOW)
    page.body_vi = [("heading", "Lũ quét")]
    assert (_state(a), _state(b, "alerts"), _state(a, "alerts")) == ("nil", "nil", "empty")
    publish(page)
    assert (_state(b), _state(b, "alerts")) == ("nil", "filled")
    assert _state(a, day=date(2024, 4, 1)) == "empty"


def test_a_section_with_content_cannot_be_declared_empty(declare, a, b):
    for portal in (a, b):
        page = section_page(portal, "alerts")
        if portal == a:
            page.body_vi = [("heading", "Lũ quét")]
            publish(page)
    with pytest.raises(NotDeclared, match="đang có nội dung"):
        declare(a, "alerts")
    assert declare(b, "alerts").signed_at


def test_what_was_published_while_it_waited_stops_the_signature(declare, staff, a, b):
    waiting_ones = [declare(portal, "alerts", signed=False) for portal in (a, b)]
    page = section_page(a, "alerts")
    page.body_vi = [("heading", "Lũ quét")]
    publish(page)
    with pytest.raises(NotDeclared, match="đang có nội dung"):
        sign(waiting_ones[0].pk, portal=a, by=staff[a][1], now=timezone.now())
    waiting_ones[0].refresh_from_db()
    assert waiting_ones[0].signed_at is None
    assert sign(waiting_ones[1].pk, portal=b, by=staff[b][1], now=timezone.now()).signed_at


@pytest.mark.parametrize("code", ["news", "gazette", "khong-co"])
def test_only_what_the_tree_allows_can_be_declared(declare, a, b, code):
    with pytest.raises(NotDeclared, match="không khai báo"):
        declare(a, code)


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (date(2024, 3, 2), date(2024, 3, 1), "Ngày cuối"),
        (date(2023, 10, 1), date(2024, 1, 31), "đã qua"),
        (date(2024, 1, 1), date(2025, 1, 2), "dài nhất một năm"),
    ],
)
def test_days_that_make_no_sense_are_refused(declare, a, b, first, last, reason):
    with pytest.raises(NotDeclared, match=reason):
        declare(a, now=NOW, first=first, last=last)
    assert declare(b, now=NOW, first=date(2024, 1, 1), last=date(2024, 12, 31)).signed_at


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2024, 3, 31), date(2024, 4, 30)), (date(2024, 1, 1), date(2024, 12, 31)), (date(2024, 2, 10), QUARTER[1])],
)
@pytest.mark.parametrize("signed", [True, False])
def test_two_declarations_never_overlap(declare, a, b, first, last, signed):
    declare(a, now=NOW, signed=signed)
    with pytest.raises(NotDeclared, match="từ 01/01/2024 đến 31/03/2024"):
        declare(a, now=NOW, first=first, last=last)
    assert declare(a, "alerts", now=NOW, first=first, last=last).pk
    assert declare(b, now=NOW, first=first, last=last).pk


def test_one_may_follow_the_other_and_take_a_withdrawn_ones_place(declare, staff, a, b):
    first = declare(a, now=NOW)
    assert declare(a, now=NOW, first=date(2024, 4, 1), last=date(2024, 6, 30)).signed_at
    withdraw(first.pk, portal=a, by=staff[a][1], now=NOW)
    assert declare(a, now=NOW).pk != first.pk


def test_nobody_signs_twice_nor_what_is_over_or_withdrawn(declare, staff, a, b):
    signed, head = declare(a, now=NOW), staff[a][1]
    late = declare(a, "alerts", now=NOW, signed=False)
    gone = declare(a, "projects", now=NOW, signed=False)
    withdraw(gone.pk, portal=a, by=head, now=NOW)
    for declaration, now, reason in (
        (signed, NOW, "đã được ký"),
        (late, local(2024, 4, 1), "đã qua"),
        (gone, NOW, "rút"),
    ):
        with pytest.raises(NotDeclared, match=reason):
            sign(declaration.pk, portal=a, by=head, now=now)
    with pytest.raises(NotDeclared, match="từ trước"):
        withdraw(gone.pk, portal=a, by=head, now=NOW)


@pytest.mark.parametrize("verb", [sign, withdraw])
def test_another_portals_declaration_does_not_exist(declare, staff, a, b, verb):
    declaration = declare(b, signed=False)
    with pytest.raises(type(declaration).DoesNotExist):
        verb(declaration.pk, portal=a, by=staff[a][1], now=timezone.now())
    declaration.refresh_from_db()
    assert (declaration.signed_at, declaration.withdrawn_at) == (None, None)


def test_each_step_stands_in_the_log_of_its_portal(declare, staff, a, b):
    declaration = declare(a, now=NOW)
    withdraw(declaration.pk, portal=a, by=staff[a][1], now=NOW)
    entries = AuditEntry.objects.filter(action__startswith="nil.").order_by("pk")
    assert [(e.action, e.portal, e.actor, e.target_title, e.detail["what"]) for e in entries] == [
        (f"nil.{step}", a, by, "Điều ước, thỏa thuận quốc tế", "01/01/2024 - 31/03/2024")
        for step, by in (("propose", staff[a][0]), ("sign", staff[a][1]), ("withdraw", staff[a][1]))
    ]


def test_how_each_stands_is_said_in_a_word(declare, staff, a, b):
    head = staff[a][1]
    made = {code: declare(a, code, now=NOW) for code in ("treaties", "alerts", "projects")}
    made |= {code: declare(a, code, now=NOW, signed=False) for code in ("grassroots", "consultation")}
    withdraw(made["projects"].pk, portal=a, by=head, now=NOW)
    ahead = declare(a, now=NOW, first=date(2024, 4, 1), last=date(2024, 4, 30))

    def told(day):
        rows = [
            standing_of(type(d).objects.get(pk=d.pk), today=day, filled={"alerts"}) for d in [*made.values(), ahead]
        ]
        return [row.standing.value for row in rows]

    assert told(date(2024, 3, 31)) == ["in_force", "hidden", "withdrawn", "waiting", "waiting", "ahead"]
    assert told(date(2024, 4, 1)) == ["over", "over", "withdrawn", "unsigned", "unsigned", "in_force"]


def test_what_waits_and_what_can_be_declared_is_asked_in_few_queries(declare, a, b, django_assert_num_queries):
    for code in ("treaties", "alerts", "projects"):
        declare(a, code, signed=False)
    declare(b)
    today = timezone.localdate()
    assert [d.section for d in waiting(a, day=today)] == ["projects", "alerts", "treaties"]
    with django_assert_num_queries(4):
        found = open_sections(a, day=today)
    assert {one.code for one in found if one.can_declare} == {"grassroots", "consultation", "special_documents"}


def test_a_portal_without_the_section_declares_nothing(declare, staff, a, b):
    party = make_portal("dang-a", level="department", group="party", scale="party", scored_by="province")
    staff[party] = people(party)
    with pytest.raises(NotDeclared, match="không khai báo"):
        declare(party, "treaties")
    assert open_sections(party, day=timezone.localdate() + timedelta(days=1))[0].code == "alerts"
