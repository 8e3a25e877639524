"""House laws of pages, checked at start-up."""

from django.apps import apps
from django.core import checks

from .models.section import BornSection
from .sections import load_sections
from .sections.loading import InvalidSection


@checks.register("pages")
def sections_are_valid(app_configs, **kwargs):
    try:
        sections = load_sections()
    except InvalidSection as error:
        return [checks.Error(str(error), id="pages.E001")]
    known = {model.__name__ for model in apps.get_models() if issubclass(model, BornSection)}
    return [
        checks.Error(f"Section {section.code} names {section.page_type}, no page type of sections.", id="pages.E002")
        for section in sections
        if section.page_type not in known
    ]
