"""Ten thousand questions: how long they take to import, to be counted, and to be shown to the province."""

import time
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from cms.questions.importing import import_rows
from cms.questions.province.waiting import heat
from cms.questions.queries import Span, figures, figures_by_portal
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.bench.table import Figure

MANY = 10_000
YEAR, DAY = Span(date(2024, 1, 1), date(2024, 12, 31)), date(2024, 12, 31)
TEXT = "Bao giờ sửa đường liên thôn, hồ sơ nộp ở đâu và mất bao nhiêu ngày? " * 6


def measure(slugs):
    """`slugs` of communes among which the questions are spread."""
    rows = list(enumerate((_row(number, slugs) for number in range(MANY)), 1))
    portals = list(Portal.objects.all())
    now = timezone.now()
    imported, outcome = _timed(lambda: import_rows(rows, now=now))
    again, _outcome = _timed(lambda: import_rows(rows, now=now))
    counted, found = _timed(lambda: figures(portals=portals, period=YEAR, as_of=DAY))
    by_unit, _found = _timed(lambda: figures_by_portal(portals=portals, period=YEAR, as_of=DAY))
    with platform_scope():
        mapped, _rows = _timed(lambda: heat(portals, today=DAY))
    if (outcome.created, found.received) != (MANY, MANY):
        raise AssertionError(outcome.refused[:3])
    return [
        Figure(f"{MANY} questions, seconds to import", imported, 60, "s"),
        Figure(f"{MANY} questions, seconds to import again", again, 60, "s"),
        Figure(f"{MANY} questions, seconds to count", counted, 5, "s"),
        Figure(f"{MANY} questions, seconds to count by unit", by_unit, 5, "s"),
        Figure(f"{MANY} questions, seconds for the heat map", mapped, 2, "s"),
    ]


def _timed(deed):
    start = time.perf_counter()
    found = deed()
    return time.perf_counter() - start, found


def _row(number, slugs):
    asked = datetime(2024, 1, 1, 1, tzinfo=UTC) + timedelta(minutes=45 * number)

    def after(days):
        return (asked + timedelta(days=days)).isoformat()

    other = slugs[(number + 1) % len(slugs)]
    signed = {"signer_title": "Chủ tịch UBND xã", "answer": TEXT, "visibility": "public"}
    stories = (
        {},
        {"received_at": after(1), "answered_at": after(9), **signed},
        {"removal": "duplicate", "removed_at": after(1), "removal_reason": "Trùng nội dung."},
        {
            "forwarded_to": other,
            "forwarded_at": after(1),
            "answered_at": after(30),
            **signed,
        },
        {"received_at": after(1), "extended_to": after(40)[:10], "extension_reason": "Chờ ý kiến."},
    )
    asked_of = {"code": f"B{number}", "portal": slugs[number % len(slugs)], "asked_at": asked.isoformat()}
    return {**asked_of, "text": f"Câu hỏi {number}. {TEXT}", "topic": "Đất đai", **stories[number % len(stories)]}
