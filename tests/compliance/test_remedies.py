"""Every reason an editor can do something about opens the right place, in the right portal."""

import pytest
from django.urls import reverse

from compliance.models import LedgerEntry
from compliance.packs import pack_named
from compliance.periods import find_period
from compliance.queries import Line, PackScore, PortalScore
from compliance.reasons import Reason
from compliance.remedies import MOST, todo_list
from tests.factories import section_page

from .planting import Q1, plant_everything, scored

pytestmark = pytest.mark.django_db
PACK = pack_named("info_gov_B", "1")


def a_line(code, *, lost, reasons=(), state="measured"):
    criterion = PACK.criterion(code)
    kept = criterion.half_points - lost
    entry = LedgerEntry(
        half_points=kept,
        max_half_points=criterion.half_points,
        state=state,
        reasons=[str(reason) for reason in reasons],
    )
    return Line(criterion, entry)


@pytest.fixture
def advised(department, monkeypatch):
    """advised(line, ...) -> the to-do list of the department with these lines on its sheet."""

    def build(*lines, pack=PACK):
        score = PortalScore(department, None, (PackScore(pack, lines),))
        monkeypatch.setattr("compliance.remedies.portal_score", lambda portal, period: score)
        return todo_list(department, period=find_period(Q1))

    return build


def edit(portal, code):
    return reverse("wagtailadmin_pages:edit", args=[section_page(portal, code).pk])


def explore(portal, code):
    return reverse("wagtailadmin_explore", args=[section_page(portal, code).pk])


@pytest.mark.parametrize(
    ("reason", "section"),
    [
        (Reason.NO_INTRODUCTION, "introduction"),
        (Reason.REVIEW_OVERDUE, "introduction"),
        (Reason.NO_FUNCTIONS, "introduction"),
        (Reason.NO_CHART, "introduction"),
        (Reason.NO_ENGLISH_INTRODUCTION, "introduction"),
        (Reason.NO_HISTORY, "history"),
        (Reason.NO_CONTACT_PAGE, "contact"),
        (Reason.CONTACT_INCOMPLETE, "contact"),
        (Reason.NO_ENGLISH_CONTACT, "contact"),
    ],
)
def test_what_stands_on_one_page_opens_that_page(department, a, advised, reason, section):
    (todo,) = advised(a_line("G01", lost=2, reasons=[reason])).todos
    assert todo.url == edit(department, section)
    assert todo.url != edit(a, "introduction")


@pytest.mark.parametrize(
    ("reason", "section"),
    [
        (Reason.NO_RECENT_NEWS, "news"),
        (Reason.WEEKS_WITHOUT_NEWS, "news"),
        (Reason.TOO_FEW_NEWS, "news"),
        (Reason.NO_DOCUMENTS, "documents"),
        (Reason.NO_RECENT_DOCUMENTS, "documents"),
        (Reason.DOCUMENTS_INCOMPLETE, "documents"),
        (Reason.DOCUMENTS_LATE, "documents"),
        (Reason.ISSUE_DATE_UNKNOWN, "documents"),
    ],
)
def test_what_needs_a_new_item_opens_the_list(department, advised, reason, section):
    (todo,) = advised(a_line("G16", lost=2, reasons=[reason])).todos
    assert todo.url == explore(department, section)


@pytest.mark.parametrize(
    "reason",
    [
        Reason.NO_LEADERS,
        Reason.LEADERS_INCOMPLETE,
        Reason.NO_FOCAL,
        Reason.FOCAL_INCOMPLETE,
        Reason.FOCAL_UNCONFIRMED,
    ],
)
def test_what_concerns_people_opens_the_register(advised, reason):
    (todo,) = advised(a_line("G02", lost=2, reasons=[reason])).todos
    assert todo.url == reverse("wagtailsnippets_pages_post:list")


@pytest.mark.parametrize("reason", [Reason.SECTION_EMPTY, Reason.TEST_CONTENT, Reason.PAGES_OVERDUE])
def test_what_may_be_anywhere_opens_the_portal(department, advised, reason):
    (todo,) = advised(a_line("G18", lost=2, reasons=[reason])).todos
    assert todo.url == reverse("wagtailadmin_explore", args=[department.site.root_page_id])


def test_a_reason_of_former_times_opens_nothing_and_is_still_told(advised):
    (todo,) = advised(a_line("G18", lost=2, reasons=["ly_do_cu"])).todos
    assert (todo.reason, todo.url) == ("ly_do_cu", "")


def test_the_first_reason_is_told(advised):
    (todo,) = advised(a_line("G03", lost=2, reasons=[Reason.NO_CONTACT_PAGE, Reason.NO_FOCAL])).todos
    assert todo.reason == "Chưa công khai trang liên hệ"


# --- which things are told ------------------------------------------------------------------------------
def test_more_points_come_first_and_equals_keep_the_order_of_the_pack(advised):
    lines = [a_line("G01", lost=1), a_line("G05", lost=9), a_line("G16", lost=4), a_line("G17", lost=4)]
    found = advised(*lines)
    assert [todo.points for todo in found.todos] == [4.5, 2, 2, 0.5]
    assert [todo.title for todo in found.todos[1:3]] == [PACK.criterion(code).name for code in ("G16", "G17")]


def test_what_is_complete_or_not_measured_is_not_told(advised):
    found = advised(a_line("G01", lost=0), a_line("G21", lost=2, state="unmeasured", reasons=[Reason.NOT_MEASURED]))
    assert (found.todos, found.points) == ((), 0)


def test_the_sum_counts_also_what_is_not_shown(advised):
    lines = [a_line(criterion.code, lost=1) for criterion in PACK.criteria[:12]]
    found = advised(*lines)
    assert (len(found.todos), found.points) == (MOST, 6)


def test_advice_comes_from_one_pack_of_each_scale_alone():
    advising = {
        code
        for code in ("info_gov_A", "info_gov_B", "info_party", "info_commune", "qna")
        if pack_named(code, "1").advice
    }
    assert advising == {"info_gov_B", "info_party", "info_commune"}


def test_the_continuity_pack_gives_no_second_list(advised):
    assert advised(a_line("G01", lost=2), pack=pack_named("info_gov_A", "1")).todos == ()


def test_a_list_costs_few_queries(department, a, django_assert_max_num_queries):
    plant_everything(a)
    scored(department, a)
    period = find_period(Q1)
    with django_assert_max_num_queries(6):
        todo_list(department, period=period)
