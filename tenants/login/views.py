"""The library's screens as far as we change them."""

from urllib.parse import urlsplit

from allauth.account import views as account
from allauth.account.internal.stagekit import clear_login, get_pending_stage
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base import views as factor
from allauth.mfa.models import Authenticator
from allauth.usersessions.internal import flows
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from tenants.middleware import ADMIN_PREFIX
from tenants.models import Role

from .admission import memberships_of
from .factor import factors_of
from .journal import note
from .links import begin_setting
from .sessions import device_name, end_other_sessions, list_own
from .words import CODES_LEFT, FACTOR_GONE, LOST, LOST_TO_ANOTHER, LOST_TO_PROVINCE, NO_ENTRY


class LoginView(account.LoginView):
    def dispatch(self, request, *args, **kwargs):
        """Somebody who is logged in but has no way into the admin would be sent to and fro."""
        if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            logout(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Whoever asked for a restricted page of the portal is told why they stand here."""
        asked = get_next_redirect_url(self.request)
        is_page = bool(asked) and not urlsplit(asked).path.startswith(ADMIN_PREFIX)
        return {**super().get_context_data(**kwargs), "is_page_asked": is_page}


class LogoutView(account.LogoutView):
    http_method_names = ["post", "options"]


class ChangePasswordView(account.PasswordChangeView):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_usable_password():
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class ChoosePasswordView(account.PasswordResetFromKeyView):
    """Behind the link of a letter: for the first password and for a forgotten one."""

    def form_valid(self, form):
        begin_setting(self.request, self.reset_user)
        return super().form_valid(form)


class SecurityView(factor.IndexView):
    """Bảo mật tài khoản: everything about one's own log-in, with the way to each screen."""

    template_name = "mfa/index.html"

    def get_context_data(self, **kwargs):
        user, due = self.request.user, self.request.factor_due
        context = super().get_context_data(**kwargs)
        codes = context["authenticators"].get("recovery_codes")
        return {
            **context,
            "has_factor": factors_of(user).exists(),
            "factor_due": due,
            "factor_over": due is not None and due <= timezone.now(),
            "codes_left": len(codes.get_unused_codes()) if codes else 0,
            "session_count": UserSession.objects.filter(user=user).count(),
        }


class SessionsView(ListUserSessionsView):
    def get_context_data(self, **kwargs):
        list_own(self.request)
        context = super().get_context_data(**kwargs)
        newest_first = sorted(context["sessions"], key=lambda session: session.created_at, reverse=True)
        context["sessions"] = [(session, device_name(session.user_agent)) for session in newest_first]
        return context

    def form_valid(self, form):
        note("login.ended", self.request, sessions="others")
        end_other_sessions(self.request)
        return super().form_valid(form)


class EndSessionView(View):
    """End one of one's own sessions."""

    http_method_names = ["post", "options"]

    def post(self, request, pk):
        session = get_object_or_404(UserSession, pk=pk, user=request.user)
        note("login.ended", request, sessions="one")
        flows.sessions.end_sessions(request, [session])
        messages.success(request, _("Đã kết thúc phiên đăng nhập."))
        return redirect("usersessions_list")


class AuthenticateView(factor.AuthenticateView):
    """Offers passkeys only to whoever has one; whose factor or account is gone meanwhile begins anew."""

    def dispatch(self, request, *args, **kwargs):
        stage = get_pending_stage(request)
        if stage is None:
            return super().dispatch(request, *args, **kwargs)
        user = stage.login.user
        if user.is_active and factors_of(user).exists():
            return super().dispatch(request, *args, **kwargs)
        clear_login(request)
        messages.error(request, FACTOR_GONE if user.is_active else NO_ENTRY)
        return redirect("account_login")

    def form_valid(self, form):
        response = super().form_valid(form)
        used = getattr(form, "authenticator", None)
        if used and used.type == Authenticator.Type.RECOVERY_CODES:
            left = len(Authenticator.objects.get(pk=used.pk).wrap().get_unused_codes())
            messages.warning(self.request, CODES_LEFT % {"count": left})
        return response

    def get_context_data(self, **kwargs):
        user = self.stage.login.user
        keys = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
        return {**super().get_context_data(**kwargs), "has_passkey": keys.exists(), "lost": _way_back(user)}


def _way_back(user):
    """Whom to ask who has lost everything; who may reset whom is said in permissions.accounts_reset_by."""
    held = memberships_of(user)
    roles, portals = {row.role for row in held}, {row.portal_id for row in held}
    if user.is_superuser or Role.PROVINCE_ADMIN in roles:
        return LOST_TO_ANOTHER
    return LOST if len(portals) == 1 and roles <= {Role.EDITOR, Role.OFFICER} else LOST_TO_PROVINCE
