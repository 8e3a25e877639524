"""The filter panel of a list of documents: form, issuer, field, year, force and number, in any mixture."""

import re
import unicodedata

from django.utils.functional import cached_property

from .accents import without_accents
from .models.documents import Force, Form

LETTERS = "A-Za-zÀ-ỹ"  # in code points; Đ lies between À and ỹ, and so do loose accents
BETWEEN = f"[^0-9{LETTERS}]*"


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
        pattern = _number_pattern(self.number)
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


def _number_pattern(text):
    """A regular expression for both databases, or "" if nothing was asked.

    `3098`, `3098/UBND`, `so 3098 ubnd` all find 3098/UBND-BBT, and `42/2022/ND-CP` finds 42/2022/NĐ-CP: what stands
    between the parts does not matter, nor do accents, capitals, and zeros before the first figure.
    """
    parts = re.findall(r"[0-9]+|[a-z]+", without_accents(text).replace("ð", "d"))
    first = next((place for place, part in enumerate(parts) if part.isdecimal()), 0)
    pattern = ""
    for part in parts[first:]:
        if not pattern:
            pattern = (
                f"(^|[^0-9])0*{part.lstrip('0') or '0'}" if part.isdecimal() else f"(^|[^{LETTERS}]){_spelled(part)}"
            )
        else:
            pattern += BETWEEN + (part if part.isdecimal() else _spelled(part))
    return pattern


def _spelled(letters):
    """Each letter with any accent, alone or composed, and whatever somebody put between them."""
    return BETWEEN.join(f"[{_VARIANTS[letter]}][\u0300-\u036f]*" for letter in letters)


def _variants():
    found = {letter: letter + letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
    found["d"] += "đĐðÐ"  # the last two are Icelandic and look the same
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0].lower()
        if base in found and chr(point) not in found[base]:
            found[base] += chr(point)
    return found


_VARIANTS = _variants()
