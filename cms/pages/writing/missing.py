"""What a page still lacks: what it must have before it is sent, and what only would be good, which blocks nothing."""

from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import InlinePanel, PanelGroup

from cms.pages.bilingual.digests import is_empty
from cms.pages.bilingual.language import SOURCE, content_language

ALT = "_alt"


def missing_fields(page):
    """Labels of the page type's `wanted_fields` that are empty, in their order; an "_alt" only with its picture."""
    relations = {relation.get_accessor_name() for relation in get_all_child_relations(type(page))}
    with content_language(SOURCE):
        return [_label(page, name, relations) for name in page.wanted_fields if _is_missing(page, name, relations)]


def required_fields(page):
    """Labels of the empty fields without which the edit form neither sends nor publishes the page, in its order."""
    form = page.get_edit_handler().get_form_class()
    asked = {name: field for name, field in form.base_fields.items() if name in form._meta.defer_required_on_fields}
    with content_language(SOURCE):
        empty = [name for name, field in asked.items() if field.required and is_empty(getattr(page, name))]
    return [capfirst(str(asked[name].label)) for name in empty]


def _is_missing(page, name, relations):
    if name in relations:
        return not getattr(page, name).all()
    if name.endswith(ALT) and not getattr(page, f"{name.removesuffix(ALT)}_id", True):
        return False
    return is_empty(getattr(page, page._meta.get_field(name).attname))


def _label(page, name, relations):
    label = _heading(page.content_panels, name) if name in relations else page._meta.get_field(name).verbose_name
    return capfirst(str(label))


def _heading(panels, relation):
    """How the edit form calls a list of rows."""
    for panel in panels:
        if isinstance(panel, InlinePanel) and panel.relation_name == relation:
            return panel.heading or panel.label
        if isinstance(panel, PanelGroup) and (heading := _heading(panel.children, relation)):
            return heading
    return ""
