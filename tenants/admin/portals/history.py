"""What happened to one portal, the newest first, told in words."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from tenants.models import Portal, PortalEvent, Role, State, User

from .places import crumbs

Kind = PortalEvent.Kind


class EventWords:
    """Puts events into words; names of people and portals are read once for all of them."""

    def __init__(self, events):
        data = [event.data for event in events]
        people = User.objects.in_bulk({row["user"] for row in data if "user" in row})
        self.people = {key: str(user) for key, user in people.items()}
        parents = {side.get("parent_id") for row in data for side in _sides(row)} - {None}
        self.portals = {key: str(portal) for key, portal in Portal.objects.in_bulk(parents).items()}

    def of(self, event):
        """What the event says beside its kind; "" where the kind says all."""
        data = event.data
        if event.kind == Kind.STATE:
            return f"{State(data['before']).label} → {State(data['after']).label}"
        if event.kind == Kind.HOSTS:
            return ", ".join(data["after"])
        if event.kind == Kind.CHANGED:
            return "; ".join(self._changes(*_sides(data)))
        if "user" not in data:
            return ""
        name = data.get("name") or self.people.get(data["user"], _("người đã bị xóa"))
        return f"{name}: {Role(data['role']).label}" if "role" in data else name

    def _changes(self, before, after):
        for name in before:
            field = Portal._meta.get_field(name)
            yield f"{field.verbose_name}: {self._value(field, before[name])} → {self._value(field, after[name])}"

    def _value(self, field, value):
        if field.is_relation:
            return self.portals.get(value, "—")
        return dict(field.flatchoices).get(value, value) or "—"


def _sides(data):
    sides = data.get("before"), data.get("after")
    return sides if all(isinstance(side, dict) for side in sides) else ({}, {})


class PortalHistoryView(PermissionCheckedMixin, BaseListingView):
    model = Portal
    permission_required = "view"
    page_title = gettext_lazy("Lịch sử")
    header_icon = "history"
    paginate_by = 50
    columns = [
        DateColumn("happened_at", label=gettext_lazy("Lúc")),
        Column("kind", label=gettext_lazy("Sự kiện"), accessor="get_kind_display"),
        Column("words", label=gettext_lazy("Nội dung")),
        Column("by", label=gettext_lazy("Người thực hiện"), accessor=lambda event: event.by or ""),
        Column("note", label=gettext_lazy("Ghi chú")),
    ]

    def get_base_queryset(self):
        self.portal = get_object_or_404(Portal.objects.placed(), pk=self.kwargs["pk"])
        return self.portal.events.select_related("by").order_by("-happened_at", "-pk")

    def get_table(self, object_list):
        words = EventWords(object_list)
        for event in object_list:
            event.words = words.of(event)
        return super().get_table(object_list)

    def get_index_url(self):
        return reverse("portals:history", args=[self.kwargs["pk"]])

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            *crumbs(self.portal),
            {"url": "", "label": self.page_title, "sublabel": self.portal.placed_name},
        ]
