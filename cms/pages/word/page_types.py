"""Which pages a Word report can become."""

from cms.pages.fields import BodyField


def takes_word(model):
    """Has this page type a text that a report could fill?"""
    return any(isinstance(field, BodyField) and field.name == "body" for field in model._meta.get_fields())


def may_become(model, parent, user):
    """May this person make a page of this type below `parent` (a specific page)? As Wagtail's own form asks."""
    return (
        takes_word(model)
        and model in parent.creatable_subpage_models()
        and model.can_create_at(parent)
        and parent.permissions_for_user(user).can_add_subpage()
    )
