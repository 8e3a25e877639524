"""The token in a form: who made the form, when, and which sending it is.

It is signed, not kept: every server process can read it, and a form that was never sent leaves nothing behind.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex

from django.core.signing import BadSignature, Signer

SIGNER = Signer(salt="cms.questions.asking")
YOUNGEST = timedelta(seconds=3)  # nobody reads and fills a form faster
OLDEST = timedelta(hours=24)
SUBMISSION_BYTES = 16


@dataclass(frozen=True)
class Token:
    """`submission` is unguessable; sending it again is the same sending."""

    submission: str
    made_at: datetime

    def is_young(self, now):
        return now - self.made_at < YOUNGEST

    def is_old(self, now):
        return not timedelta(0) <= now - self.made_at <= OLDEST


def new_token(*, now):
    """The text for a form's hidden field."""
    return SIGNER.sign(f"{token_hex(SUBMISSION_BYTES)}.{int(now.timestamp())}")


def read_token(text):
    """The Token of a hidden field, or None for anything that we did not write."""
    try:
        submission, _dot, made = SIGNER.unsign(text).partition(".")
        return Token(submission, datetime.fromtimestamp(int(made), UTC))
    except (BadSignature, ValueError, OverflowError):
        return None
