"""Addresses from Vietnamese titles. Wagtail's script drops what it cannot spell ("đầu" becomes "dju"): not used."""

import re
from itertools import count

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.text import slugify
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminPageForm

from .accents import without_accents

LENGTH = 80
PREFIXES = frozenset(f"/{code}/" for code, _name in settings.LANGUAGES)


def slug_of(title):
    """ "Sa Pa trồng cây đầu xuân" -> "sa-pa-trong-cay-dau-xuan"; "trang" if the title has no letter or digit."""
    return slugify(without_accents(title))[:LENGTH].strip("-") or "trang"


def belongs_to_the_platform(slug, *, below="/"):
    """Is an address, or what lies below it, answered by something else than pages: a language, a view, files?"""
    path = f"{below}{slug}/"
    if path in PREFIXES or path in (settings.STATIC_URL, settings.MEDIA_URL):
        return True
    with override(settings.LANGUAGE_CODE):
        return not _is_page(path) or not _is_page(f"{path}1/x")


def _is_page(path):
    try:
        return resolve(path).url_name == "wagtail_serve"
    except Resolver404:
        return True


def candidates(slug):
    """The slug, then with a number behind it: for whoever looks for one that is free."""
    yield slug
    for number in count(2):
        yield f"{slug}-{number}"


class SlugFromTitle(WagtailAdminPageForm):
    """Until a page is first published its address follows the title, unless somebody typed one.

    Autosave saves a page while its title is still being typed; the address must not stay at the first few letters.
    """

    def clean(self):
        page = self.instance
        before = page.draft_title  # Wagtail's own clean() saves nothing, but it may set defaults
        cleaned = super().clean()
        is_open = page.first_published_at is None and not (page.pk and page.is_kept)  # a section keeps its address
        if is_open and cleaned.get("title") and self._follows(cleaned.get("slug", ""), before):
            cleaned["slug"] = self._free_slug(slug_of(cleaned["title"]))
            self.errors.pop("slug", None)
        return cleaned

    @staticmethod
    def _follows(slug, title_before):
        return not slug or re.sub(r"-\d+$", "", slug) == slug_of(title_before or "")

    def _free_slug(self, base):
        """The base, or the base with the first free number behind it, among the pages of the same parent."""
        siblings = self.parent_page.get_children().exclude(pk=self.instance.pk)
        taken = set(siblings.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in candidates(base) if slug not in taken)
