"""The filter panel of a list of documents: form, issuer, field, year, force and number, in any mixture."""

from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .bilingual.foreign import marked
from .legal.issuers import folded
from .legal.numbers import number_pattern
from .models.documents import Force, Form

NAMES = ("loai", "so", "hinh-thuc", "hieu-luc", "nam", "co-quan", "linh-vuc")  # loai: the tab of a list with tabs


class DocumentFilter:
    """Reads a query string; whatever it cannot understand it leaves out. `found()` narrows the given queryset."""

    def __init__(self, data, documents):
        self.data, self.documents = data, documents
        self.number = data.get("so", "").strip()[:60]
        self.form = self._one_of(Form.values, data.get("hinh-thuc"))
        self.force = self._one_of(Force.values, data.get("hieu-luc"))
        self.year = int(data["nam"]) if data.get("nam", "").isdecimal() and len(data["nam"]) == 4 else None
        self.issuer = data.get("co-quan", "").strip()[:255]
        self.field = data.get("linh-vuc", "").strip()[:120]

    @staticmethod
    def _one_of(allowed, value):
        return value if value in allowed else ""

    @property
    def is_used(self):
        return any([self.number, self.form, self.force, self.year, self.issuer, self.field])

    def found(self):
        wanted = {
            "form": self.form,
            "force": self.force,
            "issue_date__year": self.year,
            "issuer__in": self._spellings.get(folded(self.issuer), [self.issuer]) if self.issuer else None,
            "field": self.field,
        }
        documents = self.documents.filter(**{name: value for name, value in wanted.items() if value})
        pattern = number_pattern(self.number)
        return documents.filter(number__iregex=pattern) if pattern else documents

    @cached_property
    def _values(self):
        return list(self.documents.order_by().values_list("issuer", "field", "issue_date__year").distinct())

    @cached_property
    def _spellings(self):
        """{folded name: [as typed, ...]} of issuers: "UBND xã" and "Ủy ban nhân dân xã" are one choice."""
        spellings = {}
        for issuer in sorted({issuer for issuer, _field, _year in self._values if issuer}):
            spellings.setdefault(folded(issuer), []).append(issuer)
        return spellings

    @property
    def issuers(self):
        return sorted(max(typed, key=len) for typed in self._spellings.values())

    @property
    def shown_issuer(self):
        return max(self._spellings.get(folded(self.issuer), [self.issuer]), key=len)

    @property
    def fields(self):
        return sorted({field for _issuer, field, _year in self._values if field})

    @property
    def years(self):
        return sorted({year for _issuer, _field, year in self._values if year}, reverse=True)

    @property
    def chosen(self):
        """[(label, words, query without it)] of every condition, for taking one back."""
        words = {
            "so": (_("Số, ký hiệu"), self.number),
            "hinh-thuc": (_("Hình thức"), self.form and Form(self.form).label),
            "hieu-luc": (_("Hiệu lực"), self.force and Force(self.force).label),
            "nam": (_("Năm ban hành"), self.year),
            "co-quan": (_("Cơ quan ban hành"), self.issuer and marked(self.shown_issuer)),
            "linh-vuc": (_("Lĩnh vực"), marked(self.field)),
        }
        return [(label, shown, self._without(name)) for name, (label, shown) in words.items() if shown]

    def _without(self, name):
        kept = {other: self.data.get(other) for other in NAMES if other != name and self.data.get(other)}
        return f"?{urlencode(kept)}"

    forms = Form.choices
    forces = Force.choices
