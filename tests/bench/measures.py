"""Takes every figure once, in the order in which the world grows."""

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from django.core.management import call_command

from tests.bench import admin, documents, questions, requests
from tests.bench.memory import worker_megabytes
from tests.bench.table import Figure
from tests.bench.world import fill, provision_number

MANY = 1000
HOST = "xa-1.localhost"


def measure_everything(progress):
    call_command("migrate", verbosity=0)
    born = _grow(range(3), progress)
    article = f"/tin-tuc/{fill('xa-1')}/"
    few_queries = _queries(article)
    born += _grow(range(3, 10), progress)
    few_seconds, few_screens = _seconds(article), admin.seconds("xa-1")
    with admin.stock_wagtail():
        stock = admin.queries("xa-1", without=admin.OURS)
    born += _grow(range(10, MANY), progress)
    one_more = median([provision_number(MANY + number)[0] for number in range(7)])
    rows = [
        Figure(
            "provisioning, milliseconds a page born",
            1000 * sum(s for s, _n in born) / sum(n for _s, n in born),
            6,
            "ms",
        ),
        Figure(
            f"one more portal with {MANY} / the first few", one_more / median(s for s, _n in born[1:8]), 1.2, "ratio"
        ),
    ]
    rows += _compare(few_queries, _queries(article), few_seconds, _seconds(article))
    rows += _admin(few_screens, admin.seconds("xa-1"), stock, admin.queries("xa-1"))
    rows.append(
        Figure("gunicorn worker after 1,000 requests", worker_megabytes(["/", article, "/van-ban/"], HOST), 220, "MB")
    )
    rows += questions.measure([f"xa-{number}" for number in range(1, 100)])
    return [*rows, *documents.measure("xa-1"), _demo_load()]


def _grow(numbers, progress):
    born = []
    for number in numbers:
        born.append(provision_number(number))
        admin.staff("tinh" if number == 0 else f"xa-{number}")
        if number % 100 == 0:
            progress.write(f"{number} portals\n")
    return born


def _queries(article):
    return requests.queries(HOST, "/"), requests.queries(HOST, article)


def _seconds(article):
    return requests.seconds(HOST, "/"), requests.seconds(HOST, article)


def _compare(few_queries, many_queries, few_seconds, many_seconds):
    rows = []
    for number, (name, limit) in enumerate([("home", 25), ("article", 15)]):
        rows += [
            Figure(f"{name}, queries with 3 portals", few_queries[number], limit, "queries"),
            Figure(f"{name}, queries with {MANY} portals", many_queries[number], few_queries[number], "queries"),
            Figure(f"{name}, time with {MANY} / with 10", many_seconds[number] / few_seconds[number], 1.15, "ratio"),
        ]
    return rows


def _admin(few, many, stock, ours):
    """Time of a chief's screens as portals grow; queries beside Wagtail without our layers, with 10 portals."""
    worst = max(many, key=lambda name: many[name] / few[name])
    extra = max(ours, key=lambda name: ours[name] - stock[name])
    return [
        Figure(f"admin, time with {MANY} / with 10 ({worst})", many[worst] / few[worst], 1.15, "ratio"),
        Figure(f"admin, queries above stock Wagtail ({extra})", ours[extra] - stock[extra], 3, "queries"),
    ]


def _demo_load():
    """Seconds of `load_demo` as `make run` calls it, on a database of its own that is only migrated."""
    with tempfile.TemporaryDirectory(prefix="cong-bench-demo-") as folder:
        places = {"DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3", "MEDIA_ROOT": f"{folder}/media"}
        environment = {**os.environ, **places}
        for command in ("migrate", "load_demo"):
            start = time.perf_counter()
            subprocess.run([sys.executable, "manage.py", command], env=environment, check=True, capture_output=True)
            seconds = time.perf_counter() - start
    return Figure("demonstration, seconds to load", seconds, 90, "s")
