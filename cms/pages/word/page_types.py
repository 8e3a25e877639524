"""Which pages a Word report can become."""

from cms.pages.fields import BodyField


def takes_word(model):
    """Has this page type a text that a report could fill?"""
    return has_blocks(model) or bool(model.word_field)


def has_blocks(model):
    """Does the text consist of blocks, so that it holds headings, tables and pictures?"""
    return any(isinstance(field, BodyField) and field.name == "body" for field in model._meta.get_fields())


def may_become(model, parent, user):
    """May this person make a page of this type below `parent` (a specific page)? As Wagtail's own form asks."""
    return (
        takes_word(model)
        and model in parent.creatable_subpage_models()
        and model.can_create_at(parent)
        and parent.permissions_for_user(user).can_add_subpage()
    )


def may_fill(page, user):
    """May this person put a report into this page? Only into one born with its portal: others are made anew."""
    if not takes_word(type(page)) or page.alias_of_id or type(page).can_create_at(page.get_parent()):
        return False
    rights = page.permissions_for_user(user)
    writes = user.is_superuser or "add" in rights.permissions  # a head corrects pages and brings no pictures
    return writes and rights.can_edit() and not rights.page_locked()
