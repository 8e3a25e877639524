"""The library's forms with our labels."""

from contextlib import contextmanager

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp.forms import ActivateTOTPForm as LibraryTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.scoping import platform_scope

from .admission import admits, memberships_of, turned_away
from .journal import note
from .policy import login_policy
from .tasks import send_password_link
from .words import TOO_MANY_CODES

EMAIL, PASSWORD, CODE = _("Thư điện tử"), _("Mật khẩu"), _("Mã xác thực")
NEW, AGAIN = _("Mật khẩu mới"), _("Nhập lại mật khẩu mới")


class Labelled:
    """Mixin: gives fields our labels and takes away what the library hints at in English."""

    labels = {}
    mismatch = _("Hai lần nhập mật khẩu không giống nhau.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
            if name in ("password", "oldpassword"):
                self.fields[name].help_text = ""

    def add_error(self, field, error):
        said_by_library = field == "password2" and not isinstance(error, ValidationError)
        super().add_error(field, self.mismatch if said_by_library else error)
        if field:
            self._point_to_error(self[field])

    def _point_to_error(self, bound):
        """Who cannot see the field hears its error with it; Wagtail names the hint alone."""
        hint = [f"{bound.auto_id}-helptext"] if bound.help_text else []
        bound.field.widget.attrs["aria-describedby"] = " ".join([*hint, f"{bound.auto_id}_error"])


class LoginForm(Labelled, account.LoginForm):
    labels = {"login": EMAIL, "password": PASSWORD}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autofocus": True}

    def clean(self):
        """Only who gave the right password learns on which host it is good."""
        cleaned = super().clean()
        if self.user:
            memberships = memberships_of(self.user)
            if not admits(self.request.portal, user=self.user, memberships=memberships):
                note("login.wrong_host", self.request, refused=True)
                raise ValidationError(turned_away(memberships, request=self.request))
        return cleaned

    def login(self, request, redirect_url=None):
        response = super().login(request, redirect_url)
        request.session.set_expiry(login_policy().session_hours * 3600)
        return response


class ResetPasswordForm(Labelled, forms.Form):
    """Says the same to everybody; whether a letter goes out is decided in the background."""

    labels = {"email": EMAIL}
    email = forms.EmailField(max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"}))

    def save(self, request, **kwargs):
        email = self.cleaned_data["email"].lower()
        port = request.get_host().partition(":")[2]
        send_password_link.enqueue(email, request.portal.pk, [request.scheme, port])
        note("login.reset_asked", request)
        return email


class ResetPasswordKeyForm(Labelled, account.ResetPasswordKeyForm):
    labels = {"password1": NEW, "password2": AGAIN}

    def save(self):
        """The first password is what makes an account live."""
        if not self.user.has_usable_password():
            self.user.activated_at = timezone.now()
        with platform_scope():  # nobody is logged in yet
            super().save()


class ChangePasswordForm(Labelled, account.ChangePasswordForm):
    labels = {"oldpassword": _("Mật khẩu hiện tại"), "password1": NEW, "password2": AGAIN}


class ReauthenticateForm(Labelled, account.ReauthenticateForm):
    labels = {"password": PASSWORD}


@contextmanager
def said_of_codes():
    """Whose second factor was wrong too often is not told to set another password: theirs was right."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError(TOO_MANY_CODES) if error.code == "too_many_login_attempts" else error from None


class CodeForm(Labelled):
    labels = {"code": CODE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}

    def clean_code(self):
        with said_of_codes():
            return super().clean_code()


class AuthenticateForm(CodeForm, factor.AuthenticateForm):
    labels = {"code": _("Mã xác thực hoặc mã dự phòng")}

    def clean_code(self):
        with platform_scope():  # nobody is logged in yet; a recovery code is used up
            return super().clean_code()

    def save(self):
        with platform_scope():
            super().save()


class AuthenticatePasskeyForm(webauthn.AuthenticateWebAuthnForm):
    def clean_credential(self):
        with said_of_codes():
            return super().clean_credential()

    def save(self):
        with platform_scope():
            super().save()


class ReauthenticateCodeForm(CodeForm, factor.ReauthenticateForm):
    labels = {"code": _("Mã xác thực hoặc mã dự phòng")}


class ActivateTOTPForm(CodeForm, LibraryTOTPForm):
    pass


class AddPasskeyForm(Labelled, webauthn.AddWebAuthnForm):
    labels = {"name": _("Tên khóa")}


class EditPasskeyForm(Labelled, webauthn.EditWebAuthnForm):
    labels = {"name": _("Tên khóa")}
