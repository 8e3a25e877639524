from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

NIGHTLY = "10 1 * * *"  # when nobody publishes


class ComplianceConfig(AppConfig):
    name = "compliance"
    verbose_name = _("Chấm điểm")

    def ready(self):
        from tenants.clock import every  # models can be imported from here on only
        from tenants.rules import shared

        from . import checks, tasks  # registering needs the app registry to be complete
        from .models import Period, ScoringRun
        from .packs import load_packs

        shared(Period, ScoringRun)
        load_packs()  # a pack file that cannot be read stops the start, not tonight's scoring
        every(NIGHTLY, tasks.rescore_all)
