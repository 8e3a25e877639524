from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = _("Trang và chuyên mục")

    def ready(self):
        from tenants.clock import every
        from tenants.provisioning import PROVISIONING_STEPS

        from . import checks, contexts, rights, signals
        from .planting import plant_portal
        from .tasks import publish_scheduled_pages

        rights.register()
        if plant_portal not in PROVISIONING_STEPS:
            PROVISIONING_STEPS.append(plant_portal)
        every("* * * * *", publish_scheduled_pages)  # an editor expects a page at the minute they chose
