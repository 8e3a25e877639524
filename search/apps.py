from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Tìm kiếm")

    def ready(self):
        from cms.questions import suggesting
        from cms.questions.listing import searching
        from tenants.clock import every
        from tenants.provisioning import PROVISIONING_STEPS

        from . import signals
        from .indexing import find_new_portal
        from .questions import numbers_with
        from .suggesting import suggest
        from .tasks import follow_terms

        if find_new_portal not in PROVISIONING_STEPS:
            PROVISIONING_STEPS.append(find_new_portal)
        searching.register(numbers_with)
        suggesting.register(suggest)
        every("10 0,6 * * *", follow_terms)
