"""The leaders' calendars: the week of the loading and the one before it."""

import random
from datetime import time, timedelta

from cms.pages.models import PortalPage, ScheduleEntry, WorkSchedulePage
from cms.pages.planting import insert_children
from demo.loading.addresses import free_slug
from demo.loading.dates import full_day, office_moment, short_day

from .contents import content_of, words_of


def insert_schedules(portal, *, now, today):
    """Two calendars; each was published on the Friday before its week."""
    weeks = content_of(portal.slug, "schedules")
    if not weeks:
        return []
    taken, monday = set(), today - timedelta(days=today.weekday())
    parent = PortalPage.objects.get(portal=portal, starts_section="direction")
    pages = [
        _week(portal.slug, weeks["before"], monday - timedelta(days=7), taken),
        _week(portal.slug, weeks["loaded"], monday, taken),
    ]
    return insert_children(parent, pages, now=now, with_revisions=True)


def _week(slug, rows, monday, taken):
    friday, words = monday + timedelta(days=4), words_of(slug)
    title = f"Lịch công tác tuần từ {short_day(monday)} đến {full_day(friday)} của lãnh đạo {words['org']} (minh họa)"
    moment = office_moment(monday - timedelta(days=3), rng=random.Random(title))
    page = WorkSchedulePage(
        title=title,
        title_en=f"Working week from {monday.day}/{monday.month} to {friday.day}/{friday.month}/{friday.year}",
        slug=free_slug(title, taken),
        from_date=monday,
        to_date=friday,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
    )
    page.entries.set([_entry(row, monday, order, words) for order, row in enumerate(rows)])
    return page


def _entry(row, monday, order, words):
    """[day of the week counted from Monday as 2, "08:00", what, who, where], as a Vietnamese calendar names days."""
    weekday, hour, content, person, place = row
    return ScheduleEntry(
        day=monday + timedelta(days=weekday - 2),
        time=time.fromisoformat(hour),
        content=content.format_map(words),
        person=person,
        place=place,
        sort_order=order,
    )
