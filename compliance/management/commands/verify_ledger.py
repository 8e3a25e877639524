import json

from django.core.management.base import BaseCommand, CommandError

from compliance.proving import verify
from tenants.models import Portal

from ._asking import portal_named


class Command(BaseCommand):
    help = "Proves that no entry of the score ledger was changed, moved or removed. Exit status 1 if one was."

    def add_arguments(self, parser):
        parser.add_argument("--portal", metavar="SLUG", help="one portal; default: all")
        parser.add_argument(
            "--json", action="store_true", help="print the findings as JSON, and nothing else on stdout"
        )

    def handle(self, *args, **options):
        portals = [portal_named(options["portal"])] if options["portal"] else Portal.objects.order_by("slug")
        entries, faults = 0, []
        for proof in verify(portals):
            entries += proof.entries
            faults += [{"portal": proof.portal.slug, "sequence": b.sequence, "fault": b.fault} for b in proof.breaks]
            self.stderr.write(f"{proof.portal.slug}: {proof.entries}, {len(proof.breaks)} broken")
        if options["json"]:
            self.stdout.write(json.dumps({"entries": entries, "faults": faults}))
        else:
            self.stdout.write(f"{entries} entries, {len(faults)} broken")
        if faults:
            raise CommandError(f"the ledger is broken in {len(faults)} places, first at {faults[0]}")
