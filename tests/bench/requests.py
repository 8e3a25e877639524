"""Requests through the whole stack, with their queries counted."""

import time
from statistics import median

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROUNDS = 30


def queries(host, path):
    """Queries of one request with nothing in the cache."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        get(host, path)
    return len(captured)


def seconds(host, path):
    return median_seconds(lambda: get(host, path))


def median_seconds(ask, rounds=ROUNDS):
    """Median processor seconds of a request: what else the machine does must not count."""
    ask()
    return median(_timed(ask) for _ in range(rounds))


def get(host, path):
    response = Client().get(path, headers={"host": host})
    if response.status_code != 200:
        raise RuntimeError(f"{host}{path}: {response.status_code}")
    return response


def _timed(ask):
    start = time.process_time()
    ask()
    return time.process_time() - start
