from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "cms.questions"
    label = "questions"
    verbose_name = _("Hỏi - Đáp")

    def ready(self):
        from cms.pages.nil import signing as declarations
        from tenants.clock import every

        from . import ownership  # models can be imported from here on only
        from .actions.labels import name_actions
        from .answering import rights
        from .listing.connecting import connect
        from .signing import person_of
        from .tasks import alert_staff, send_case_mails, send_morning_digests

        ownership.register()
        name_actions()
        rights.register()
        connect()
        declarations.register(person_of)
        every("* * * * *", send_case_mails)  # nothing is enqueued when a case changes: a dead queue stops no verb
        every("*/15 7-17 * * *", alert_staff)
        every("*/15 7-11 * * *", send_morning_digests)  # from 07:30; later runs send what failed
