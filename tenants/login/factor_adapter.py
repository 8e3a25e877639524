"""How the library's second factors behave here: our words, sealed secrets, passkeys for all hosts of the domain."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _

from tenants.hosts import province_host

from .sealing import decrypt, encrypt
from .words import FACTOR_ERRORS


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, **FACTOR_ERRORS}

    def encrypt(self, text):
        return encrypt(text)

    def decrypt(self, encrypted_text):
        return decrypt(encrypted_text)

    def get_totp_issuer(self):
        """One name for the whole installation: the account is the same on every host."""
        return province_host() or self.request.get_host()

    def get_public_key_credential_rp_entity(self):
        host = self.request.get_host().partition(":")[0].rstrip(".").lower()
        return {"id": _relying_party(host), "name": str(settings.WAGTAIL_SITE_NAME)}

    def generate_authenticator_name(self, user, type):
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Khóa truy cập %(number)s") % {"number": number}


def _relying_party(host):
    """The common domain, so that one passkey opens every host below it; a host elsewhere has passkeys of its own.

    Browsers take no bare name like "localhost" for the hosts below it.
    """
    domain = settings.BASE_DOMAIN
    return domain if "." in domain and host.endswith(f".{domain}") else host
