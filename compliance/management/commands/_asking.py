"""What the commands of this app share: portal, period and moment on the command line."""

from datetime import date, datetime

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from compliance.models import Period
from compliance.periods import UnknownPeriod, current_period, end_of_day, find_period, usual_as_of
from tenants.models import Portal


def add_period_arguments(parser) -> None:
    parser.add_argument("--period", metavar="CODE", help="such as 2024-Q1; default: the period that screens open on")
    parser.add_argument(
        "--as-of",
        metavar="ISO",
        help="a moment, or a day (its end); default: now, or the cut-off of a period that is over",
    )


def period_and_moment(options: dict, now: datetime) -> tuple[Period, datetime]:
    try:
        period = find_period(options["period"]) if options["period"] else current_period(now)
    except UnknownPeriod as error:
        raise CommandError(f"no period has the code {error}") from error
    return period, _moment(options["as_of"]) if options["as_of"] else usual_as_of(period, now)


def portal_named(slug: str) -> Portal:
    portal = Portal.objects.filter(slug=slug).first()
    if portal is None:
        raise CommandError(f"no portal has the slug {slug}")
    return portal


def _moment(text: str) -> datetime:
    """A time without offset is local; a day without time means its end."""
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError as error:
        raise CommandError(f"{text}: {error}") from error
    if isinstance(day, date) and not _has_time(text):
        return end_of_day(day)
    if moment is None:
        raise CommandError(f"{text} is neither a day nor a moment in ISO 8601")
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _has_time(text: str) -> bool:
    return "T" in text or " " in text.strip()
