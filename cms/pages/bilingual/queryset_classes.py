"""modeltranslation builds a new queryset *class* on every get_queryset(); build it once for each base class."""

from functools import cache

from modeltranslation import manager

_original = manager.multilingual_queryset_factory


@cache
def _class_for(base):
    return _original(base, instantiate=False)


def multilingual_queryset_factory(old_cls, instantiate=True):  # module level: querysets stay picklable
    new = _class_for(old_cls)
    return new() if instantiate else new


def install():
    if not hasattr(manager, "multilingual_queryset_factory"):
        raise RuntimeError("modeltranslation.manager.multilingual_queryset_factory is gone: check the upgrade")
    manager.multilingual_queryset_factory = multilingual_queryset_factory
