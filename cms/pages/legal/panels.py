"""What the edit form of a document shows beside plain fields: issuers to pick from, and what others say of it."""

from django.apps import apps
from django.forms import TextInput
from django.template.loader import render_to_string
from wagtail.admin.panels import Panel
from wagtail.admin.widgets import AdminPageChooser

from tenants.models import Level, Portal
from tenants.rules import limited

SUGGESTIONS = 50


class IssuerInput(TextInput):
    """Any text; suggested are the own portal's name, the province's, and issuers of the own documents."""

    template_name = "pages/admin/issuer_input.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = context["list_id"] = f"{name}-known"
        context["issuers"] = suggested_issuers()
        return context


def suggested_issuers():
    """[] on the platform: other portals' names are nobody's to pick from."""
    scope = limited()
    if scope is None:
        return []
    portals = Portal.objects.filter(pk__in=scope.portal_ids) | Portal.objects.filter(level=Level.PROVINCE)
    names = list(portals.order_by("-level", "pk").values_list("name", flat=True))
    documents = apps.get_model("pages.LegalDocumentPage").objects.filter(portal__in=scope.portal_ids)
    used = documents.exclude(issuer="").order_by("issuer").values_list("issuer", flat=True).distinct()
    return list(dict.fromkeys([*used[:SUGGESTIONS], *names]))


class DocumentChooser(AdminPageChooser):
    """Opens at the portal's documents, and names the chosen one with its number."""

    chooser_modal_url_name = "documents:choose"

    def __init__(self, **kwargs):
        super().__init__(target_models=["pages.LegalDocumentPage"], **kwargs)

    def get_display_title(self, instance):
        return instance.numbered_title


class BulkRelationsLink(Panel):
    """Where one list replaces two hundred rows; a page must be saved first."""

    class BoundPanel(Panel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk and not self.instance.alias_of_id)

        def render_html(self, parent_context=None):
            return render_to_string("pages/admin/documents/bulk_link.html", {"page": self.instance})


class RelationsFromOthers(Panel):
    """Read only: a relation is changed in the document that acts."""

    class BoundPanel(Panel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk and self.rows)

        @property
        def rows(self):
            if "_rows" not in self.__dict__:
                self._rows = acts_upon(self.instance)
            return self._rows

        def render_html(self, parent_context=None):
            return render_to_string("pages/admin/relations_from_others.html", {"rows": self.rows})


def acts_upon(page):
    """Relations that other documents of the portal, drafts too, have to this one."""
    relations = apps.get_model("pages.DocumentRelation").objects.filter(target=page.pk, source__portal=page.portal_id)
    return list(relations.select_related("source").order_by("kind", "source__issue_date", "pk"))
