from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TenantsConfig(AppConfig):
    name = "tenants"
    verbose_name = _("Đơn vị và quyền")

    def ready(self):
        from . import checks, signals, task_scope, wagtail_patches, wagtail_rules, writes
        from .audit import sources
        from .clock import every
        from .login import signals as login_signals
        from .tasks import end_what_is_over

        every("*/5 * * * *", end_what_is_over)  # a request by the person ends it at once (acting.py)
        wagtail_rules.register()
        writes.connect()
        wagtail_patches.install()
