"""Every address of the product, as the URL resolver knows them."""

import re
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.urls import URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^()]*\)")
STATIC = ("static/",)


@dataclass(frozen=True)
class View:
    """One route. `key` is what Django's `resolver_match.route` says; `name` has its namespaces."""

    key: str
    name: str
    model: type | None
    methods: frozenset

    @property
    def parameters(self):
        return [first or second for first, second in PARAMETER.findall(self.key)]

    @property
    def is_admin(self):
        return self.key.startswith("admin/")

    @property
    def is_by_hand(self):
        """Does the route hold a pattern that no value can simply be put into?"""
        rest = PARAMETER.sub("", self.key)
        return bool(re.search(r"[(*+\[]", rest)) or "path>" in self.key or "<path:" in self.key

    def url(self, values):
        """The address with these values, in the order of the parameters."""
        remaining = iter(values)
        path = PARAMETER.sub(lambda _match: str(next(remaining)), self.key)
        return "/" + re.sub(r"[\\^$]", "", path)

    def __str__(self):
        return self.name or self.key


def views():
    """All of them, each once."""
    found = {view.key: view for view in _walk(get_resolver())}
    return [view for view in found.values() if not view.key.startswith(STATIC)]


def _walk(resolver, prefix="", namespaces=()):
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern, path, inner)
        else:
            names = (*namespaces, pattern.name) if pattern.name else namespaces
            yield View(path, ":".join(names), _model_of(pattern.callback), _methods_of(pattern.callback))


def _model_of(callback):
    """The model that a class-based view says it is about."""
    named = getattr(callback, "view_initkwargs", {}).get("model")
    model = named or getattr(getattr(callback, "view_class", None), "model", None)
    model = apps.get_model(model) if isinstance(model, str) else model
    return model if isinstance(model, type) and issubclass(model, models.Model) else None


def _methods_of(callback):
    """Verbs beside GET and POST that a class-based view answers itself."""
    view = getattr(callback, "view_class", None)
    return frozenset(verb for verb in ("put", "patch", "delete") if hasattr(view, verb))
