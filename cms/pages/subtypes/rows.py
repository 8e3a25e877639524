"""What a list says of a record beside its title: the day that matters, and how near it is."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cms.pages.models import DirectivePage, LandPage, LegalDocumentPage, RecruitmentPage
from cms.theme.templatetags.theme_tags import tone

SOON = 3  # calendar days before a closing day


@dataclass(frozen=True)
class Row:
    """A record in a list; `tone` colours `state` (good, wait, bad or empty), `note` stands among its facts."""

    page: LegalDocumentPage
    state: str = ""
    tone: str = ""
    note: str = ""


def row(page, *, today):
    """The row of a document of whichever type."""
    build = next((BUILDERS[kind] for kind in type(page).__mro__ if kind in BUILDERS), _plain)
    return build(page, today)


def rows(pages, *, today):
    return [row(page, today=today) for page in pages]


def closing(day: date | None, *, today):
    """(words, tone) for a last day, which itself still counts: "còn 5 ngày", "hết hạn hôm nay", "đã hết hạn"."""
    if day is None:
        return "", ""
    left = (day - today).days
    if left < 0:
        return _("Đã hết hạn"), ""
    if left == 0:
        return _("Hạn cuối là hôm nay"), "wait"
    words = ngettext("Còn %(days)d ngày", "Còn %(days)d ngày", left) % {"days": left}
    return words, "wait" if left <= SOON else "good"


def shown(day):
    return date_format(day, pgettext("ngày đầy đủ", "d/m/Y"))


def _plain(page, today):
    return Row(page, page.get_force_display(), tone(page.force))


def _recruitment(page, today):
    note = _("Nhận hồ sơ đến hết %(day)s") % {"day": shown(page.apply_until)} if page.apply_until else ""
    return Row(page, *closing(page.apply_until, today=today), note)


def _directive(page, today):
    plain = _plain(page, today)
    if page.due_date is None:
        return plain
    note = _("Hạn thực hiện: %(day)s") % {"day": shown(page.due_date)}
    if page.due_date < today:
        return Row(page, plain.state, plain.tone, note)
    return Row(page, *closing(page.due_date, today=today), note)


def _land(page, today):
    if page.posted_until is None or page.posted_until < today or (page.posted_from and page.posted_from > today):
        return Row(page, page.get_force_display(), tone(page.force), posting(page))
    return Row(page, _("Đang niêm yết"), "good", posting(page))


def posting(page):
    """Where the law sets a time for posting: from when to when, as far as it is known."""
    first, last = page.posted_from, page.posted_until
    if first and last:
        return _("Niêm yết từ %(first)s đến hết %(last)s") % {"first": shown(first), "last": shown(last)}
    if last:
        return _("Niêm yết đến hết %(last)s") % {"last": shown(last)}
    return _("Niêm yết từ %(first)s") % {"first": shown(first)} if first else ""


BUILDERS = {RecruitmentPage: _recruitment, DirectivePage: _directive, LandPage: _land}
