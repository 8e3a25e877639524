"""Which titles may sign the answers of a portal, kind by kind: its own choice, or the defaults of its group."""

from dataclasses import dataclass

from django.db import transaction

from cms.questions.models import OfficialTitle, QuestionKind, SigningTitle
from tenants.audit import record

CHOSEN = "questions.titles"


@dataclass(frozen=True)
class Choice:
    """A title that may be chosen."""

    title: OfficialTitle
    is_chosen: bool
    is_default: bool


@dataclass(frozen=True)
class KindTitles:
    """`is_own` if the portal has chosen for itself. Usual titles stand first, the others may fold away."""

    kind: QuestionKind
    is_own: bool
    usual: list
    others: list

    @property
    def chosen(self):
        return [choice.title for choice in [*self.usual, *self.others] if choice.is_chosen]


def titles_by_kind(portal):
    """[KindTitles] of every kind; a fixed number of queries."""
    titles, own = list(OfficialTitle.objects.all()), {}
    for kind, title in SigningTitle.objects.filter(portal=portal).values_list("kind", "title"):
        own.setdefault(kind, set()).add(title)
    return [_of_kind(kind, titles, own.get(kind.pk, set()), portal.group) for kind in QuestionKind.objects.all()]


def _of_kind(kind, titles, own, group):
    choices = []
    for title in titles:
        is_default = group in title.signs_for
        choices.append(Choice(title, title.pk in own if own else is_default, is_default))
    usual = [choice for choice in choices if choice.is_default or choice.is_chosen]
    return KindTitles(kind, bool(own), usual, [choice for choice in choices if choice not in usual])


@transaction.atomic
def choose_titles(portal, kind, titles, *, by, now):
    """Let exactly these titles sign a kind of question; none of them: the defaults of the portal's group again.

    Choosing the defaults themselves keeps them as they are today, whatever the province's list says later.
    """
    rows = SigningTitle.objects.filter(portal=portal, kind=kind)
    wanted = {title.pk for title in titles}
    held = set(rows.values_list("title", flat=True))
    if wanted == held:
        return
    rows.exclude(title__in=wanted).delete()
    SigningTitle.objects.bulk_create(
        SigningTitle(portal=portal, kind=kind, title_id=pk) for pk in sorted(wanted - held)
    )
    names = ", ".join(sorted(title.name for title in titles))
    target = (kind._meta.label_lower, kind.pk, kind.name)
    record(CHOSEN, portal=portal, by=by, now=now, target=target, detail={"what": names})
