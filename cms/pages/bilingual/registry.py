"""Registers models for translation from a `translatable_fields` list on the class or its abstract mixins."""

import copy

from django.apps import apps
from django.db.models import ForeignKey
from modeltranslation import settings as modeltranslation_settings
from modeltranslation.translator import TranslationOptions, translator
from modeltranslation.utils import build_localized_fieldname
from wagtail.blocks import Block
from wagtail.fields import StreamField

from .language import SOURCE


def declared(model):
    """Names of every translatable field of a model, its parents' included, each once."""
    names = [name for klass in reversed(model.__mro__) for name in klass.__dict__.get("translatable_fields", ())]
    return list(dict.fromkeys(names))


def register(*models):
    """Register models, parents before children; only fields whose column stands in the model's own table."""
    for model in sorted(models, key=lambda m: len(m.__mro__)):
        names = [name for name in declared(model) if model._meta.get_field(name).model is model]
        options = {"fields": tuple(names), "required_languages": (SOURCE,)}
        translator.register(model, type(f"{model.__name__}TranslationOptions", (TranslationOptions,), options))
        for name in names:
            _make_shadow(model, name)


def register_tree(root):
    """Register every concrete subclass, also one that translates nothing itself.

    An unregistered child of a registered concrete parent inherits the patched `__init__` but not the receiver
    that ends it, and then silently ignores assignments.
    """
    register(*[model for model in apps.get_models() if issubclass(model, root)])


def _make_shadow(model, name):
    """The un-suffixed column repeats the Vietnamese one: keep it out of the reference index and of revisions."""
    base = model._meta.get_field(name)
    if isinstance(base, ForeignKey):
        base.wagtail_reference_index_ignore = True
    elif hasattr(base, "extract_references"):
        base.extract_references = lambda value: ()
    if isinstance(base, StreamField):
        base.pre_save = lambda instance, add: base.to_python([])
        base.value_to_string = lambda instance: "[]"
        for code in modeltranslation_settings.AVAILABLE_LANGUAGES:
            _require_only_source(model._meta.get_field(build_localized_fieldname(name, code)), code)


def _require_only_source(field, code):
    """`blank=False` of a StreamField lives in its block; only the source language may demand it."""
    required = bool(field.block_opts.get("required")) and code == SOURCE
    field.block_opts = {**field.block_opts, "required": required}
    if isinstance(field.block_types_arg, Block):
        field.block_types_arg = copy.copy(field.block_types_arg)
        field.block_types_arg.meta = copy.copy(field.block_types_arg.meta)
    field.__dict__.pop("stream_block", None)  # a cached property, copied along with the field
