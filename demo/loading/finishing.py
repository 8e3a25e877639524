"""What follows a bulk load: the search index and the first scores, made once for all portals."""

import io

from django.core.management import call_command

PERIOD = "2024-Q1"


def finish(*, report):
    """`report(text)` is told each step."""
    report("tìm kiếm / search index ...")
    call_command("rebuild_search", stdout=io.StringIO(), stderr=io.StringIO())
    report(f"điểm / scores {PERIOD} ...")
    call_command("score", period=PERIOD, stdout=io.StringIO(), stderr=io.StringIO())
