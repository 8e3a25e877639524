"""What the province's screens share: whose units one may see, and the files of what they show."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.questions.province.files import as_file
from cms.questions.province.left_out import kinds_left_out, left_out_waiting
from cms.questions.province.permissions import may_oversee, may_watch, overseen_portals
from tenants.alphabet import in_alphabet
from tenants.models import Group

TITLE = gettext_lazy("Theo dõi Hỏi - Đáp")
ICON = "view"
FILES = ("csv", "xlsx")
MOST = 60  # characters of a filter that are looked at


class ProvinceView(WagtailAdminTemplateMixin, TemplateView):
    """`file_rows()` gives what a file of the screen holds; `?xuat=csv` or `xlsx` asks for it."""

    page_title = TITLE
    header_icon = ICON
    tab = ""
    file_name = ""
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_watch(request.user):
            raise PermissionDenied
        self.today = timezone.localdate()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        kind = request.GET.get("xuat")
        rows = self.file_rows() if kind in FILES and not self.unknown else None
        if rows is not None:
            name = f"{self.file_name}-{self.today:%Y-%m-%d}"
            return as_file(rows, kind=kind, name=name, notes=self.file_notes())
        return super().get(request, *args, **kwargs)

    def file_rows(self):
        """Lists of cells, heading first; None if there is nothing to give."""

    def file_notes(self):
        """{what: text} that a file says of itself."""
        left_out = kinds_left_out()
        return {_("Không gồm"): left_out} if left_out else {}

    def left_out(self):
        """What the screen says that it does not show."""
        return left_out_waiting(self.portals)

    @cached_property
    def unknown(self):
        """What the address asks for and nobody knows, as it stands there: [(name of a filter, value)].

        Such a filter narrows nothing; the screen says so, and no file is made of what was not asked for.
        """
        return [(label, given) for label, given, understood in self.filters() if given and not understood]

    def filters(self):
        """(its name on the screen, what the address says, what that was taken for) of each filter."""
        return [(_("Khối"), self._given("khoi"), self.group)]

    def _given(self, name):
        return self.request.GET.get(name, "")[:MOST]

    @cached_property
    def group(self):
        wanted = self._given("khoi")
        return wanted if wanted in Group.values else ""

    @cached_property
    def portals(self):
        """The units that this person oversees, of the group chosen, in the order of the alphabet."""
        portals = overseen_portals(self.request.user).placed()
        found = portals.filter(group=self.group) if self.group else portals
        return sorted(found, key=lambda portal: in_alphabet(portal.placed_name))

    @cached_property
    def may_read(self):
        """May this person open cases, or only know that there are some?"""
        return may_oversee(self.request.user)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        exports = {kind: self._address(xuat=kind) for kind in FILES}
        groups = [{"code": "", "label": _("Tất cả các khối")}]
        groups += [{"code": code, "label": label} for code, label in Group.choices]
        common = {"tab": self.tab, "exports": exports, "groups": groups, "group": self.group, "today": self.today}
        said = {"left_out": self.left_out(), "unknown": self.unknown}
        return super().get_context_data(**common, **said, may_read=self.may_read, **kwargs)

    def _address(self, **values):
        query = self.request.GET.copy()
        for name, value in values.items():
            query[name] = value
        return f"?{query.urlencode()}"
