"""What a portal declared it has nothing of: signed and in force, and waiting for the head."""

from datetime import timedelta

from django.utils import timezone

from cms.pages.models import NilDeclaration

from ..canaries import canary, fill


def plant_declarations(word, portal, people, *, now):
    """One that citizens read today, one that waits."""
    today = timezone.localdate(now)
    days = {"from_date": today, "to_date": today + timedelta(days=30)}
    values = {**days, "portal": portal, "proposed_by": people["editor"], "proposed_at": now}
    signed = {"signed_by": people["head"], "signed_at": now}
    names = {name: canary(word, name) for name in ("signername", "signertitle")}
    in_force = NilDeclaration(
        section="treaties",
        signer_name=names["signername"],
        signer_title=names["signertitle"],
        **signed,
        **values,
    )
    for declaration in (in_force, NilDeclaration(section="alerts", **values)):
        fill(declaration, word, "nil").save()
