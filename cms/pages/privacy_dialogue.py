"""The admin's dialogue "who may read this page": everybody, or the people of the page's own portal."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import PageViewRestriction

from .legal.consequences import PortalUnpublishView
from .models import PortalPage
from .page_history import PortalPageHistoryView
from .trash.deleting import PortalDeleteView
from .writing.views import PortalCreateView, PortalEditView

WORDS = {
    PageViewRestriction.NONE: _("Mọi người"),
    PageViewRestriction.LOGIN: _("Chỉ người của cổng này"),
}


class PrivacyForm(PageViewRestrictionForm):
    """Without shared passwords, and without groups: the list would name those of every portal."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("password", "groups"):
            self.fields.pop(name, None)
        field = self.fields["restriction_type"]
        field.label = _("Ai được xem")
        field.help_text = _("Người của cổng: biên tập viên, trưởng ban biên tập và người có vai trò khác ở cổng này.")
        field.choices = [(value, WORDS[value]) for value, _label in field.choices]


class PrivacyView(SetPrivacyView):
    form_class = PrivacyForm

    def render_to_response(self, context, **response_kwargs):
        template = "pages/admin/always_public.html" if self.page.is_kept else "pages/admin/privacy.html"
        return render_modal_workflow(
            self.request, template, template_vars=context, json_data={"step": "set_privacy"}, **response_kwargs
        )


class PortalSearchView(SearchView):
    """Wagtail's list of pages found counts them without a word for what they are."""

    verbose_name, verbose_name_plural = _("trang"), pgettext_lazy("nhiều trang", "trang")


class PortalPageViewSet(PageViewSet):
    model = PortalPage
    set_privacy_view_class = PrivacyView
    history_view_class = PortalPageHistoryView
    add_view_class = PortalCreateView
    edit_view_class = PortalEditView
    search_view_class = PortalSearchView
    delete_view_class = PortalDeleteView
    unpublish_view_class = PortalUnpublishView
