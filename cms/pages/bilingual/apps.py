from django.apps import AppConfig


class BilingualConfig(AppConfig):
    name = "cms.pages.bilingual"
    label = "bilingual"

    def ready(self):
        from modeltranslation.fields import TranslationField
        from wagtail.admin.forms.models import register_form_field_override, registry

        from . import language, queryset_classes

        language.install()
        queryset_classes.install()
        # Wagtail gives its auto-growing <textarea> to *exactly* TextField, and a translated field is a subclass:
        # whatever the original field would get, its translations get too.
        register_form_field_override(
            TranslationField, override=lambda field: registry.get(field.translated_field) or {}
        )
