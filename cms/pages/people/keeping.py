"""Who is in the register's history is not deleted by one tap: a person with posts, a unit with something below it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from .models import Person, Post, Unit


def keep_what_is_used(request, records):
    """A hook `before_delete_snippet`, of one record or many: says what stands in the way and leads back."""
    reasons = [reason for record in records if (reason := _reason(record))]
    if not reasons:
        return None
    for reason in reasons:
        messages.error(request, reason)
    return redirect(type(records[0]).snippet_viewset.get_url_name("list"))


def _reason(record):
    if isinstance(record, Person) and (posts := list(Post.objects.filter(person=record)[:3])):
        said = _("%(name)s còn có chức vụ: %(titles)s. Thôi việc thì bấm Kết thúc; nhập nhầm thì xóa chức vụ trước.")
        return said % {"name": record.name, "titles": ", ".join(post.title for post in posts)}
    if isinstance(record, Unit) and (below := list(Unit.objects.filter(parent=record)[:3])):
        said = _("%(name)s còn có đơn vị trực thuộc: %(units)s. Hãy chuyển hoặc xóa các đơn vị đó trước.")
        return said % {"name": record.name, "units": ", ".join(unit.name for unit in below)}
    if isinstance(record, Unit) and (posts := list(Post.objects.filter(unit=record).select_related("person")[:3])):
        said = _("%(name)s còn có người: %(people)s. Hãy chuyển họ sang đơn vị khác trước.")
        return said % {"name": record.name, "people": ", ".join(post.person.name for post in posts)}
    return None
