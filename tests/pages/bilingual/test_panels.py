"""The English tab is derived from the Vietnamese panels: the same, where there is something to translate."""

import pytest
from wagtail.admin.panels import FieldPanel, PanelGroup

from cms.pages.bilingual.panels import BilingualPageForm, english_panels
from cms.pages.bilingual.registry import declared
from cms.pages.models import ArticlePage, LegalDocumentPage, PortalPage


def _names(panels):
    for panel in panels:
        if isinstance(panel, PanelGroup):
            yield from _names(panel.children)
        elif isinstance(panel, FieldPanel):
            yield panel.field_name


def test_the_english_tab_has_the_translatable_fields_in_the_same_order():
    names = list(_names(english_panels(ArticlePage, ArticlePage.content_panels)))
    assert names == ["title_en", "lead_en", "picture_alt_en", "picture_caption_en", "body_en"]


def test_a_group_with_nothing_to_translate_is_left_out():
    names = list(_names(english_panels(LegalDocumentPage, LegalDocumentPage.content_panels)))
    assert names == ["title_en", "abstract_en"]


def _page_types():
    return [PortalPage, *PortalPage.__subclasses__()]


@pytest.mark.parametrize("model", _page_types(), ids=lambda model: model.__name__)
def test_every_translatable_field_of_every_page_type_can_be_edited_in_english(model):
    tabs = model.get_edit_handler().children
    assert [str(tab.heading) for tab in tabs][:2] == ["Tiếng Việt", "English"]
    assert {f"{name}_en" for name in declared(model)} == set(_names(tabs[1].children)) - {"en_confirmed"}


@pytest.mark.parametrize("model", _page_types(), ids=lambda model: model.__name__)
def test_every_page_type_uses_the_form_that_can_confirm_a_translation(model):
    form = model.get_edit_handler().get_form_class()
    assert issubclass(form, BilingualPageForm)
    assert "title_en" in form.base_fields
