"""Above the form of a page: the guide to this task, and the way in for a report that is written already."""

from django.apps import apps
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin.panels import Panel

from cms.pages.word.page_types import may_become, may_fill, takes_word

from .tasks import task_of


class WritingHelp(Panel):
    """Two links; nothing for page types that have neither."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/writing_help.html"

        def get_context_data(self, parent_context=None):
            return {"task": task_of(self.panel.model), "word": self._word_address()}

        def render_html(self, parent_context=None):
            return render_to_string(self.template_name, self.get_context_data(parent_context))

        def _word_address(self):
            model = self.panel.model
            if not takes_word(model):
                return ""
            parent = self._parent()
            if parent is not None and may_become(model, parent, self.request.user):
                return reverse("word_import", args=[model._meta.model_name, parent.pk])
            if self.instance.pk and may_fill(self.instance, self.request.user):
                return reverse("word_into_page", args=[self.instance.pk])
            return ""

        def _parent(self):
            """A page that is being written for the first time does not know its parent yet; its address does."""
            if self.instance.pk:
                return self.instance.get_parent().specific
            number = self.request.resolver_match.kwargs.get("parent_page_id")
            page = apps.get_model("pages", "PortalPage").objects.filter(pk=number).first()
            return page.specific if page else None
