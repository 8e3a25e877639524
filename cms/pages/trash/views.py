"""The screen "Thùng rác": what was deleted, until when it is kept, and a button that brings it back."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.pages.models import PortalDocument, PortalImage, PortalPage
from cms.pages.permissions import may_write
from cms.pages.sections import find_section

from .models import KEPT_DAYS, DeletedPage
from .queries import days_left, kept_pages
from .restoring import restore

PER_PAGE = 50
TITLE = gettext_lazy("Thùng rác")


class TrashView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/admin/trash.html"
    page_title = TITLE
    header_icon = "bin"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_write(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        page = Paginator(kept_pages(self.request.acting_portal), PER_PAGE).get_page(self.request.GET.get("p"))
        today = timezone.localdate()
        rows = [_row(deleted, today) for deleted in page]
        return super().get_context_data(rows=rows, page_obj=page, kept_days=KEPT_DAYS, **kwargs)


def _row(deleted, today):
    section = find_section(deleted.section)
    return {
        "deleted": deleted,
        "kind": apps.get_model(deleted.page_type)._meta.verbose_name,
        "section": _title(section) if section else "",
        "below": deleted.pages - 1,
        "days": max(days_left(deleted, today=today), 0),
    }


def _title(section):
    return section.title_en if get_language() == "en" else section.title_vi


@require_POST
def restore_page(request, deleted_page_id):
    """Bring one back as a draft. Who taps twice, or too late, is told that it is there no more."""
    if not may_write(request):
        raise PermissionDenied
    try:
        restored = restore(deleted_page_id, portal=request.acting_portal, by=request.user, now=timezone.now())
    except DeletedPage.DoesNotExist:
        messages.warning(request, _("Trang này không còn trong thùng rác: đã được khôi phục, hoặc đã hết hạn giữ."))
        return redirect("trash:index")
    open_page = messages.button(
        reverse("wagtailadmin_pages:edit", args=[restored.page.pk]), _("Mở trang để gửi duyệt lại")
    )
    messages.success(request, _sentence(restored), buttons=[open_page])
    return redirect("trash:index")


def _sentence(restored):
    words = [_("Đã khôi phục “%(title)s” thành bản nháp, chưa đăng.") % {"title": restored.page.draft_title}]
    if restored.is_elsewhere:
        parent = restored.page.get_parent().title
        words.append(_("Chỗ cũ không còn, trang nằm trong “%(parent)s”.") % {"parent": parent})
    if restored.lost:
        words.append(_("Để trống những gì đã bị xóa trong lúc đó: %(things)s.") % {"things": _things(restored.lost)})
    return " ".join(words)


def _things(lost):
    """ "2 ảnh, 1 tệp" """
    counted = [
        (PortalImage, lambda number: ngettext("%(number)d ảnh", "%(number)d ảnh", number)),
        (PortalDocument, lambda number: ngettext("%(number)d tệp", "%(number)d tệp", number)),
        (PortalPage, lambda number: ngettext("%(number)d trang", "%(number)d trang", number)),
    ]
    return ", ".join(words(lost[kind]) % {"number": lost[kind]} for kind, words in counted if kind in lost)
