from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "cms.questions"
    label = "questions"
    verbose_name = _("Hỏi - Đáp")

    def ready(self):
        from . import ownership  # models can be imported from here on only
        from .actions.labels import name_actions

        ownership.register()
        name_actions()
