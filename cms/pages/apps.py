from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"
    verbose_name = _("Trang và chuyên mục")

    def ready(self):
        from tenants.activity import ACTIVITY_SOURCES
        from tenants.audit import watch
        from tenants.clock import every
        from tenants.provisioning import PROVISIONING_STEPS

        from . import checks, contexts, ownership, rights, signals
        from .legal import signals as legal_signals
        from .people.models import Person, Post, Unit
        from .planting import plant_portal
        from .queries import last_publications
        from .tasks import derive_force, publish_scheduled_pages
        from .trash import connecting as trash
        from .writing import letters

        rights.register()
        ownership.register()
        trash.connect()
        letters.connect()
        watch(Person, Post, Unit)
        if plant_portal not in PROVISIONING_STEPS:
            PROVISIONING_STEPS.append(plant_portal)
        if last_publications not in ACTIVITY_SOURCES:
            ACTIVITY_SOURCES.append(last_publications)
        every("* * * * *", publish_scheduled_pages)  # an editor expects a page at the minute they chose
        every("5 0,6 * * *", derive_force)  # again in the morning, should the machine have slept at midnight
