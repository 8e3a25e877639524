"""How often codes may be tried, and how often something may be said in one case."""

from datetime import timedelta

from cms.questions import limits
from cms.questions.limits import Limit

# Wrong codes alone are counted: an office or a village behind one address looks up as often as it likes.
IN_VAIN = (Limit("track", 20, timedelta(minutes=10)), Limit("track", 200, timedelta(days=1)))
SAID = (Limit("track.say", 10, timedelta(hours=1)),)
TRY_AGAIN = timedelta(minutes=10)


def may_try(request, *, now):
    return not limits.too_many(limits.address_of(request), *IN_VAIN, now=now)


def tried_in_vain(request, *, now):
    limits.count(limits.address_of(request), *IN_VAIN, now=now)


def may_say(question, *, now):
    """Counts: whoever says something in a case, whether it is taken or not."""
    return limits.count(f"case {question.pk}", *SAID, now=now) is None
