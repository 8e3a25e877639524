"""The register's lists: what stands in them, in which order, and how a clerk finds a row without typing accents."""

import django_filters
from django import forms
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from cms.pages.accents import without_accents

from .actions import in_words
from .alphabet import by_given_name
from .models import Post
from .queries import ASKED_AFTER, held, units_in_order, vouched_on, vouching_on

TODAY_HELD, TODAY_OVER, TODAY_AHEAD = "dang-giu", "da-thoi", "sap-giu"


def in_term(posts, term, day):
    """Posts that on the day are held, over, or still ahead; all of them for no term."""
    if term == TODAY_HELD:
        return held(posts, day)
    if term == TODAY_OVER:
        return posts.filter(to_date__lt=day)
    return posts.filter(from_date__gt=day) if term == TODAY_AHEAD else posts


class PostFilterSet(WagtailFilterSet):
    tinh_trang = django_filters.ChoiceFilter(
        label=gettext_lazy("Tình trạng"),
        choices=[
            (TODAY_HELD, gettext_lazy("Đang giữ chức")),
            (TODAY_OVER, gettext_lazy("Đã thôi")),
            (TODAY_AHEAD, gettext_lazy("Sắp giữ chức")),
        ],
        method="of_term",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("Tất cả"),
    )

    class Meta:
        model = Post
        fields = ["kind"]

    def of_term(self, posts, _name, term):
        return in_term(posts, term, timezone.localdate())


class FoundWithoutAccents(IndexView):
    """A list of some hundred rows: words are compared here, since no database knows that "nguyen" is "Nguyễn"."""

    searched = ()  # lookups of the columns to search

    def search_queryset(self, queryset):
        words = without_accents(self.search_query or "").split()
        if not words:
            return queryset
        rows = queryset.order_by().values_list("pk", *self.searched)
        return queryset.filter(pk__in=[pk for pk, *texts in rows if _has(words, texts)])

    def get_paginate_by(self, queryset):
        return self.paginate_by


def _has(words, texts):
    text = without_accents(" ".join(filter(None, texts)))
    return all(word in text for word in words)


def in_this_order(queryset, keys):
    """The rows in the order of their primary keys as given."""
    places = [When(pk=key, then=Value(place)) for place, key in enumerate(keys)]
    return queryset.order_by(Case(*places, default=Value(len(places)), output_field=IntegerField()), "pk")


class DeedsColumn(Column):
    """What is done most: one tap away, on a phone as well."""

    cell_template_name = "pages/admin/people/row_deeds.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "may_change": parent_context["table"].may_change}


class PostIndexView(FoundWithoutAccents):
    searched = ("person__name", "title_vi", "title_en", "unit__name_vi", "phone", "email")

    @cached_property
    def today(self):
        return timezone.localdate()

    def get_base_queryset(self):
        over = Case(When(Q(to_date__lt=self.today), then=1), default=0, output_field=IntegerField())
        return super().get_base_queryset().select_related("person", "unit").annotate(is_over=over)

    def order_queryset(self, queryset):
        """Who is in office first; the rest as the portal ordered them."""
        if self.ordering in (None, "", self.default_ordering):
            return queryset.order_by("is_over", "order", "pk")
        return super().order_queryset(queryset)

    @cached_property
    def columns(self):
        chosen, person, *others = super().columns
        return [chosen, person, DeedsColumn("deeds", label=_("Việc cần làm")), *others]

    def get_table(self, object_list):
        for post in object_list:
            vouched = vouched_on(post.from_date, post.confirmed_on, self.today)
            is_held = term_of(post, self.today) == TODAY_HELD
            post.is_open = post.to_date is None or post.to_date >= self.today
            post.is_asked = is_held and (vouched is None or (self.today - vouched).days >= ASKED_AFTER)
            post.vouched_words = in_words(vouched) if vouched else _("chưa lần nào")
            post.term_words = term_words(post, self.today)
        table = super().get_table(object_list)
        table.may_change = self.user_has_permission("change")
        return table

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        portal = self.request.acting_portal
        asks = portal is not None and self.user_has_permission("change")
        return {**context, "vouching": vouching_on(portal, self.today) if asks else None}


def term_of(post, day):
    if post.to_date and post.to_date < day:
        return TODAY_OVER
    return TODAY_AHEAD if post.from_date and post.from_date > day else TODAY_HELD


def term_words(post, day):
    """ "Đang giữ chức", "Đã thôi từ ..." : the state of a post in a list."""
    term = term_of(post, day)
    if term == TODAY_OVER:
        return _("Đã thôi sau ngày %(day)s") % {"day": in_words(post.to_date)}
    if term == TODAY_AHEAD:
        return _("Giữ chức từ %(day)s") % {"day": in_words(post.from_date)}
    return _("Đang giữ, đến hết %(day)s") % {"day": in_words(post.to_date)} if post.to_date else _("Đang giữ chức")


class PersonIndexView(FoundWithoutAccents):
    searched = ("name",)

    def order_queryset(self, queryset):
        """By given name, as people are looked up; only this project's alphabet knows that order."""
        names = sorted(queryset.order_by().values_list("pk", "name"), key=lambda row: by_given_name(row[1]))
        keys = [pk for pk, _name in names]
        return in_this_order(queryset, keys if self.ordering != "-name" else keys[::-1])


class UnitIndexView(FoundWithoutAccents):
    """In the order of the tree, each unit below the one it belongs to."""

    searched = ("name_vi", "name_en", "phone")

    @cached_property
    def rows(self):
        portal = self.request.acting_portal
        return units_in_order(portal) if portal else []

    @cached_property
    def columns(self):
        chosen, name, *others = super().columns
        name.accessor = "indented"
        return [chosen, name, *others]

    def order_queryset(self, queryset):
        if self.ordering in (None, "", self.default_ordering):
            return in_this_order(queryset, [unit.pk for _depth, unit in self.rows])
        return super().order_queryset(queryset)

    def get_table(self, object_list):
        depths = {unit.pk: depth for depth, unit in self.rows}
        for unit in object_list:
            unit.indented = f"{'– ' * depths.get(unit.pk, 0)}{unit.name}"
        return super().get_table(object_list)
