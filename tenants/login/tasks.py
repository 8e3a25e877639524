"""The letter for a forgotten password is written in the background: an unknown address is answered as fast."""

from django.utils import timezone
from django_tasks import task

from tenants.hosts import base_url
from tenants.invitations import validity_days
from tenants.models import Portal, User
from tenants.scoping import platform_scope

from .admission import admits, memberships_of
from .idleness import is_idle
from .letters import send_letter
from .links import password_path
from .policy import login_policy


@task()
def send_password_link(email, portal_pk, scheme_and_port):
    """Write to whoever has this address and may log in. `scheme_and_port` as in ["http", "8000"]."""
    with platform_scope():
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None or not user.has_usable_password():
            return
        memberships = memberships_of(user)
        portal = _door(user, memberships, asked=Portal.objects.get(pk=portal_pk))
        if portal is None:
            return
        idle = is_idle(user, now=timezone.now(), policy=login_policy())
        link = _address(portal, scheme_and_port) + password_path(user)
        send_letter(user, name="password_link", link=link, portal=portal, is_idle=idle, days=validity_days())


def _door(user, memberships, *, asked):
    """The portal asked at where the person may log in there, else their first; None for somebody without any."""
    if admits(asked, user=user, memberships=memberships):
        return asked
    return memberships[0].portal if memberships else None


def _address(portal, scheme_and_port):
    """Never from what the request called itself, but from the portal's own host name."""
    scheme, port = scheme_and_port
    host = base_url(portal.pk).partition("://")[2].partition(":")[0]
    return f"{scheme}://{host}:{port}" if port else f"{scheme}://{host}"
