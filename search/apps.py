from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Tìm kiếm")

    def ready(self):
        from tenants.clock import every
        from tenants.provisioning import PROVISIONING_STEPS

        from . import signals
        from .indexing import find_new_portal
        from .tasks import follow_terms

        if find_new_portal not in PROVISIONING_STEPS:
            PROVISIONING_STEPS.append(find_new_portal)
        every("10 0,6 * * *", follow_terms)
