"""What templates need beyond Django's own tags: icons, pictures, dates known in part, numbers to dial."""

import re

from django import template
from django.http import QueryDict
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.theme.partial_days import partial_words, whole_day
from cms.theme.pictures import img, widest
from cms.theme.tasks import tasks_in
from tenants.hosts import base_url

register = template.Library()

MACHINE_DAYS = {"year": "%Y", "month": "%Y-%m"}
HOME_DEPTH = 2  # the tree's root is 1, a portal's home stands directly below it
TONES = {"in_force": "good", "partly": "wait", "pending": "wait", "expired": "bad"}


@register.simple_tag
def icon(name):
    """A line drawing from the theme's sheet. Decoration: words always stand beside it."""
    drawing = '<svg class="icon" width="24" height="24" fill="none" aria-hidden="true"><use href="{}#{}"></use></svg>'
    return format_html(drawing, static("theme/icons.svg"), name)


@register.simple_tag
def photo(image, shape, alt="", eager=False):
    return img(image, shape, alt=alt or "", eager=eager)


@register.filter
def tel(number):
    """ "0214 3.840.003" -> "tel:+842143840003"; an extension after a slash or comma is left to the voice."""
    first = re.split(r"[/;,]| - |máy lẻ|ext", str(number or ""), maxsplit=1)[0]
    digits = re.sub(r"[^\d+]", "", first)
    return f"tel:+84{digits[1:]}" if digits.startswith("0") and len(digits) > 5 else f"tel:{digits}"


@register.filter
def initials(name):
    """ "Nguyễn Thị Minh Hà (ví dụ)" -> "NH": family name and given name; a remark in brackets is no name."""
    words = str(name or "").partition("(")[0].split()
    return "".join(word[0].upper() for word in (words if len(words) < 2 else (words[0], words[-1])))


@register.simple_tag
def day(value):
    """A date for people and machines. A moment is shown as the local day it fell on."""
    if not value:
        return ""
    local = timezone.localdate(value) if hasattr(value, "hour") and timezone.is_aware(value) else value
    return format_html('<time datetime="{}">{}</time>', local.strftime("%Y-%m-%d"), whole_day(local))


@register.simple_tag
def moment(value):
    """A date with its local hour, for news and the last update."""
    if not value:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    shown = formats.date_format(local, pgettext("ngày và giờ", "H:i, d/m/Y"))
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), shown)


@register.simple_tag
def partial_day(value, precision="day"):
    """A date known to the day, the month, the year, or not at all: never more than is known."""
    shown = partial_words(value, precision)
    machine = value.strftime(MACHINE_DAYS.get(precision, "%Y-%m-%d")) if shown else ""
    return format_html('<time datetime="{}">{}</time>', machine, shown) if shown else ""


@register.simple_tag(takes_context=True)
def foreign(context):
    """The language of the page's own text where it differs from the page's frame."""
    if not context.get("is_fallback"):
        return ""
    return format_html(' lang="{}"', context.get("shown_language", "vi"))


@register.filter
def phones(value):
    """Several numbers in one field, as officials write them: one number to dial each."""
    return [part.strip() for part in re.split(r"[;,]| - |\n", str(value or "")) if part.strip()]


@register.filter
def extension(name):
    """ "Quyet-dinh.PDF" -> "PDF"."""
    stem, dot, ending = str(name or "").rpartition(".")
    return ending.upper() if dot and stem and len(ending) <= 5 else ""


@register.filter
def at(values, position):
    return values[position] if position < len(values) else ""


@register.filter
def page_numbers(page):
    """Numbers for the pager with gaps: 1 2 … 7 [8] 9 … 40."""
    return [
        str(n) if n == page.paginator.ELLIPSIS else n
        for n in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


@register.simple_tag(takes_context=True)
def page_url(context, number, name="trang"):
    """The same address with another page number; filters stay."""
    query = context["request"].GET.copy() if "request" in context else QueryDict(mutable=True)
    query.pop(name, None)
    if number != 1:
        query[name] = number
    return f"?{query.urlencode()}"


@register.filter
def tasks(menu):
    return tasks_in(menu or [])


@register.filter
def tone(code):
    """The colour of a document's force; words always stand beside it."""
    return TONES.get(code, "")


@register.simple_tag(takes_context=True)
def crumbs(context, page):
    """[(label, address)] from the portal's home down to the page's parent; [] on the home itself."""
    if not page or page.depth < HOME_DEPTH + 1:
        return []
    request = context.get("request")
    above = _above(page, request)
    return [(_("Trang chủ") if one.depth == HOME_DEPTH else one.title, one.get_url(request)) for one in above]


def _above(page, request):
    """Right below the home it is the portal's own, which is read already."""
    portal = getattr(request, "portal", None)
    if page.depth == HOME_DEPTH + 1 and portal is not None and portal.pk == page.portal_id and portal.site:
        return [portal.root_page]
    return [one for one in page.get_ancestors() if one.depth >= HOME_DEPTH]


@register.simple_tag(takes_context=True)
def other_language(context, item):
    """The language an item is shown in where it differs from the page around it, else ""."""
    shown = getattr(item, "shown_language", "")
    return shown if shown != context.get("site_language") else ""


@register.simple_tag(takes_context=True)
def social_image(context, image, shape="article"):
    """The full address of a picture for whoever shares the page; "" without a picture."""
    made = widest(image, shape)
    return context["request"].build_absolute_uri(made.url) if made and "request" in context else ""


@register.simple_tag(takes_context=True)
def portal_url(context, portal):
    """The home of another portal. A list of many portals brings `primary_host` with each row."""
    request, host = context.get("request"), getattr(portal, "primary_host", "")
    if not host:
        root = base_url(portal.pk, request)
    else:
        _name, colon, port = request.get_host().partition(":") if request else ("", "", "")
        root = f"{request.scheme if request else 'https'}://{host}{colon}{port}"
    return f"{root}/en/" if context.get("site_language") == "en" else f"{root}/"
