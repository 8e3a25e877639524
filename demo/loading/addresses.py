"""Slugs of pages that are inserted in bulk, where Wagtail does not look for a free one."""

from django.utils.text import slugify

from cms.pages.accents import without_accents

LONGEST = 80


def free_slug(title, taken):
    """A slug of the title that is not in `taken`, to which it is added."""
    base = slugify(without_accents(title))[:LONGEST].strip("-") or "trang"
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    taken.add(slug)
    return slug
