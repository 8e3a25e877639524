"""How often a stranger may do something: counted in the database, so all server processes see one count.

The cache is not asked: in the embedded default each process has its own, and a library that counts there reads, adds
and writes in three steps. The database must be up anyway for a case to be kept. Addresses are kept as digests, by hour
and by day, and are gone two days later.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

from django.db.models import F
from django.utils.crypto import salted_hmac

from tenants.audit.circumstances import Circumstances

from .models import Tally

KEPT = timedelta(days=2)
NETWORK_BITS = 64  # of an IPv6 address: one household or office


@dataclass(frozen=True)
class Limit:
    """At most `most` deeds of this name by one stranger in each span of `per`."""

    name: str
    most: int
    per: timedelta

    def window(self, now):
        """When the span began in which `now` lies."""
        span = int(self.per.total_seconds())
        return datetime.fromtimestamp(int(now.timestamp()) // span * span, UTC)


def address_of(request):
    """Where a request comes from, as the outermost trusted proxy says; "" where nobody can tell."""
    told = Circumstances(request).remote_address
    if not told:
        return ""
    if ip_address(told).version == 4:
        return told
    return str(ip_network(f"{told}/{NETWORK_BITS}", strict=False))


def count(who, *limits, now):
    """Count one deed of `who`; how long to wait if that is too many (timedelta), else None.

    Nobody (an empty `who`) is never limited: a wrongly set proxy must not lock out all citizens at once.
    """
    waits = [_wait(who, limit, now) for limit in limits if who]
    return max((wait for wait in waits if wait), default=None)


def too_many(who, *limits, now):
    """Is the next deed of `who` one too many? Counts nothing."""
    return any(_number(_digest(who, limit), limit.window(now)) >= limit.most for limit in limits if who)


def _wait(who, limit, now):
    starts_at = limit.window(now)
    number = _add(_digest(who, limit), starts_at, now)
    return starts_at + limit.per - now if number > limit.most else None


def _digest(who, limit):
    return salted_hmac(f"questions.{limit.name}.{limit.most}", who, algorithm="sha256").hexdigest()


def _number(digest, starts_at):
    return Tally.objects.filter(digest=digest, starts_at=starts_at).values_list("number", flat=True).first() or 0


def _add(digest, starts_at, now):
    """One more; the number is raised inside the database, so two processes at once make two."""
    row = {"digest": digest, "starts_at": starts_at}
    if not Tally.objects.filter(**row).update(number=F("number") + 1):
        Tally.objects.get_or_create(**row)
        Tally.objects.filter(**row).update(number=F("number") + 1)
        Tally.objects.filter(starts_at__lt=now - KEPT).delete()
    return _number(digest, starts_at)
