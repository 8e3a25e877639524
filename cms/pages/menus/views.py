"""The screen "Menu và liên kết": order and show sections, keep a few links. One form, usable without a script."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.pages.permissions import may_lead
from tenants.hosts import base_url

from .actions import arrange
from .arrangement import arranged, links_of
from .forms import blank, formset, rows_of
from .models import MOST_LINKS

TITLE = gettext_lazy("Menu và liên kết")
STEPS = {"up": -1, "down": 1}


class MenuView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/admin/menus.html"
    page_title = TITLE
    header_icon = "list-ul"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_lead(request):
            raise PermissionDenied
        self.groups = arranged(request.acting_portal)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request, *args, **kwargs):
        links = links_of(request.acting_portal)
        rows = [{"label": link.label_vi, "label_en": link.label_en or "", "url": link.url} for link in links]
        return self._shown(formset(rows or [blank()], posted=False))

    def post(self, request, *args, **kwargs):
        rows = rows_of(request.POST)
        self._take_order(request.POST)
        if "save" not in request.POST:
            self._change(rows, request.POST)
            return self._shown(formset(rows, posted=False), is_changed=True)
        links = formset(rows, posted=True)
        if not links.is_valid():
            messages.error(request, _("Chưa lưu được: xin sửa những ô có ghi lỗi ở phần liên kết."))
            return self._shown(links, is_changed=True)
        groups = [[(entry.code, entry.is_hidden) for entry in group.entries] for group in self.groups]
        arrange(request.acting_portal, groups=groups, links=links.links, by=request.user, now=timezone.now())
        seen = messages.button(f"{base_url(request.acting_portal.pk, request)}/", _("Xem cổng"))
        messages.success(request, _("Đã lưu menu và liên kết."), buttons=[seen])
        return redirect("menus:index")

    def _take_order(self, post):
        """The order and the marks of the post; a section that it does not name keeps its place at the end."""
        order = {code: place for place, code in enumerate(post.getlist("section"))}
        shown = set(post.getlist("show"))
        for group in self.groups:
            group.entries.sort(key=lambda entry: order.get(entry.code, len(order)))
            for entry in group.entries:
                if entry.code in order:
                    entry.is_hidden = entry.can_be_hidden and entry.code not in shown

    def _change(self, rows, post):
        """Carry out the one button that was pressed: nothing is kept before "Lưu"."""
        if "add" in post and len(rows) < MOST_LINKS:
            rows.append(blank())
        what, _colon, step = post.get("move", "").rpartition(":")
        for group in self.groups:
            _swap(group.entries, next((n for n, e in enumerate(group.entries) if e.code == what), None), step)
        number, _colon, step = post.get("link", "").rpartition(":")
        if number.isdecimal() and int(number) < len(rows):
            if step == "remove":
                del rows[int(number)]
            else:
                _swap(rows, int(number), step)

    def _shown(self, links, *, is_changed=False):
        context = self.get_context_data(
            groups=self.groups, links=links, is_changed=is_changed, most=MOST_LINKS, may_add=len(links) < MOST_LINKS
        )
        return self.render_to_response(context)


def _swap(things, place, step):
    """Move one of a list a step up or down; at the end of the list nothing happens."""
    if place is None or step not in STEPS:
        return
    other = place + STEPS[step]
    if 0 <= other < len(things):
        things[place], things[other] = things[other], things[place]
