"""The filter panel of a list of documents: form, issuer, field, year, force and number, in any mixture."""

from django.utils.functional import cached_property

from .legal.numbers import number_pattern
from .models.documents import Force, Form


class DocumentFilter:
    """Reads a query string; whatever it cannot understand it leaves out. `found()` narrows the given queryset."""

    def __init__(self, data, documents):
        self.documents = documents
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
            "issuer": self.issuer,
            "field": self.field,
        }
        documents = self.documents.filter(**{name: value for name, value in wanted.items() if value})
        pattern = number_pattern(self.number)
        return documents.filter(number__iregex=pattern) if pattern else documents

    @cached_property
    def _values(self):
        return list(self.documents.order_by().values_list("issuer", "field", "issue_date__year").distinct())

    @property
    def issuers(self):
        return sorted({issuer for issuer, _field, _year in self._values if issuer})

    @property
    def fields(self):
        return sorted({field for _issuer, field, _year in self._values if field})

    @property
    def years(self):
        return sorted({year for _issuer, _field, year in self._values if year}, reverse=True)

    forms = Form.choices
    forces = Force.choices
