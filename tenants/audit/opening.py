"""From an entry to the object it tells of, where that still exists and the person may open it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from .permissions import entries_readable, may_open, may_read_entries
from .queries import model_of


def open_object(request, entry):
    """The screen of an entry's object; back to the list with a word where there is none for this person."""
    if not may_read_entries(request):
        raise PermissionDenied
    entry = get_object_or_404(entries_readable(request), pk=entry)
    url = _edit_url(request.user, entry) if may_open(request, entry) else None
    if url is None:
        messages.warning(request, _("Đối tượng này không còn, hoặc không thuộc phạm vi bạn được mở."))
    return redirect(url or "audit:index")


def _edit_url(user, entry):
    model = model_of(entry)
    row = model._default_manager.filter(pk=entry.target_pk).first() if model and entry.target_pk else None
    return AdminURLFinder(user).get_edit_url(row) if row else None
