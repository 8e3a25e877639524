"""The last lock on the way in: inside a portal's scope nothing outside it is saved, deleted or pointed at.

Whatever view, form or API does it. Verbs that rightly write across portals name the platform scope themselves.
"""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import m2m_changed, pre_delete, pre_save
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Revision

from .audit import refuse
from .models import User
from .rules import Writer, limited, reached_keys, reaches, rule_of
from .scoping import platform_scope

REFERENCE = "point from"


class OutsideScope(PermissionDenied):
    """A write would touch, or point at, a row that the open scope does not reach."""

    def __init__(self, what, row):
        refuse(None, "refused.reference" if what == REFERENCE else "refused.write")
        super().__init__(f"{what} {row._meta.label} {row.pk or ''}".strip())


def guard_save(sender, instance, raw=False, update_fields=None, **kwargs):
    scope = limited()
    if scope is None or raw:
        return
    if not _may_write(sender, instance, scope):
        raise OutsideScope("save", instance)
    if isinstance(instance, Revision):
        with platform_scope():  # the whole draft, also what it must not point at
            found = _references_of_content(instance.as_object())
        _check_references(instance, found)
    else:
        _check_references(instance, references(instance, update_fields))


def guard_delete(sender, instance, **kwargs):
    scope = limited()
    if scope is not None and not _may_write(sender, instance, scope):
        raise OutsideScope("delete", instance)


def guard_relation(sender, instance, action, model, pk_set, **kwargs):
    if limited() is None or action not in ("pre_add", "pre_remove"):
        return
    if reached_keys(model, pk_set) != set(pk_set) or not reaches(instance):
        raise OutsideScope("link", instance)


def _may_write(model, row, scope):
    rule = rule_of(model)
    if rule.writer in (Writer.PLATFORM, Writer.ANYONE):
        return rule.writer is Writer.ANYONE
    if rule.writer is Writer.SELF:
        return scope.user_id in (None, row.pk)
    if rule.owner is not None:
        return reaches(row)
    if getattr(row, "portal_id", None) not in scope.portal_ids and hasattr(row, "portal_id"):
        return False
    if rule.key and _key_of(row, rule.key) is None:
        return False  # "all portals" is nobody's to write
    return row._state.adding or reaches(row)


def _key_of(row, name):
    return getattr(row, row._meta.get_field(name).attname)


def references(row, names=None):
    """{model: {primary keys}} of all that a row points at: keys, streams and rich text. People are no secret here."""
    found = {}
    for field in row._meta.concrete_fields:
        if names is not None and field.name not in names and field.attname not in names:
            continue
        if field.is_relation and field.remote_field and not field.remote_field.parent_link:
            _add(found, field.related_model, getattr(row, field.attname))
        elif hasattr(field, "extract_references") and (value := field.value_from_object(row)) is not None:
            for model, key, *_rest in field.extract_references(value):
                _add(found, model, model._meta.pk.to_python(key))
    return found


def _add(found, model, key):
    if key is not None and not issubclass(model, User) and rule_of(model).writer is not Writer.ANYONE:
        found.setdefault(model, set()).add(key)


def _references_of_content(row):
    """A draft keeps its words and its lists in the revision alone."""
    found = references(row)
    if isinstance(row, ClusterableModel):
        for relation in get_all_child_relations(type(row)):
            for child in getattr(row, relation.get_accessor_name()).all():
                for model, keys in references(child).items():
                    found.setdefault(model, set()).update(keys)
    return found


def _check_references(row, found):
    for model, keys in found.items():
        strangers = keys - reached_keys(model, keys)
        new = strangers - _kept(row, model) if strangers else None
        if new and model._base_manager.filter(pk__in=new).exists():
            raise OutsideScope(REFERENCE, row)


def _kept(row, model):
    """What the saved row points at already: an import may have put it there; its editors still save their text."""
    saved = None if row._state.adding else type(row)._base_manager.filter(pk=row.pk).first()
    return references(saved).get(model, set()) if saved is not None else set()


def connect():
    pre_save.connect(guard_save, dispatch_uid="tenants.writes")
    pre_delete.connect(guard_delete, dispatch_uid="tenants.writes")
    m2m_changed.connect(guard_relation, dispatch_uid="tenants.writes")
