"""Templates and delegations of the portal: Wagtail's own lists and forms, for who leads the portal's people."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.questions.models import AnswerTemplate, Delegation

from .setting_up import TITLE


class DayColumn(Column):
    """A day as it is written: how long it lasts to a day to come is not said by how long ago it was."""

    def get_value(self, instance):
        day = super().get_value(instance)
        return f"{day:%d/%m/%Y}" if day else ""


class InSetUp:
    """The way back leads through the set-up screen."""

    def get_breadcrumbs_items(self):
        items = super().get_breadcrumbs_items()
        return [items[0], {"url": reverse("questions_answering:setup"), "label": TITLE}, *items[1:]]


class ListOfPortal(InSetUp, IndexView):
    related = ()  # foreign keys that the list shows

    def get_base_queryset(self):
        return super().get_base_queryset().select_related(*self.related)


class ListOfDelegations(ListOfPortal):
    related = ("person", "signs_for")


class CreateInPortal(InSetUp, CreateView):
    """A new record belongs to the portal one acts for; no form can say otherwise."""

    def get_form(self, *args, **kwargs):
        if self.request.acting_portal is None:
            raise PermissionDenied
        form = super().get_form(*args, **kwargs)
        form.instance.portal = self.request.acting_portal  # before validation, which compares portals
        return form


class KeptList(ModelViewSet):
    index_view_class = ListOfPortal
    add_view_class = CreateInPortal
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    add_to_reference_index = False


class TemplateViewSet(KeptList):
    model = AnswerTemplate
    name = "questions_templates"
    url_prefix = "questions/answering/templates"
    menu_label = _("Mẫu trả lời")
    icon = "doc-full"
    list_display = ["name", Column("topic", label=_("Chủ đề"), sort_key="topic")]
    search_fields = ["name", "topic", "text"]
    ordering = "name"
    panels = [FieldPanel("name"), FieldPanel("topic"), FieldPanel("text")]


class DelegationViewSet(KeptList):
    model = Delegation
    index_view_class = ListOfDelegations
    name = "questions_delegations"
    url_prefix = "questions/answering/delegations"
    menu_label = _("Giao ký thay")
    icon = "user"
    list_display = [
        "person",
        Column("get_form_display", label=_("Hình thức"), sort_key="form"),
        Column("signs_for", label=_("Ký thay cho")),
        Column("document", label=_("Văn bản giao")),
        DayColumn("from_date", label=_("Từ ngày"), sort_key="from_date"),
        DayColumn("to_date", label=_("Đến hết ngày"), sort_key="to_date"),
    ]
    search_fields = ["person__name", "document"]
    ordering = "-from_date"
    panels = [
        FieldPanel("person"),
        FieldPanel("form"),
        FieldPanel("signs_for"),
        FieldPanel("kind"),
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("from_date"), FieldPanel("to_date")]),
    ]


VIEW_SETS = (TemplateViewSet, DelegationViewSet)
