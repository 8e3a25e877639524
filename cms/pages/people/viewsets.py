"""Admin screens of the register: an editor keeps the own portal's people in one place."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from .models import Person, Post, Unit


class CreateInPortal(CreateView):
    """A new record belongs to the portal one acts for; no form can say otherwise."""

    def get_form(self, *args, **kwargs):
        if self.request.acting_portal is None:
            raise PermissionDenied
        form = super().get_form(*args, **kwargs)
        form.instance.portal = self.request.acting_portal  # before validation, which compares portals
        return form


class RegisterViewSet(SnippetViewSet):
    add_view_class = CreateInPortal
    copy_view_enabled = False
    list_per_page = 50
    inspect_view_enabled = False

    def get_queryset(self, request):
        return self.model.objects.all()  # the scope that is open; a viewset's default queryset is made at start-up


class PostViewSet(RegisterViewSet):
    model = Post
    icon = "user"
    menu_label = _("Chức vụ, danh bạ")
    base_url_path = "people/posts"
    list_display = ["person", "title", "unit", "kind", "phone", "confirmed_on"]
    list_filter = ["kind"]
    search_fields = ["person__name", "title", "phone", "email"]
    ordering = ["order", "pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "unit")


class PersonViewSet(RegisterViewSet):
    model = Person
    icon = "group"
    menu_label = _("Cán bộ")
    base_url_path = "people/persons"
    list_display = ["name"]
    search_fields = ["name"]
    ordering = ["name"]


class UnitViewSet(RegisterViewSet):
    model = Unit
    icon = "sitemap"
    menu_label = _("Đơn vị trực thuộc")
    base_url_path = "people/units"
    list_display = ["name", "parent", "phone", "order"]
    search_fields = ["name"]
    ordering = ["order", "pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("parent")


class RegisterViewSetGroup(SnippetViewSetGroup):
    items = (PostViewSet, PersonViewSet, UnitViewSet)
    menu_label = _("Cán bộ, danh bạ")
    menu_icon = "group"
    menu_order = 250
