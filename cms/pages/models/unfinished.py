"""A draft may lack anything; what publishing demands is asked for on every way to publish, not in the form alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from cms.pages.answering import answered_request


class Unfinished(PermissionDenied):
    """The page lacks something without which it would mislead citizens; it stays a draft."""


class PublishedWhole:
    """Mixed into the base page. Wagtail publishes many pages at once, or a submitted one, without looking at a form.

    It would answer an unfinished one with an error page: here whoever waits for an answer is told what is missing.
    """

    def save(self, clean=True, **kwargs):
        try:
            return super().save(clean=clean, **kwargs)
        except ValidationError as error:
            request = answered_request()
            if not (clean and self.live) or not hasattr(request, "_messages"):
                raise
            missing = ", ".join(sorted(_label(self, name) for name in error.message_dict))
            told = {"title": self.title, "fields": missing}
            text = _("Chưa đăng được “%(title)s”. Hãy mở trang và kiểm tra: %(fields)s.") % told
            messages.error(request, text)
            raise Unfinished(text) from error


def _label(page, name):
    names = {field.name for field in page._meta.get_fields()}
    return str(page._meta.get_field(name).verbose_name) if name in names else _("nội dung")
