"""Facts for rules, made by hand: each function gives something complete, each argument takes something away."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from compliance.facts import (
    ContactFact,
    DocumentFact,
    IntroductionFact,
    PageFact,
    PlatformFact,
    PortalFacts,
    PostFact,
    SectionFact,
    UnitFact,
    Window,
)
from compliance.packs import Criterion
from compliance.periods import end_of_day
from compliance.rules import judge

FIRST, CUTOFF = date(2024, 1, 1), date(2024, 3, 22)
EVERYTHING = PlatformFact(search=True, sitemap=True, links=True, print=True)


def at(day, hour=9):
    """A local moment; `day` is (month, day) of 2024 or a date."""
    day = day if isinstance(day, date) else date(2024, *day)
    return datetime(day.year, day.month, day.day, hour, tzinfo=timezone.get_default_timezone())


def a_window(*, first=FIRST, ends=CUTOFF, as_of=None):
    """The first quarter of 2024 up to its cut-off: 12 ISO weeks."""
    moment = end_of_day(ends)
    return Window(first_day=first, ends=moment, as_of=as_of or moment)


def a_page(number=1, day=(2, 1), **values):
    values = {"title": f"Trang {number}", "path": f"/trang-{number}/", "kind": "StaticPage", "section": "", **values}
    return PageFact(id=number, published_at=at(day), **values)


def an_introduction(*, day=(2, 1), functions=True, duties=True, history=True, chart=True, **values):
    return IntroductionFact(a_page(day=day, **values), functions, duties, history, chart)


def a_contact(*, address=True, phone=True, email=True, **values):
    return ContactFact(a_page(**values), address, phone, email)


def a_unit(number=1, *, has_parent=False):
    return UnitFact(number, f"Phòng {number}", has_parent)


def a_post(number=1, *, kind="leader", **values):
    complete = {
        "name": f"Người {number}",
        "title": "Chức vụ",
        "unit": "Văn phòng",
        "phone": "0214 3000 001",
        "email": f"nguoi{number}@laocai.gov.vn",
        "biography_length": 200,
        "has_duties": True,
        "vouched_on": CUTOFF,
    }
    return PostFact(id=number, kind=kind, **{**complete, **values})


def a_document(number=1, *, day=(2, 1), issued=None, missing=()):
    """Issued on the day it was published unless told otherwise; `issued` None means that, False means unknown."""
    page = a_page(number, day)
    issued_on = None if issued is False else issued or timezone.localdate(page.published_at)
    return DocumentFact(page, tuple(missing), issued_on)


def a_section(code="news", *, empty=False):
    return SectionFact(code, code, empty)


def facts(**values):
    return PortalFacts(**{"portal_id": 1, "slug": "xa-a", "level": "commune", "platform": EVERYTHING, **values})


def news_in_weeks(weeks, *, first=FIRST):
    """One item on the Wednesday of each of the weeks named (1 is the week of the first day)."""
    days = [first + timedelta(days=2 + 7 * (week - 1)) for week in weeks]
    return tuple(a_page(number, day) for number, day in enumerate(days, start=1))


def points(rule, of, found, *, window=None, **params):
    """(points, numerator, denominator, reasons) that a rule gives these facts."""
    criterion = Criterion(code="X", name_vi="", name_en="", max=of, rule=rule, params=params)
    result = judge(criterion, found, window or a_window())
    return result.score, result.numerator, result.denominator, list(result.reasons)
