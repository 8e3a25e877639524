"""The request being answered now, for addresses that are asked for without one: rich text, redirects, log lines."""

from contextlib import contextmanager
from contextvars import ContextVar

_request = ContextVar("answered_request", default=None)


def answered_request():
    """The request, or None in commands, tasks and tests."""
    return _request.get()


@contextmanager
def answering(request):
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)
