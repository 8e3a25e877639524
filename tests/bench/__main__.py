"""python -m tests.bench: measures on a database of its own and prints a table; exit status 1 if a target is missed."""

import os
import sys
import tempfile

FOLDER = tempfile.mkdtemp(prefix="cong-bench-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
os.environ["DATABASE_URL"] = os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{FOLDER}/bench.sqlite3")
os.environ["MEDIA_ROOT"] = f"{FOLDER}/media"

import django  # noqa: E402 - the environment above decides which database is used

django.setup()

from tests.bench.measures import measure_everything  # noqa: E402
from tests.bench.table import print_table  # noqa: E402

if __name__ == "__main__":
    rows = measure_everything(sys.stderr)
    print_table(rows, sys.stdout)
    sys.exit(not all(row.met for row in rows))
