"""What changes on a portal as a whole: the hosts it answers to and its state of life."""

from django.utils.translation import gettext as _

from tenants.hosts import forget_host
from tenants.models import Portal, PortalEvent, PortalHost, State
from tenants.provisioning import Refused
from tenants.signals import portal_state_changed
from tenants.verbs import record, verb

Kind = PortalEvent.Kind


@verb
def set_hosts(portal, *, primary, aliases=(), now, by=None):
    """Let a portal answer to these host names (as `hosts.clean_host` gives them) and to no other.

    Raises Refused if one of them is another portal's.
    """
    portal = Portal.objects.select_for_update(of=("self",)).select_related("site").get(pk=portal.pk)
    after = [primary, *sorted(aliases)]
    if taken := PortalHost.objects.filter(host__in=after).exclude(portal=portal).first():
        raise Refused(_("Tên miền “%(host)s” đã thuộc một cổng khác.") % {"host": taken.host})
    before = [row.host for row in sorted(portal.hosts.all(), key=lambda row: (not row.is_primary, row.host))]
    if before == after:
        return
    portal.hosts.exclude(host__in=after).delete()
    portal.hosts.update(is_primary=False)
    for host in after:
        PortalHost.objects.update_or_create(host=host, defaults={"portal": portal, "is_primary": host == primary})
    portal.site.hostname = primary
    portal.site.save()
    forget_host(portal.pk)
    record(portal, Kind.HOSTS, now=now, by=by, data={"before": before, "after": after})


@verb
def change_state(portal, *, state, now, by=None, note=""):
    """Move a portal to another lifecycle state (`State`); the same state again changes nothing.

    Raises Refused if a person does it and gives no note: the basis or the reason.
    """
    portal = type(portal).objects.select_for_update().get(pk=portal.pk)
    before, after = portal.state, State(state)
    if before == after:
        return portal
    if by is not None and not note.strip():
        raise Refused(_("Cần ghi căn cứ hoặc lý do."))
    portal.state = after
    portal.save(update_fields=["state"])
    record(portal, Kind.STATE, now=now, by=by, note=note, data={"before": before, "after": str(after)})
    portal_state_changed.send(sender=type(portal), portal=portal, before=before, after=str(after))
    return portal
