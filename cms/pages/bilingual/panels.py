"""The edit form in two languages: the model's own panels are the Vietnamese tab, an English one is derived."""

from django.forms import BooleanField
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    ObjectList,
    PanelGroup,
    TabbedInterface,
)
from wagtail.admin.panels.model_utils import expand_panel_list

from cms.pages.guide.panels import WritingHelp
from cms.pages.slugs import SlugFromTitle

from .language import ENGLISH
from .registry import declared


def english_panels(model, panels):
    """The same panels over the English columns; what is not translatable stays in the Vietnamese tab."""
    names, derived = set(declared(model)), []
    for panel in expand_panel_list(model, panels):
        if isinstance(panel, PanelGroup):
            children = english_panels(model, panel.children)
            if children:
                derived.append(panel.__class__(**{**panel.clone_kwargs(), "children": children}))
        elif isinstance(panel, FieldPanel) and panel.field_name in names:
            derived.append(_english_panel(panel))
    return derived


def _english_panel(panel):
    name = build_localized_fieldname(panel.field_name, ENGLISH)
    return panel.__class__(**{**panel.clone_kwargs(), "field_name": name})


class BilingualPageForm(SlugFromTitle):
    en_confirmed = BooleanField(required=False, label=_("Bản tiếng Anh khớp với bản tiếng Việt hiện tại"))

    def save(self, commit=True):
        self.instance._confirm_translation = self.cleaned_data.get("en_confirmed", False)
        return super().save(commit=commit)


CONFIRMED_HELP = _("Ví dụ: đánh dấu khi đoạn tiếng Việt vừa sửa không làm bản tiếng Anh sai đi.")


class StatusPanel(HelpPanel):
    """Says of each field whether its English is missing, older than the Vietnamese, or in step with it."""

    class BoundPanel(HelpPanel.BoundPanel):
        def render_html(self, parent_context=None):
            report = self.instance.translation_report() if self.instance.pk else {}
            rows = [(_label(type(self.instance), name), state) for name, state in report.items()]
            return render_to_string("bilingual/status_panel.html", {"rows": rows})


def _label(model, name):
    """What an editor calls a field, or that of rows below the page: "entries.content"."""
    *relations, field = name.split(".")
    for relation in relations:
        model = model._meta.get_field(relation).related_model
    return model._meta.get_field(field).verbose_name


def edit_handler(model):
    english = [StatusPanel(heading=_("Tình trạng bản dịch")), FieldPanel("en_confirmed", help_text=CONFIRMED_HELP)]
    english += english_panels(model, model.content_panels) + english_panels(model, model.promote_panels)
    return TabbedInterface(
        [
            ObjectList([WritingHelp(), *model.content_panels], heading="Tiếng Việt"),
            ObjectList(english, heading="English"),
            ObjectList(model.promote_panels, heading=_("Quảng bá")),
            ObjectList(model.settings_panels, heading=_("Thiết lập")),
        ],
        base_form_class=form_class(model),
    )


def form_class(model):
    """Wagtail overwrites `base_form_class` of the base page model at start-up, so ours is mixed in here."""
    base = model.base_form_class
    return base if issubclass(base, BilingualPageForm) else type("BilingualPageForm", (BilingualPageForm, base), {})
