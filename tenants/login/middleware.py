"""Asks at each request to the admin what log-in asked once: the right host, and a second factor where one is due."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseForbidden
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants import tabs
from tenants.acting import standing
from tenants.middleware import ADMIN_PREFIX

from .admission import admits, turned_away
from .admitted import has_run_out
from .factor import due
from .policy import login_policy

OPEN_PATHS = ("security/", "login/", "logout/", "password_reset/", "sprite/", "jsi18n/")


class LoginMiddleware:
    """`request.factor_due` is the moment from which a second factor is compulsory, None where none is missing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.factor_due = None
        if not request.path_info.startswith(ADMIN_PREFIX) or not request.user.is_authenticated:
            return self.get_response(request)
        return self._refusal(request, now=timezone.now()) or self.get_response(request)

    def _refusal(self, request, *, now):
        policy, held = login_policy(), standing(request)
        if reason := self._ended(request, held, now=now):
            return self._end(request, reason)
        request.factor_due = due(request.user, held, policy=policy)
        if request.factor_due is None or now < request.factor_due or _is_open(request):
            return None
        return self._set_up_first(request)

    def _ended(self, request, held, *, now):
        """Why this session is over, or None."""
        rows = held.memberships
        if has_run_out(request, now=now):
            return _("Phiên đăng nhập đã hết giờ. Hãy đăng nhập lại.")
        if admits(request.portal, user=request.user, memberships=rows):
            return None
        return turned_away(rows, request=request)

    def _end(self, request, reason):
        logout(request)
        messages.error(request, reason)
        return (
            tabs.signed_out(request)
            or _forbidden(request)
            or redirect_to_login(request.get_full_path(), reverse("account_login"))
        )

    def _set_up_first(self, request):
        if answer := _forbidden(request):
            return answer
        messages.warning(request, _("Vai trò của bạn phải xác thực hai lớp. Hãy thiết lập để tiếp tục."))
        return redirect("mfa_index")


def _is_open(request):
    """What somebody needs to set a factor up, or to leave."""
    return request.path_info.startswith(tuple(ADMIN_PREFIX + path for path in OPEN_PATHS))


def _forbidden(request):
    """A script is not sent to a page that it cannot show."""
    return HttpResponseForbidden() if request.headers.get("x-requested-with") == "XMLHttpRequest" else None
