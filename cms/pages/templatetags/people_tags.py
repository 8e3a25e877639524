"""What templates of the register need: the language of a field, and the other views of the directory."""

from django import template
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.pages.bilingual import foreign
from cms.pages.bilingual.foreign import foreign_lang

register = template.Library()
register.simple_tag(foreign.typed_lang)
register.filter(foreign.marked)

VIEWS = (("don-vi", _("Theo đơn vị")), ("a-z", _("Theo tên A - Z")), ("dau-moi", _("Đầu mối liên hệ")))


@register.simple_tag
def lang_of(record, field):
    """The language of a field as a value for a component: "" where it is the page's own."""
    return foreign_lang(record, field)


@register.simple_tag
def lang_attribute(record, field):
    """The same as an attribute of the element that holds the field."""
    lang = foreign_lang(record, field)
    return format_html(' lang="{}"', lang) if lang else ""


@register.simple_tag
def directory_views(current, query=""):
    """[{"url", "label", "current"}]: what is asked for stays asked for in the next view."""
    return [{"url": _address(code, query), "label": label, "current": code == current} for code, label in VIEWS]


def _address(code, query):
    return "?" + urlencode({"xem": code} | ({"q": query} if query else {}))
