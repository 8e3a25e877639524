import json
import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.actions import score
from compliance.exchange import scores_as_json
from compliance.periods import PeriodNotBegun
from compliance.probes import probe
from compliance.queries import run_scores
from tenants.models import Portal

from ._asking import add_period_arguments, period_and_moment, portal_named


class Command(BaseCommand):
    help = "Scores portals for a period and appends the verdicts to the ledger."

    def add_arguments(self, parser):
        parser.add_argument("--portal", metavar="SLUG", help="one portal; default: every active one")
        add_period_arguments(parser)
        parser.add_argument("--json", action="store_true", help="print the scores as JSON, and nothing else on stdout")

    def handle(self, *args, **options):
        began, now = time.monotonic(), timezone.now()
        period, as_of = period_and_moment(options, now)
        portals = self._portals(options["portal"])
        self.stderr.write(
            f"Scoring {len(portals)} portals for {period} as of {timezone.localtime(as_of):%d/%m/%Y %H:%M} ..."
        )
        try:
            run = score(portals, period=period, as_of=as_of, by=None, platform=probe(portals))
        except PeriodNotBegun as error:
            raise CommandError(str(error)) from error
        scores = run_scores(run)
        self.stderr.write(f"{len(scores)} portals in {time.monotonic() - began:.1f} s")
        if options["json"]:
            self.stdout.write(json.dumps(scores_as_json(run, scores), ensure_ascii=False))
        else:
            self._print(scores)

    def _portals(self, slug):
        if not slug:
            return list(Portal.objects.active().order_by("slug"))
        portal = portal_named(slug)
        if not portal.is_public:
            raise CommandError(f"{slug} is {portal.state}: only active portals are scored")
        return [portal]

    def _print(self, scores):
        for portal in scores:
            packs = ", ".join(f"{pack.pack.code} {pack.score:g}/{pack.pack.max:g}" for pack in portal.packs)
            self.stdout.write(f"{portal.portal.slug}: {packs or '-'}")
