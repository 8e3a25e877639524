import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.assessing import assess
from compliance.facts import gather
from compliance.periods import PeriodNotBegun, window_of
from compliance.probes import probe
from compliance.reasons import in_words

from ._asking import add_period_arguments, period_and_moment, portal_named


class Command(BaseCommand):
    help = "Says how a portal's points for one criterion come about, from the facts of now. Writes nothing."

    def add_arguments(self, parser):
        parser.add_argument("portal", metavar="PORTAL", help="slug")
        parser.add_argument("criterion", metavar="CRITERION", help="code, such as G16")
        add_period_arguments(parser)
        parser.add_argument("--json", action="store_true", help="print as JSON, and nothing else on stdout")

    def handle(self, *args, **options):
        period, as_of = period_and_moment(options, timezone.now())
        portal = portal_named(options["portal"])
        try:
            window = window_of(period, as_of=as_of)
        except PeriodNotBegun as error:
            raise CommandError(str(error)) from error
        facts = gather([portal], window, platform=probe([portal]))[portal.pk]
        found = list(self._results(assess(portal.scale, facts, window), options["criterion"]))
        if not found:
            raise CommandError(f"{portal.slug} is not measured by a criterion {options['criterion']}")
        if options["json"]:
            rows = [self._as_json(pack, result) for pack, result in found]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for pack, result in found:
            self._say(pack, result)

    def _results(self, packs, code):
        return ((pack.pack, result) for pack in packs for result in pack.results if result.code == code.upper())

    def _say(self, pack, result):
        self.stdout.write(
            f"{pack.code} {result.code}: {result.score:g}/{result.max:g} ({result.state}, {result.rule or '-'})"
        )
        self.stdout.write(f"  {result.numerator} / {result.denominator}")
        for reason in result.reasons:
            self.stdout.write(f"  - {in_words(reason)}")
        for seen in result.evidence:
            notes = "; ".join(map(in_words, seen.notes))
            self.stdout.write(
                f"  {'+' if seen.counted else '·'} {seen.at or ''} {seen.title} {seen.path} {notes}".rstrip()
            )

    def _as_json(self, pack, result):
        return {
            "pack": pack.code,
            "version": pack.version,
            "code": result.code,
            "rule": result.rule,
            "state": result.state,
            "score": result.score,
            "max": result.max,
            "numerator": result.numerator,
            "denominator": result.denominator,
            "reasons": list(result.reasons),
            "evidence": [seen.as_json() for seen in result.evidence],
        }
