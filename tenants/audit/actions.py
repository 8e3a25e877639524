"""The one verb of the log: one INSERT, inside the transaction of the change it tells of."""

from django.db.models import Model
from django.utils.encoding import force_str

from tenants.models import AuditEntry
from tenants.queries import plain
from tenants.scoping import platform_scope

from .circumstances import current_circumstances


def record(action, *, portal, by, now, visitor="", target=None, refused=False, detail=None):
    """Append one entry and return it.

    `action` is a code of labels.py; `portal` a portal or its primary key, None is the platform; `by` None is the
    product itself, or a visitor. Of a `visitor` named here ("Người hỏi") nothing that could betray them is kept: no
    address, no path. `target` is a model instance or (model label, primary key, title). `detail` is small and holds no
    secret.
    """
    label, pk, title = _describe(target)
    entry = AuditEntry(
        portal_id=getattr(portal, "pk", portal),
        happened_at=now,
        actor=by,
        actor_name=_short(by or visitor, 301),
        action=action[:60],
        refused=refused,
        target_model=label,
        target_pk=str(pk)[:64],
        target_title=_short(title, 255),
        search_words=_short(plain(force_str(title)), 255),
        detail=detail or {},
        **({} if visitor else _circumstances(by)),
    )
    with platform_scope():  # the product writes its own log, whatever the person may reach
        entry.save(force_insert=True)
    return entry


def _circumstances(by):
    current = current_circumstances()
    if current is None:
        return {}
    is_own = by is not None and by == current.user
    return {
        "acting_as": current.acting_as[:120] if is_own else "",
        "remote_address": current.remote_address,
        "path": current.path,
    }


def _describe(target):
    if target is None:
        return "", "", ""
    if isinstance(target, Model):
        return target._meta.label_lower, target.pk, str(target)
    return target


def _short(text, length):
    text = force_str(text)
    return text if len(text) <= length else f"{text[: length - 1]}…"
