"""Is the process alive, and can citizens be served? Answered on any host, before a portal is looked for."""

from datetime import timedelta

from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

LATE_AFTER_SECONDS = 300


class HealthMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info == "/healthz":
            return HttpResponse("ok", content_type="text/plain")
        if request.path_info == "/readyz":
            return readiness()
        return self.get_response(request)


def readiness():
    """Each part with its state; 200 while citizens can be served (a late worker delays, it does not refuse)."""
    parts = {"database": _database()}
    parts["search"] = parts["database"]  # the embedded index lives in the database
    parts["worker"] = _worker() if parts["database"] == "ok" else "unknown"
    return JsonResponse(parts, status=200 if parts["database"] == "ok" else 503)


def _database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "down"
    return "ok"


def _worker():
    oldest = timezone.now() - timedelta(seconds=LATE_AFTER_SECONDS)
    late = DBTaskResult.objects.ready().filter(enqueued_at__lt=oldest).exists()
    return "late" if late else "ok"
