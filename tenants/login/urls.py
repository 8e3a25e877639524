"""The screens of logging in, below /admin/. They stand before Wagtail's own and so replace those at the same address.

Only what is named here exists of the library: no sign-up, no other accounts, no change of address.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from . import views


def titled(view, title):
    return view.as_view(extra_context={"title": title})


entrance = [
    path("login/", views.LoginView.as_view(), name="account_login"),
    path("login/code/", titled(views.AuthenticateView, _("Xác thực hai lớp")), name="mfa_authenticate"),
    path("logout/", views.LogoutView.as_view(), name="account_logout"),
    path("password_reset/", titled(account.PasswordResetView, _("Quên mật khẩu")), name="account_reset_password"),
    path(
        "password_reset/done/",
        titled(account.PasswordResetDoneView, _("Xem thư của bạn")),
        name="account_reset_password_done",
    ),
    path(
        "password_reset/confirm/<str:uidb36>/<str:key>/",
        titled(views.ChoosePasswordView, _("Đặt mật khẩu")),
        name="account_reset_password_from_key",
    ),
    path(
        "password_reset/complete/",
        titled(account.PasswordResetFromKeyDoneView, _("Đã đặt mật khẩu")),
        name="account_reset_password_from_key_done",
    ),
]

security = [
    path("", titled(views.SecurityView, _("Bảo mật tài khoản")), name="mfa_index"),
    path("password/", titled(views.ChangePasswordView, _("Đổi mật khẩu")), name="account_change_password"),
    path("confirm/", titled(account.ReauthenticateView, _("Xác nhận là bạn")), name="account_reauthenticate"),
    path("confirm/code/", titled(factor.ReauthenticateView, _("Xác nhận là bạn")), name="mfa_reauthenticate"),
    path(
        "confirm/passkey/",
        titled(passkeys.ReauthenticateWebAuthnView, _("Xác nhận là bạn")),
        name="mfa_reauthenticate_webauthn",
    ),
    path("app/", titled(totp.ActivateTOTPView, _("Thiết lập ứng dụng xác thực")), name="mfa_activate_totp"),
    path("app/remove/", titled(totp.DeactivateTOTPView, _("Gỡ ứng dụng xác thực")), name="mfa_deactivate_totp"),
    path("passkeys/", titled(passkeys.ListWebAuthnView, _("Khóa truy cập")), name="mfa_list_webauthn"),
    path("passkeys/add/", titled(passkeys.AddWebAuthnView, _("Thêm khóa truy cập")), name="mfa_add_webauthn"),
    path(
        "passkeys/<int:pk>/edit/",
        titled(passkeys.EditWebAuthnView, _("Đổi tên khóa truy cập")),
        name="mfa_edit_webauthn",
    ),
    path(
        "passkeys/<int:pk>/remove/",
        titled(passkeys.RemoveWebAuthnView, _("Gỡ khóa truy cập")),
        name="mfa_remove_webauthn",
    ),
    path("codes/", titled(codes.ViewRecoveryCodesView, _("Mã dự phòng")), name="mfa_view_recovery_codes"),
    path(
        "codes/new/", titled(codes.GenerateRecoveryCodesView, _("Tạo mã dự phòng")), name="mfa_generate_recovery_codes"
    ),
    path("codes/download/", codes.DownloadRecoveryCodesView.as_view(), name="mfa_download_recovery_codes"),
    path("sessions/", titled(views.SessionsView, _("Phiên đăng nhập")), name="usersessions_list"),
    path("sessions/<int:pk>/end/", views.EndSessionView.as_view(), name="end_session"),
]


def _below(prefix, patterns):
    return [path(f"{prefix}{p.pattern}", p.callback, name=p.name) for p in patterns]


urlpatterns = decorate_urlpatterns(
    [*entrance, *_below("security/", decorate_urlpatterns(security, require_admin_access))], never_cache
)
