"""Which rows of which model a scope reaches: the one table, one rule a model of the installation.

Rooms above add their own models in `ready()`; a model nobody classified fails the start (checks.py). Rules are
found along a model's bases, so every page type follows the base page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from django.db.models import Model, Q, QuerySet

from .scoping import Scope, current_scope

NONE = Q(pk__in=[])


class Unclassified(LookupError):
    """A model of the installation has no rule, so nobody can say whose its rows are."""


class Writer(Enum):
    """Who may write a model's rows inside a portal's scope."""

    SCOPE = "the portal whose rows they are"
    SELF = "the person it is, or nobody who is logged in yet"
    PLATFORM = "nobody: verbs on rights, portals and set-up name the platform scope"
    ANYONE = "everybody: bookkeeping of the software"


@dataclass(frozen=True)
class Rule:
    """`rows` gives the Q of a scope's rows; None: all rows are everybody's.

    `owner` leads from a row to the row it belongs to. `key` names the foreign key that every row must have.
    """

    rows: Callable[[Scope], Q] | None = None
    owner: Callable[[Model], Model | None] | None = None
    key: str = ""
    writer: Writer = Writer.SCOPE


_rules: dict[type, Rule] = {}


def own(model, path="portal", *, writer=Writer.SCOPE):
    """Rows are a portal's; `path` of keys leads there, as "page__portal"."""
    lookup = f"{path}__in"
    _rules[model] = Rule(lambda scope: Q(**{lookup: scope.portal_ids}), key=path.partition("__")[0], writer=writer)


def own_by(model, rows, *, writer=Writer.SCOPE):
    """Rows are those that `rows` (a function Scope -> Q) says."""
    _rules[model] = Rule(rows, writer=writer)


def of_person(*models, field="user"):
    """Rows are a person's own, whatever portal they work for."""
    for model in models:
        _rules[model] = Rule(lambda scope: Q(**{field: scope.user_id}))


def follows(model, owner):
    """Rows belong to what `owner(row)` gives, as a revision to its page; no field of a form lists them."""
    _rules[model] = Rule(lambda scope: NONE, owner)


def shared(*models):
    """Everybody reads, the platform alone writes: languages, the workflow, quarters."""
    for model in models:
        _rules[model] = Rule(None, writer=Writer.PLATFORM)


def bookkeeping(*models):
    """Kept by the software for itself: no screen lists it, every request may write it."""
    for model in models:
        _rules[model] = Rule(lambda scope: NONE, writer=Writer.ANYONE)


def unused(*models):
    """Tables that this installation swapped or does without: nobody reaches or writes a row."""
    for model in models:
        _rules[model] = Rule(lambda scope: NONE, writer=Writer.PLATFORM)


def rule_of(model):
    """The rule of a model; raises Unclassified."""
    for base in model.__mro__:
        if base in _rules:
            return _rules[base]
    raise Unclassified(f"{model._meta.label} has no rule: say whose its rows are (tenants/rules.py).")


def limited(scope=None):
    """The scope, if it keeps anything out; None without a scope or for the platform."""
    scope = scope or current_scope()
    return None if scope is None or scope.is_platform else scope


def rows_in_scope(queryset):
    """The rows of a queryset that the open scope reaches."""
    scope = limited()
    if scope is None or not isinstance(queryset, QuerySet):  # a form of Wagtail's may hold a list of its own
        return queryset
    rule = rule_of(queryset.model)
    if rule.rows is None:
        return queryset
    return queryset.none() if queryset.query.is_sliced else queryset.filter(rule.rows(scope))


def reaches(row):
    """Does the open scope reach this saved row?"""
    scope = limited()
    rule = rule_of(type(row))
    if scope is None or (rule.rows is None and rule.owner is None):
        return True
    if rule.owner is not None:
        owner = rule.owner(row)
        return owner is not None and reaches(owner)
    return type(row)._base_manager.filter(rule.rows(scope), pk=row.pk).exists()


def reached_keys(model, keys):
    """Which of these primary keys the open scope reaches, of a model with rows of its own."""
    scope, rule = limited(), rule_of(model)
    if scope is None or rule.rows is None:
        return set(keys)
    if rule.owner is not None:
        return {row.pk for row in model._base_manager.filter(pk__in=keys) if reaches(row)}
    return set(model._base_manager.filter(rule.rows(scope), pk__in=keys).values_list("pk", flat=True))
