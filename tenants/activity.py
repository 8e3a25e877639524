"""When something last happened on a portal. Apps above say in `ready()` what else counts as something."""

from django.db.models import Max

from .permissions import live_memberships

# Each source is called as source(portal primary keys) and returns {portal primary key: aware datetime}.
ACTIVITY_SOURCES = []


def last_log_ins(portal_ids):
    """The last time anybody who works for the portal logged in."""
    people = live_memberships().filter(portal__in=portal_ids, user__last_login__isnull=False)
    return dict(people.values_list("portal").annotate(Max("user__last_login")))


def last_activity(portal_ids):
    """{portal primary key: the newest moment any source knows}; a portal without any is left out."""
    newest = {}
    for source in (last_log_ins, *ACTIVITY_SOURCES):
        for portal_id, moment in source(portal_ids).items():
            newest[portal_id] = max(moment, newest.get(portal_id, moment))
    return newest
