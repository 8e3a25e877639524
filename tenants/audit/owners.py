"""Whose log an entry belongs to: the portal that owns the row it tells of."""

from tenants.models import Portal

from .circumstances import current_circumstances

STEPS = ("page", "site", "collection")  # from a row without a portal to one that has


def portal_of(instance):
    """Primary key of a row's portal, by its page, site or collection; else the one acted for; None: the platform."""
    owner = _portal_of(instance) if instance is not None else None
    if owner is None and (current := current_circumstances()):
        return getattr(current.portal, "pk", None)
    return owner


def _portal_of(instance):
    if isinstance(instance, Portal):
        return instance.pk
    if getattr(instance, "portal_id", None):
        return instance.portal_id
    if instance._meta.label == "wagtailcore.Site":
        return Portal.objects.filter(site=instance.pk).values_list("pk", flat=True).first()
    if instance._meta.label == "wagtailcore.Collection":
        return _portal_of_collection(instance)
    for step in STEPS:
        if getattr(instance, f"{step}_id", None):
            return _portal_of(getattr(instance, step))
    return None


def _portal_of_collection(collection):
    length = collection.steplen
    above = [collection.path[:end] for end in range(length, len(collection.path) + 1, length)]
    return Portal.objects.filter(collection__path__in=above).values_list("pk", flat=True).first()
