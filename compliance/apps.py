from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

NIGHTLY = "10 1 * * *"  # when nobody publishes


class ComplianceConfig(AppConfig):
    name = "compliance"
    verbose_name = _("Chấm điểm")

    def ready(self):
        from tenants.clock import every  # models can be imported from here on only

        from . import checks, tasks  # registering needs the app registry to be complete
        from .packs import load_packs

        load_packs()  # a pack file that cannot be read stops the start, not tonight's scoring
        every(NIGHTLY, tasks.rescore_all)
