"""Forms of tenant-owned records: choices come from the scope that is open now."""

from django.forms import ModelChoiceField
from wagtail.admin.forms import WagtailAdminModelForm

from .scoping import TenantOwned


class ScopedModelForm(WagtailAdminModelForm):
    """Wagtail keeps form classes for the life of the process; their choices must not be the first visitor's."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, ModelChoiceField) and issubclass(field.queryset.model, TenantOwned):
                field.queryset = field.queryset.model._default_manager.all()
