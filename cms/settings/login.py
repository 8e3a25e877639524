"""Logging in: the library's settings and ours (docs/features/login.md)."""

from .environment import env

LOGIN_URL = LOGOUT_REDIRECT_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SESSION_ENGINE = "tenants.login.session_store"
AUTHENTICATION_BACKENDS = ["tenants.acting_rights.ActingBackend"]  # allauth's, with rights by the portal acted for
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)  # whose X-Forwarded-For is believed
ACCOUNT_ADAPTER = "tenants.login.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; the log-in form follows this list
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever invites vouches for the address; only its reader gets in
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",  # an office shares one address, and a province may share a few
    "login_failed": "50/15m/ip,5/15m/key",
    "reset_password": "20/15m/ip,3/15m/key",
}
ACCOUNT_FORMS = {
    "login": "tenants.login.forms.LoginForm",
    "reset_password": "tenants.login.forms.ResetPasswordForm",
    "reset_password_from_key": "tenants.login.forms.ResetPasswordKeyForm",
    "change_password": "tenants.login.forms.ChangePasswordForm",
    "reauthenticate": "tenants.login.forms.ReauthenticateForm",
}
MFA_ADAPTER = "tenants.login.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # clocks of telephones are half a minute off
MFA_FORMS = {
    "authenticate": "tenants.login.forms.AuthenticateForm",
    "authenticate_webauthn": "tenants.login.forms.AuthenticatePasskeyForm",
    "reauthenticate": "tenants.login.forms.ReauthenticateCodeForm",
    "activate_totp": "tenants.login.forms.ActivateTOTPForm",
    "add_webauthn": "tenants.login.forms.AddPasskeyForm",
    "edit_webauthn": "tenants.login.forms.EditPasskeyForm",
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "tenants.login.passwords.OwnNameValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "tenants.login.passwords.CommonHereValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
