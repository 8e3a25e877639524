"""Secrets of second factors lie encrypted in the database; the key comes from SECRET_KEY."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def encrypt(text):
    return _box().encrypt(text.encode()).decode()


def decrypt(encrypted):
    return _box().decrypt(encrypted.encode()).decode()


def _box():
    """The newest key writes; the older ones in SECRET_KEY_FALLBACKS still read."""
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret):
    return base64.urlsafe_b64encode(hashlib.sha256(f"tenants.login.factor:{secret}".encode()).digest())
