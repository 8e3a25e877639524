"""The place itself, and how the agency came to be."""

from django.db.models import prefetch_related_objects

from cms.pages.models import LocalityPage, LocalityTopicPage
from cms.pages.queries import child_pages, pictures_for
from cms.pages.subtypes.figures import grouped
from cms.pages.subtypes.queries import topics_of

from .registry import context_for


@context_for(LocalityPage)
def locality(page, request):
    filled, unwritten = topics_of(page)
    prefetch_related_objects(filled, pictures_for("tile"))
    figures = {"area_number": grouped(page.area), "persons": grouped(page.population)}
    return {"topics": filled, "unwritten": unwritten, **figures}


@context_for(LocalityTopicPage)
def topic(page, request):
    return {"others": child_pages(page.get_parent()).exclude(pk=page.pk)}
