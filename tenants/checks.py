"""House laws of tenancy, checked at start-up."""

from django.apps import apps
from django.core import checks

from . import wagtail_patches
from .rules import Unclassified, rule_of
from .scoping import TenantManager, TenantOwned


@checks.register("tenants")
def tenant_owned_models_fail_closed(app_configs, **kwargs):
    """A tenant-owned model whose default manager was replaced would show every portal's rows."""
    return [
        checks.Error(
            f"{model._meta.label} is tenant-owned, but its default manager is not a TenantManager.",
            hint="Derive the manager from tenants.scoping.TenantManager.",
            obj=model,
            id="tenants.E001",
        )
        for model in apps.get_models()
        if issubclass(model, TenantOwned) and not isinstance(model._default_manager, TenantManager)
    ]


@checks.register("tenants")
def every_model_is_classified(app_configs, **kwargs):
    """Tables that tie two models together follow the first one and need no rule."""
    return [error for model in apps.get_models() if (error := _unclassified(model))]


def _unclassified(model):
    try:
        rule_of(model)
    except Unclassified as error:
        hint = "Register it with own, follows, of_person, shared or bookkeeping of tenants.rules in ready()."
        return checks.Error(str(error), hint=hint, obj=model, id="tenants.E002")
    return None


@checks.register("tenants")
def the_patched_field_is_what_it_was(app_configs, **kwargs):
    if wagtail_patches.is_what_it_was():
        return []
    hint = "Read ModelChoiceField in the Django at hand and adapt tenants/wagtail_patches.py."
    return [
        checks.Error("ModelChoiceField.queryset is not what its replacement expects.", hint=hint, id="tenants.E003")
    ]
