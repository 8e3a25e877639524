"""All rows or none, in one transaction."""

import logging
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from cms.questions.models import CaseEvent, Question
from cms.questions.signals import questions_imported
from tenants.scoping import platform_scope

from .columns import RowRefused
from .reading import Reader
from .recording import BATCH, MARK, record

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ImportOutcome:
    """How many rows were new, how many were known already; `refused` [(data row from 1, reason)]: then nothing was."""

    created: int = 0
    unchanged: int = 0
    refused: list = field(default_factory=list)

    def as_json(self):
        refused = [{"row": row, "reason": reason} for row, reason in self.refused]
        return {"created": self.created, "unchanged": self.unchanged, "refused": refused}


def import_rows(rows, *, now, progress=lambda done, total: None) -> ImportOutcome:
    """Record every row of [(data row, {column: text})], or none if any is refused. One transaction."""
    with platform_scope(), transaction.atomic():
        reader, cases, refused = Reader(now=now), [], []
        for number, row in rows:
            try:
                cases.append((number, reader.read(row)))
            except RowRefused as refusal:
                refused.append((number, str(refusal)))
        new, known = _split(cases, refused)
        if refused:
            return ImportOutcome(refused=sorted(refused))
        numbers = record(new, rules=reader.rules, now=now, progress=progress)
        transaction.on_commit(lambda: _tell(numbers))
        return ImportOutcome(created=len(new), unchanged=len(known))


def _tell(numbers):
    """Rooms above learn what everybody reads now; one that fails is logged, for the cases are written."""
    with platform_scope():
        for receiver, fault in questions_imported.send_robust(sender=Question, numbers=numbers) if numbers else ():
            if isinstance(fault, Exception):
                logger.error("%s failed on an import", receiver, exc_info=fault)


def _split(cases, refused):
    """(new cases, known ones); a known code that tells something else is refused."""
    marks = _marks([case.code for _number, case in cases])
    new, known = [], []
    for number, case in cases:
        if case.code not in marks:
            new.append(case)
        elif marks[case.code] == case.mark:
            known.append(case)
        else:
            refused.append((number, _("Mã “%(code)s” đã có với nội dung khác.") % {"code": case.code}))
    return new, known


def _marks(codes):
    """{code: mark of the row it came from, "" if it came from none}; what happened to it since does not matter."""
    marks = {}
    for start in range(0, len(codes), BATCH):
        some = codes[start : start + BATCH]
        marks |= dict.fromkeys(Question.objects.filter(code__in=some).values_list("code", flat=True), "")
        firsts = CaseEvent.objects.filter(question__code__in=some, number=1)
        marks |= {code: detail.get(MARK, "") for code, detail in firsts.values_list("question__code", "detail")}
    return marks
