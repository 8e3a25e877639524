"""The screen "Không phát sinh": what waits for a signature, a short form to propose, and what was declared."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.pages.sections import find_section
from tenants.hosts import base_url

from .actions import NotDeclared, propose, sign, withdraw
from .forms import ProposalForm
from .models import NilDeclaration
from .permissions import may_propose, may_sign, may_withdraw
from .queries import declarations_of, open_sections, waiting
from .signing import signature_of
from .standing import standing_of

PER_PAGE = 30
TITLE = gettext_lazy("Không phát sinh")


class NilView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/admin/nil.html"
    page_title = TITLE
    header_icon = "clipboard-list"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_propose(request):
            raise PermissionDenied
        self.today = timezone.localdate()
        self.sections = open_sections(request.acting_portal, day=self.today)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        portal = self.request.acting_portal
        page = Paginator(declarations_of(portal), PER_PAGE).get_page(self.request.GET.get("p"))
        form = kwargs.pop("form", None) or self._form()
        context = {
            "form": form,
            "media": form.media,
            "can_declare": any(one.can_declare for one in self.sections),
            "closed": [one for one in self.sections if one.is_filled],
            "waiting": self._rows(waiting(portal, day=self.today)),
            "rows": [row for row in self._rows(page) if not row.is_waiting],
            "page_obj": page,
            "may_sign": may_sign(self.request),
            "signature": self._signature(portal),
            "may_withdraw": may_withdraw(self.request),
        }
        return super().get_context_data(**context, **kwargs)

    def _signature(self, portal):
        return signature_of(self.request.user, portal, day=self.today) if may_sign(self.request) else None

    def _rows(self, declarations):
        filled = {one.code for one in self.sections if one.is_filled}
        return [standing_of(declaration, today=self.today, filled=filled) for declaration in declarations]

    def _form(self, data=None):
        wanted = self.request.GET.get("chuyen-muc", "")
        choices = [one for one in self.sections if one.can_declare]
        return ProposalForm(data, sections=choices, day=self.today, initial={"section": wanted})

    def post(self, request, *args, **kwargs):
        form = self._form(request.POST)
        if form.is_valid():
            try:
                return self._proposed(self._propose(form))
            except NotDeclared as refusal:
                form.add_error(None, str(refusal))
        messages.error(request, _("Chưa gửi được: xin xem lỗi bên dưới."))
        return self.render_to_response(self.get_context_data(form=form))

    def _propose(self, form):
        given, period = form.cleaned_data, form.chosen
        values = {"first": period.first, "last": period.last, "reason": given["reason"].strip()}
        return propose(
            self.request.acting_portal, given["section"], **values, by=self.request.user, now=timezone.now()
        )

    def _proposed(self, declaration):
        if "sign" in self.request.POST and may_sign(self.request):
            return _answer(self.request, sign, declaration.pk, _signed)
        messages.success(self.request, _("Đã gửi lãnh đạo ký: %(section)s.") % _named(declaration))
        return redirect("nil:index")


def _answer(request, verb, nil_id, say):
    """Do it and say so; another portal's number is a 404, what cannot be done is said."""
    try:
        declaration = verb(nil_id, portal=request.acting_portal, by=request.user, now=timezone.now())
    except NilDeclaration.DoesNotExist as error:
        raise Http404 from error
    except NotDeclared as refusal:
        messages.error(request, str(refusal))
    else:
        say(request, declaration)
    return redirect("nil:index")


@require_POST
def sign_declaration(request, nil_id):
    if not may_sign(request):
        raise PermissionDenied
    return _answer(request, sign, nil_id, _signed)


def _signed(request, declaration):
    address = f"{base_url(declaration.portal_id, request)}/{find_section(declaration.section).slug}/"
    seen = messages.button(address, _("Xem như người dân"))
    text = _("Đã ký khai báo: %(section)s. Người dân đọc được trong những ngày đã khai.") % _named(declaration)
    messages.success(request, text, buttons=[seen])


@require_POST
def withdraw_declaration(request, nil_id):
    if not may_withdraw(request):
        raise PermissionDenied
    return _answer(request, withdraw, nil_id, _withdrawn)


def _withdrawn(request, declaration):
    messages.success(request, _("Đã rút khai báo: %(section)s.") % _named(declaration))


def _named(declaration):
    return {"section": find_section(declaration.section).title}


def index_url():
    return reverse("nil:index")
