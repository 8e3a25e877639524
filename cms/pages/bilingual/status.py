"""Translation status: digests of source and translation as they were when they last were known to match.

They are kept in a JSON field of the page, hence in every revision; one indexed column says the worst state.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .digests import digest, is_empty
from .language import ENGLISH, SOURCE
from .registry import declared

MISSING, OUTDATED, CURRENT = "missing", "outdated", "current"


class TranslationStatusMixin(models.Model):
    optional_in_translation = ("seo_title", "search_description")  # may stay empty in English
    translatable_relations = {}  # {"attachments": ("title",)}: inline children whose words count too

    translation_meta = models.JSONField(default=dict, blank=True, editable=False)
    en_status = models.CharField(
        max_length=8,
        default=MISSING,
        editable=False,
        db_index=True,
        choices=[(MISSING, _("chưa dịch")), (OUTDATED, _("bản dịch đã cũ")), (CURRENT, _("đã dịch"))],
    )

    class Meta:
        abstract = True

    def _texts(self, code):
        texts = {name: getattr(self, f"{name}_{code}") for name in declared(type(self))}
        for relation, names in self.translatable_relations.items():
            children = list(getattr(self, relation).all())
            for name in names:
                texts[f"{relation}.{name}"] = [getattr(child, f"{name}_{code}") for child in children]
        return texts

    def translation_report(self):
        """{field: MISSING | OUTDATED | CURRENT}; a field with nothing to translate is left out."""
        report, source, target = {}, self._texts(SOURCE), self._texts(ENGLISH)
        for name, value in source.items():
            if is_empty(value):
                continue
            if is_empty(target[name]):
                if name not in self.optional_in_translation:
                    report[name] = MISSING
                continue
            known = self.translation_meta.get(name)
            report[name] = CURRENT if known and known["src"] == digest(value) else OUTDATED
        return report

    def sync_translation_meta(self, confirm=False):
        """Record what matches now; returns the page's state. Idempotent.

        A field whose English changed since last time is taken to match the Vietnamese saved with it; `confirm`
        says so for every field.
        """
        source, meta = self._texts(SOURCE), {}
        for name, value in self._texts(ENGLISH).items():
            if is_empty(value):
                continue
            target, old = digest(value), self.translation_meta.get(name)
            kept = old and old["dst"] == target and not confirm
            meta[name] = old if kept else {"src": digest(source[name]), "dst": target}
        self.translation_meta = meta
        states = set(self.translation_report().values())
        self.en_status = MISSING if MISSING in states or not meta else OUTDATED if OUTDATED in states else CURRENT
        return self.en_status

    @property
    def has_english(self):
        return self.en_status != MISSING
