"""Nhật ký: the log on a screen and as a file."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from tenants.queries import plain
from tenants.spreadsheets import BYTE_ORDER_MARK

from .filters import DONE, OUTCOMES, REFUSED, AuditFilterSet
from .permissions import entries_readable, may_open, may_read_all_entries, may_read_entries, people_known
from .proving import tell_addresses
from .queries import revision_url, still_there
from .sentences import kind_of, second_in_words, what, who

TITLE = gettext_lazy("Nhật ký")
COUNTED = 5_000  # rows that are counted and paged through; what is older is found by the filters
WIDTHS = {"moment": 20, "who": 36, "what": 48, "title": 48, "outcome": 14, "path": 36}  # characters; others 24
FORMULA = ("=", "+", "-", "@", "\t")


class BoundedPaginator(WagtailPaginator):
    """Counts no further than COUNTED: counting a million rows takes longer than showing fifty."""

    @cached_property
    def count(self):
        return self.object_list.values("pk")[:COUNTED].count()

    @property
    def items_count_label(self):
        return _("Hơn %(count)s mục") % {"count": COUNTED} if self.count == COUNTED else super().items_count_label


class Streamed:
    """A queryset read in pieces: a file of all entries must not stand in memory."""

    def __init__(self, queryset):
        self.queryset, self.model = queryset, queryset.model

    def __iter__(self):
        return self.queryset.iterator(chunk_size=2_000)


class ObjectColumn(Column):
    """The title as it was then; links to the object and to its state at that time where they can be opened."""

    cell_template_name = "tenants/admin/audit_object.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "entry": instance, "kind": kind_of(instance)}


def _portal(entry):
    return entry.portal.display_name if entry.portal_id else _("Toàn hệ thống")


def _moment(entry):
    return timezone.localtime(entry.happened_at).replace(tzinfo=None, microsecond=0)


def _outcome(entry):
    return OUTCOMES[REFUSED if entry.refused else DONE]


class AuditView(SpreadsheetExportMixin, BaseListingView):
    page_title = TITLE
    header_icon = "history"
    index_url_name = "audit:index"
    index_results_url_name = "audit:results"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    is_searchable = True
    filterset_class = AuditFilterSet
    paginator_class = BoundedPaginator
    paginate_by = 50
    default_ordering = ("-happened_at", "-pk")
    no_results_message = gettext_lazy("Không có mục nào khớp.")
    list_export = ["moment", "portal", "who", "what", "kind", "title", "outcome", "email", "address"]
    export_headings = {
        "moment": gettext_lazy("Lúc"),
        "portal": gettext_lazy("Cổng"),
        "who": gettext_lazy("Ai"),
        "what": gettext_lazy("Việc"),
        "kind": gettext_lazy("Loại đối tượng"),
        "title": gettext_lazy("Đối tượng"),
        "outcome": gettext_lazy("Kết quả"),
        "email": gettext_lazy("Thư điện tử"),
        "address": gettext_lazy("Địa chỉ mạng"),
        "path": gettext_lazy("Đường dẫn"),
    }

    def dispatch(self, request, *args, **kwargs):
        if not may_read_entries(request):
            raise PermissionDenied
        self.sees_all = may_read_all_entries(request)
        if self.sees_all:
            self.list_export = [*self.list_export, "path"]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        if self.is_export:
            entries = self.get_queryset().select_related("portal", "actor")
            return self.as_spreadsheet(Streamed(entries), request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self):
        return entries_readable(self.request).select_related("portal")

    def search_queryset(self, queryset):
        """All words that were typed, in any order."""
        for word in plain(self.search_query).split() if self.is_searching else ():
            queryset = queryset.filter(search_words__contains=word)
        return queryset

    @cached_property
    def columns(self):
        portal = [Column("portal", label=gettext_lazy("Cổng"), accessor=_portal)] if self.sees_all else []
        return [
            Column("happened_at", label=gettext_lazy("Lúc"), accessor=lambda row: second_in_words(row.happened_at)),
            *portal,
            Column("who", label=gettext_lazy("Ai"), accessor=who),
            Column("what", label=gettext_lazy("Việc"), accessor=what, classname="cong-stacked"),
            ObjectColumn("target_title", label=gettext_lazy("Đối tượng")),
            StatusTagColumn(
                "outcome",
                label=gettext_lazy("Kết quả"),
                accessor=_outcome,
                primary=lambda row: not row.refused,
            ),
        ]

    def get_table(self, object_list):
        """Whether an object can still be opened is asked once for all rows of the page."""
        reachable = [row for row in object_list if may_open(self.request, row)]
        there = still_there(reachable, user=self.request.user)
        for row in object_list:
            row.url = reverse("audit:object", args=[row.pk]) if row.pk in there else None
            row.revision_url = revision_url(row) if row.pk in there else None
        tell_addresses(object_list, request=self.request)
        return super().get_table(object_list)

    def get_filename(self):
        return f"nhat-ky-{timezone.localdate():%Y-%m-%d}"

    def stream_csv(self, queryset):
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)

    def write_xlsx(self, queryset, output):
        """As Wagtail does, with columns wide enough to read, the heading always in sight and filter buttons."""
        workbook = Workbook(write_only=True, iso_dates=True)
        sheet = workbook.create_sheet(title=str(TITLE))
        sheet.freeze_panes = "A2"
        for number, name in enumerate(self.list_export, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 24)
        sheet.append(self.get_heading(queryset, name) for name in self.list_export)
        lines = 1
        for item in queryset:
            lines += 1
            sheet.append(self.generate_xlsx_row(sheet, self.to_row_dict(item), date_format="dd/mm/yyyy hh:mm:ss"))
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(self.list_export))}{lines}"
        workbook.save(output)

    @cached_property
    def known(self):
        return people_known(self.request)

    def knows(self, person):
        return self.known is None or person in self.known

    def to_row_dict(self, item):
        values = {
            "moment": _moment(item),
            "portal": _portal(item),
            "who": who(item),
            "what": what(item),
            "kind": kind_of(item),
            "title": item.target_title,
            "outcome": str(_outcome(item)),
            "email": item.actor.email if item.actor and self.knows(item.actor_id) else "",
            "address": item.remote_address or "",
            "path": item.path,
        }
        return {name: _no_formula(values[name]) for name in self.list_export}


def _no_formula(value):
    """A title that a spreadsheet would compute is marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
