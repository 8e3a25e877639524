from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComplianceConfig(AppConfig):
    name = "compliance"
    verbose_name = _("Chấm điểm")

    def ready(self):
        from . import checks  # noqa: F401 - registering needs the app registry to be complete
        from .packs import load_packs

        load_packs()  # a pack file that cannot be read stops the start, not tonight's scoring
