"""What a portal's editors could do next, gathered from its pages: never more than a screen's worth, nothing blocks."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from django.apps import apps
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations

from cms.pages.bilingual.status import OUTDATED
from cms.pages.legal.force import out_of_order, undated
from cms.pages.legal.identity import UNDATED
from cms.pages.legal.order import acted_upon, order_doubts
from cms.pages.models import PortalPage
from cms.pages.section_states import EMPTY, STARTER, section_states

from .missing import missing_fields

MOST = 7
NEWEST = 20  # live pages that are looked at for missing fields


@dataclass(frozen=True)
class Todo:
    """One thing to do; `url` opens the place to do it."""

    title: str
    reason: str
    url: str


def todos(portal, *, day):
    """At most MOST Todos on a local day: empty mandatory sections, documents that act from an unknown day or
    against the order of their days, newest incomplete pages, outdated English.

    In turns, so that no kind hides the others. The queries depend on the number of page types, not of pages.
    """
    kinds = [
        _empty_sections(portal, day),
        _undated_documents(portal),
        _documents_out_of_order(portal),
        _incomplete_pages(portal),
        _outdated_pages(portal),
    ]
    in_turns = [todo for turn in zip_longest(*kinds) for todo in turn if todo is not None]
    once = {}
    for todo in in_turns:  # a page with gaps and with old English is one thing to do
        known = once.get((todo.url, todo.title))
        once[todo.url, todo.title] = replace(known, reason=f"{known.reason} {todo.reason}") if known else todo
    return list(once.values())[:MOST]


def _empty_sections(portal, day):
    empty = [state for state in section_states(portal, day=day) if state.mandatory and state.state in (EMPTY, STARTER)]
    starts = PortalPage.objects.filter(portal=portal, starts_section__in=[state.code for state in empty])
    keys = dict(starts.values_list("starts_section", "pk"))
    return [
        Todo(state.title_vi, _reason(state), _place_of(apps.get_model("pages", state.page_type), keys[state.code]))
        for state in empty
        if state.code in keys
    ][:MOST]


def _reason(state):
    if state.state == STARTER:
        return _("Có bản nháp, chưa đăng.")
    if state.nil_allowed:
        return _("Chưa có nội dung. Nếu thật sự không có gì, trưởng cơ quan khai “không phát sinh”.")
    return _("Chưa có nội dung: người dân thấy “đang cập nhật”.")


def _place_of(model, key):
    """Where a section is filled: its own form, the pages below it, or the register of people."""
    if len(model.content_panels) > len(PortalPage.content_panels):
        return reverse("wagtailadmin_pages:edit", args=[key])
    if model.allowed_subpage_models():
        return reverse("wagtailadmin_explore", args=[key])
    return reverse("wagtailsnippets_pages_post:list")


def _undated_documents(portal):
    return [_of_page(page, str(UNDATED)) for page in undated(portal)[:MOST]]


def _documents_out_of_order(portal):
    pages = list(out_of_order(portal)[:MOST])
    prefetch_related_objects(pages, "relations")
    documents = acted_upon(pages)
    return [_of_page(page, " ".join(order_doubts(page, documents))) for page in pages]


def _incomplete_pages(portal):
    live = PortalPage.objects.filter(portal=portal, live=True, is_starter=False, alias_of=None)
    pages = list(live.exclude(last_published_at=None).order_by("-last_published_at", "-pk")[:NEWEST].specific())
    _read_lists(pages)
    found = ((page, missing_fields(page)) for page in pages)
    return [_of_page(page, _("Còn thiếu: %(fields)s.") % {"fields": ", ".join(m)}) for page, m in found if m][:MOST]


def _read_lists(pages):
    """Read the lists that are wanted at once for all pages of a type."""
    by_type = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    for model, group in by_type.items():
        lists = {relation.get_accessor_name() for relation in get_all_child_relations(model)}
        if wanted := lists.intersection(model.wanted_fields):
            prefetch_related_objects(group, *sorted(wanted))


def _outdated_pages(portal):
    pages = PortalPage.objects.filter(portal=portal, live=True, en_status=OUTDATED, alias_of=None)
    newest = pages.order_by("-last_published_at", "-pk")[:MOST]
    return [_of_page(page, _("Bản tiếng Anh cũ hơn bản tiếng Việt.")) for page in newest]


def _of_page(page, reason):
    return Todo(page.title, reason, reverse("wagtailadmin_pages:edit", args=[page.pk]))
