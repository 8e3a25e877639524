"""Nobody adds a page type without its specimen, its page in the documentation, and help beside every field."""

import re

import pytest
from django.apps import apps
from django.utils import translation
from wagtail.admin.panels import FieldPanel, InlinePanel, PanelGroup

from cms.pages.models import PortalPage
from tests.project.tree import ROOT

from .specimens import SPECIMENS

EXAMPLE = {"vi": "ví dụ", "en": "example"}
ACCENTED = re.compile(r"[ăâđêôơưàáạảãầấậẩẫằắặẳẵèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]", re.IGNORECASE)
# The two tabs are named in the language that they hold; go_live_at and expire_at are Wagtail's own window.
NAMES_OF_TABS, WAGTAILS_OWN = {"Tiếng Việt"}, {"go_live_at", "expire_at"}

each_type = pytest.mark.parametrize("model", [s.model for s in SPECIMENS], ids=lambda model: model.__name__)


def panels(panel):
    yield panel
    children = panel.children if isinstance(panel, PanelGroup) else []
    for child in [*children, *([panel.child_edit_handler] if isinstance(panel, InlinePanel) else [])]:
        yield from panels(child)


def fields(model):
    found = [panel for panel in panels(model.get_edit_handler()) if isinstance(panel, FieldPanel)]
    return [panel for panel in found if panel.field_name not in WAGTAILS_OWN]


def help_of(panel):
    name = panel.field_name
    declared = {field.name: field.help_text for field in panel.model._meta.get_fields() if hasattr(field, "help_text")}
    return str(panel.help_text or declared.get(name, ""))


def test_every_page_type_has_one_specimen():
    concrete = {model for model in apps.get_models() if issubclass(model, PortalPage) and model is not PortalPage}
    assert sorted(model.__name__ for model in concrete) == sorted(specimen.model.__name__ for specimen in SPECIMENS)


def test_every_page_type_has_a_page_in_the_documentation():
    told = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/features").glob("*.md"))
    assert [s.model.__name__ for s in SPECIMENS if not re.search(rf"\b{s.model.__name__}\b", told)] == []


@each_type
def test_every_field_has_help_with_an_example(model):
    with translation.override("vi"):
        assert [p.field_name for p in fields(model) if EXAMPLE["vi"] not in help_of(p).lower()] == []
    with translation.override("en"):
        assert [p.field_name for p in fields(model) if EXAMPLE["en"] not in help_of(p).lower()] == []


@each_type
def test_the_form_speaks_english_to_who_reads_english(model):
    with translation.override("en"):
        handler = model.get_edit_handler()
        words = [str(panel.heading) for panel in panels(handler)] + [str(model._meta.verbose_name)]
        words += [str(panel.label) for panel in panels(handler) if isinstance(panel, InlinePanel)]
    assert [text for text in words if ACCENTED.search(text) and text not in NAMES_OF_TABS] == []
