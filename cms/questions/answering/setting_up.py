"""Screens "Cài đặt hỏi - đáp" of who leads the portal's people: accounts and titles. The rest is lists."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.pages.people.models import Person
from cms.questions.actions import NotDone
from cms.questions.models import AnswerTemplate, Delegation, OfficialTitle, SigningAccount
from cms.questions.permissions import may_pair, may_set_up

from .accounts import accounts_of, pair, part
from .room import RoomView
from .titles import choose_titles, titles_by_kind

TITLE = gettext_lazy("Cài đặt hỏi - đáp")
HOME = reverse_lazy("questions_answering:setup")


class SetUpView(RoomView):
    template_name = "questions/answering/setup.html"
    page_title = TITLE
    header_icon = "cogs"
    may_enter = staticmethod(may_set_up)

    def get_context_data(self, **kwargs):
        found = accounts_of(self.portal, day=self.today)
        context = {
            "accounts": found,
            "titles": titles_by_kind(self.portal),
            "delegations": Delegation.objects.filter(portal=self.portal).count(),
            "templates": AnswerTemplate.objects.filter(portal=self.portal).count(),
        }
        return super().get_context_data(**context, **kwargs)


class AccountsView(RoomView):
    """Pair and part: each row a form of its own. Posts name an account and a person, or a pairing. Who acts reads."""

    template_name = "questions/answering/accounts.html"
    page_title = gettext_lazy("Tài khoản ký")
    header_icon = "user"
    above = [(HOME, TITLE)]
    may_enter = staticmethod(may_set_up)

    def get_context_data(self, **kwargs):
        found = accounts_of(self.portal, day=self.today)
        return super().get_context_data(found=found, may_pair=may_pair(self.request), **kwargs)

    def post(self, request, *args, **kwargs):
        if not may_pair(request):
            raise PermissionDenied
        if "part" in request.POST:
            return self._part(request.POST["part"])
        return self._pair(request.POST.get("user", ""), request.POST.get("person", ""))

    def _pair(self, user, person):
        found = accounts_of(self.portal, day=self.today)
        account = next((one for one in found.unpaired if str(one.user.pk) == user), None)
        if account is None:
            raise Http404
        chosen = _one(Person.objects.filter(portal=self.portal), person)
        if chosen is None:
            messages.error(self.request, _("Hãy chọn ai trong danh bạ là chủ tài khoản %(user)s.") % _names(account))
            return redirect("questions_answering:accounts")
        try:
            pair(self.portal, user=account.user, person=chosen, by=self.request.user, now=timezone.now())
        except NotDone as refusal:
            messages.error(self.request, str(refusal))
        else:
            said = _("Đã ghép: tài khoản %(user)s là của %(person)s trong danh bạ.")
            messages.success(self.request, said % {**_names(account), "person": chosen.name})
        return redirect("questions_answering:accounts")

    def _part(self, key):
        row = _one(SigningAccount.objects.filter(portal=self.portal).select_related("user", "person"), key)
        if row is None:
            raise Http404
        said = _("Đã bỏ ghép: tài khoản %(user)s không ký được nữa.") % {"user": row.user}
        part(row, by=self.request.user, now=timezone.now())
        messages.success(self.request, said)
        return redirect("questions_answering:accounts")


class TitlesView(RoomView):
    """One form a kind: marks beside titles, and a button that goes back to the defaults."""

    template_name = "questions/answering/titles.html"
    page_title = gettext_lazy("Chức danh được ký")
    header_icon = "tick-inverse"
    above = [(HOME, TITLE)]
    may_enter = staticmethod(may_set_up)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            kinds=titles_by_kind(self.portal), group=self.portal.get_group_display(), **kwargs
        )

    def post(self, request, *args, **kwargs):
        found = {one.kind.code: one for one in titles_by_kind(self.portal)}.get(request.POST.get("kind", ""))
        if found is None:
            raise Http404
        keys = [key for key in request.POST.getlist("title") if key.isdecimal() and len(key) < 10]
        titles = [] if "default" in request.POST else list(OfficialTitle.objects.filter(pk__in=keys))
        if not titles and "default" not in request.POST:
            messages.error(request, _("Hãy chọn ít nhất một chức danh, hoặc bấm “Theo mặc định của cấp”."))
            return redirect("questions_answering:titles")
        choose_titles(self.portal, found.kind, titles, by=request.user, now=timezone.now())
        messages.success(request, _("Đã lưu chức danh được ký loại “%(kind)s”.") % {"kind": found.kind})
        return redirect(f"{reverse('questions_answering:titles')}#{found.kind.code}")


def _one(rows, key):
    return rows.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None


def _names(account):
    return {"user": account.user}
