"""Admin screens of the register: an editor keeps the own portal's people in one place."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from .changing import INDEX_LABEL, ConfirmPostView, ConfirmView, EndView, MemberView, ReplaceView
from .listing import PersonIndexView, PostFilterSet, PostIndexView, UnitIndexView
from .models import Person, Post, Unit


class CreateInPortal(CreateView):
    """A new record belongs to the portal one acts for; no form can say otherwise."""

    def get_form(self, *args, **kwargs):
        if self.request.acting_portal is None:
            raise PermissionDenied
        form = super().get_form(*args, **kwargs)
        form.instance.portal = self.request.acting_portal  # before validation, which compares portals
        return form


class CreatePost(CreateInPortal):
    """Whoever types a post in vouches for it."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        form.instance.confirmed_on = timezone.localdate()
        return form


class EditPost(EditView):
    @cached_property
    def header_buttons(self):
        deeds = [("replace", _("Thay người"), "user"), ("end", _("Kết thúc chức vụ"), "cross")]
        return [
            HeaderButton(
                label, url=reverse(f"wagtailsnippets_pages_post:{name}", args=[self.object.pk]), icon_name=icon
            )
            for name, label, icon in deeds
        ]


class RegisterViewSet(SnippetViewSet):
    add_view_class = CreateInPortal
    copy_view_enabled = False
    list_per_page = 50
    inspect_view_enabled = False

    def get_queryset(self, request):
        return self.model.objects.all()  # the scope that is open; a viewset's default queryset is made at start-up


class PostIndex(PostIndexView):
    """The first button makes person and post at once; a post alone is for somebody who is there already."""

    page_title = INDEX_LABEL
    add_item_label = _("Thêm cán bộ")

    def get_add_url(self):
        return reverse("wagtailsnippets_pages_post:member") if super().get_add_url() else None


class PostViewSet(RegisterViewSet):
    model = Post
    icon = "user"
    menu_label = INDEX_LABEL
    base_url_path = "people/posts"
    index_view_class = PostIndex
    add_view_class = CreatePost
    edit_view_class = EditPost
    index_template_name = "pages/admin/people/posts.html"
    list_display = [
        "person",
        Column("title", label=_("Chức vụ"), sort_key="title_vi", classname="cong-stacked"),
        Column("unit", label=_("Đơn vị")),
        Column("kind", label=_("Loại"), accessor="get_kind_display", sort_key="kind"),
        Column("phone", label=_("Điện thoại")),
        Column("term_words", label=_("Tình trạng"), sort_key="to_date"),
        Column("vouched_words", label=_("Xác nhận"), classname="cong-wide"),
    ]
    filterset_class = PostFilterSet
    search_fields = ["person__name"]  # switches the search on; PostIndexView says what is searched
    ordering = "order"

    def get_urlpatterns(self):
        one = {
            "replace": self.construct_view(ReplaceView),
            "end": self.construct_view(EndView),
            "confirm_one": self.construct_view(ConfirmPostView),
        }
        return [
            *super().get_urlpatterns(),
            path("member/", self.construct_view(MemberView), name="member"),
            path("confirm/", self.construct_view(ConfirmView), name="confirm"),
            *(path(f"{name}/<int:pk>/", view, name=name) for name, view in one.items()),
        ]


class PersonViewSet(RegisterViewSet):
    model = Person
    icon = "group"
    menu_label = _("Cán bộ")
    base_url_path = "people/persons"
    index_view_class = PersonIndexView
    list_display = ["name"]
    search_fields = ["name"]
    ordering = "name"


class UnitViewSet(RegisterViewSet):
    model = Unit
    icon = "sitemap"
    menu_label = _("Đơn vị trực thuộc")
    base_url_path = "people/units"
    index_view_class = UnitIndexView
    list_display = ["name", "phone", "order"]
    search_fields = ["name"]
    ordering = "order"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("parent")


class RegisterViewSetGroup(SnippetViewSetGroup):
    items = (PostViewSet, PersonViewSet, UnitViewSet)
    menu_label = _("Cán bộ, danh bạ")
    menu_icon = "group"
    menu_order = 250
