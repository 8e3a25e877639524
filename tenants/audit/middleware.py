"""Opens the circumstances of a request for the log, and writes after the answer what was refused."""

from tenants.acting import standing

from .circumstances import circumstances_of
from .refusals import write_refusals


class AuditMiddleware:
    """Stands behind the one that knows the person and before those that may refuse."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with circumstances_of(request, standing=standing) as current:
            response = self.get_response(request)
            write_refusals(current, response)
            return response
