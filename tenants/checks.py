"""House laws of tenancy, checked at start-up."""

from django.apps import apps
from django.core import checks

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
