"""The province's rules of logging in, read at each request from the cache; other processes follow in a minute."""

from django.core.cache import cache

from tenants.models import LoginPolicy

KEY, SECONDS = "login-policy", 60


def login_policy():
    """The LoginPolicy in force; the defaults before the province has set one."""
    return cache.get_or_set(KEY, lambda: LoginPolicy.objects.first() or LoginPolicy(), SECONDS)


def forget_policy():
    cache.delete(KEY)
