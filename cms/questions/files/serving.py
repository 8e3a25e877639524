"""Handing out files of cases: to be saved, never opened inside a page, and kept by nobody on the way.

`serve_case_file` asks nothing: its callers have asked. An officer's screen asks permissions.py; who tracks a case has
shown its code and gets links that end soon.
"""

import unicodedata

from django.core import signing
from django.http import FileResponse, Http404
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from cms.questions.models import CaseFile
from tenants.scoping import platform_scope

SALT = "cms.questions.files"
LINK_SECONDS = 30 * 60
FOR_TRACKERS = (CaseFile.Purpose.ASKED, CaseFile.Purpose.CLARIFIED, CaseFile.Purpose.ANSWER)


def serve_case_file(request, case_file):
    """The file itself. Raises Http404 when the storage has lost it."""
    try:
        stream = case_file.file.open("rb")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(
        stream, as_attachment=True, filename=_plain(case_file.name), content_type=case_file.content_type
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    add_never_cache_headers(response)
    return response


def link_for(case_file, request):
    """An address of this host that opens the file for half an hour, for who has shown the code of the case.

    A recording is for the officers alone: ValueError.
    """
    if case_file.purpose not in FOR_TRACKERS:
        raise ValueError(f"no link to a file of purpose {case_file.purpose}")
    return reverse("case_file", args=[signing.dumps(case_file.pk, salt=SALT)])


def open_link(token):
    """The file of a link. Raises Http404 for one that has ended or was never made."""
    try:
        key = int(signing.loads(token, salt=SALT, max_age=LINK_SECONDS))
    except (signing.BadSignature, TypeError, ValueError) as error:
        raise Http404 from error
    with platform_scope():  # the case may be held by another portal than the host's
        case_file = CaseFile.objects.filter(pk=key, purpose__in=FOR_TRACKERS).first()
    if case_file is None:
        raise Http404
    return case_file


def _plain(name):
    """A line break in a name would end the header that it stands in."""
    return "".join(letter for letter in name if not unicodedata.category(letter).startswith("C")) or "tep"
