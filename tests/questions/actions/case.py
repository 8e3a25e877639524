"""What tests of verbs look at: the trail that each must leave."""

from cms.questions.history import faults
from tenants.models import AuditEntry
from tests.factories.pages import local
from tests.factories.questions import events_of, fresh

NOW = local(2026, 3, 3)  # a Tuesday: the usual question is due on Tuesday 24 March
LATER = local(2026, 3, 5)
REASON = {"reason": "Lý do của cán bộ."}


def by(person, portal, now=LATER):
    return {"portal": portal, "by": person, "now": now}


def kinds(question):
    return [event.kind for event in events_of(question)]


def trail(question):
    """(kinds of its events, version, actions logged for it by portal); fails if the chain is broken."""
    assert not list(faults(question.code, events_of(question)))
    entries = AuditEntry._base_manager.filter(target_model="questions.question", target_pk=str(question.pk))
    logged = list(entries.order_by("pk").values_list("portal__slug", "action"))
    return kinds(question), fresh(question).version, logged


def state(question):
    """All columns of the row, to see that nothing was written."""
    row = fresh(question)
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
