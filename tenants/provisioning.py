"""Brings portals into being from plain specifications: idempotent, one transaction a portal, logged.

Apps above add what a portal is born with (pages, settings) through PROVISIONING_STEPS, in `ready()`.
"""

from dataclasses import asdict, dataclass, fields
from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.models import Collection

from .hosts import default_hosts, forget_host
from .models import Portal, PortalEvent, PortalHost
from .places import check_place
from .refusals import Refused
from .signals import portal_state_changed
from .verbs import record, verb

# Each step is called as step(portal, created=bool, now=datetime) inside the portal's transaction.
PROVISIONING_STEPS = []

CREATED, CHANGED, UNCHANGED = "created", "changed", "unchanged"


@dataclass(frozen=True)
class PortalSpec:
    """What a portal shall be. `parent` is a slug or ""; an empty `name_en` or `opened_on` leaves what is there."""

    slug: str
    name: str
    level: str
    group: str
    parent: str = ""
    scale: str = "none"
    scored_by: str = "none"
    state: str = "building"
    name_en: str = ""
    opened_on: date | None = None


@verb
def provision(spec, *, now, by=None):
    """Make the portal what the specification says. Returns CREATED, CHANGED or UNCHANGED; raises Refused."""
    portal = Portal.objects.select_for_update().filter(slug=spec.slug).first()
    return _create(spec, now=now, by=by) if portal is None else _change(portal, _wanted(spec), now=now, by=by)


@verb
def foresee(spec):
    """What `provision` would answer, raising Refused as it does. Writes the bare portal: the caller takes it back."""
    portal = Portal.objects.filter(slug=spec.slug).first()
    if portal is not None:
        if not _apply(portal, _wanted(spec)):
            return UNCHANGED
        portal.save()
        return CHANGED
    portal = Portal(**_wanted(spec))
    _validate(portal)
    portal.save(force_insert=True)
    _add_hosts(portal)
    return CREATED


@verb
def describe(portal, *, now, by=None, **facts):
    """Change facts of a portal that exists, by field name; an empty value empties. Returns CHANGED or UNCHANGED."""
    if "parent" in facts:
        facts["parent_id"] = getattr(facts.pop("parent"), "pk", None)
    return _change(Portal.objects.select_for_update().get(pk=portal.pk), facts, now=now, by=by)


def _wanted(spec):
    values = {f.name: getattr(spec, f.name) for f in fields(spec) if f.name != "parent"}
    for optional in ("name_en", "opened_on"):
        if not values[optional]:
            del values[optional]
    return {**values, "parent_id": _parent_of(spec)}


def _parent_of(spec):
    if not spec.parent:
        return None
    parent = Portal.objects.filter(slug=spec.parent).only("pk").first()
    if parent is None:
        raise Refused(unknown_parent(spec.parent), field="parent")
    return parent.pk


def unknown_parent(slug):
    return _("Không có đơn vị quản lý “%(slug)s”.") % {"slug": slug}


def _create(spec, *, now, by):
    portal = Portal(**_wanted(spec))
    _validate(portal)
    portal.collection = _add_collection(portal)
    portal.save(force_insert=True)
    _add_hosts(portal)
    for step in PROVISIONING_STEPS:
        step(portal, created=True, now=now)
    record(portal, PortalEvent.Kind.CREATED, now=now, by=by, data={"spec": _plain(spec)})
    return CREATED


def _change(portal, wanted, *, now, by):
    before = _apply(portal, wanted)
    if not before:
        return UNCHANGED
    portal.save()
    for step in PROVISIONING_STEPS:
        step(portal, created=False, now=now)
    after = {name: wanted[name] for name in before}
    record(portal, PortalEvent.Kind.CHANGED, now=now, by=by, data={"before": _json(before), "after": _json(after)})
    if "state" in before:
        portal_state_changed.send(sender=Portal, portal=portal, before=before["state"], after=portal.state)
    return CHANGED


def _apply(portal, wanted):
    """Make the portal what is wanted, unsaved. Returns {what differed: its value before}; raises Refused."""
    before = {name: getattr(portal, name) for name, value in wanted.items() if getattr(portal, name) != value}
    for name in before:
        setattr(portal, name, wanted[name])
    if before:
        _validate(portal)
    return before


def _validate(portal):
    check_place(portal)
    try:
        portal.full_clean(exclude=["site", "collection"])
    except ValidationError as error:
        raise Refused("; ".join(_reasons(error.message_dict))) from error


def _reasons(errors):
    for name, texts in errors.items():
        reason = " ".join(texts)
        yield reason if name == NON_FIELD_ERRORS else f"{column_words(name)}: {reason}"


def column_words(name):
    """What a list's column is called: its words on the screen, and its heading."""
    column = {"state": "status"}.get(name, name)
    return _("%(label)s (cột %(column)s)") % {"label": Portal._meta.get_field(name).verbose_name, "column": column}


def _add_collection(portal):
    """The portal's own collection, behind all others: kept in order of names, each new one would shift the rest."""
    root = Collection.objects.select_for_update().get(pk=Collection.get_first_root_node().pk)
    last = root.get_children().order_by("path").last()
    step = Collection._str2int(last.path[-Collection.steplen :]) + 1 if last else 1
    collection = Collection(name=portal.slug, depth=2, path=Collection._get_path(root.path, 2, step))
    collection.save(force_insert=True)
    Collection.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
    return collection


def _add_hosts(portal):
    hosts = default_hosts(portal)
    if taken := PortalHost.objects.filter(host__in=hosts).first():
        raise Refused(_("Tên miền “%(host)s” đã thuộc một cổng khác.") % {"host": taken.host})
    PortalHost.objects.bulk_create(
        PortalHost(portal=portal, host=host, is_primary=not number) for number, host in enumerate(hosts)
    )
    forget_host(portal.pk)  # rows made in bulk send no signal


def _plain(spec):
    return _json(asdict(spec))


def _json(values):
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
