import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cms.questions.queries import Span, figures, figures_as_json
from tenants.models import Group, Portal


class Command(BaseCommand):
    help = (
        "Số liệu hỏi - đáp của câu hỏi gửi trong kỳ, tính đến cuối một ngày. / Figures of questions asked in a period."
    )

    def add_arguments(self, parser):
        for name, words in (
            ("--from", "first local day of asking, YYYY-MM-DD"),
            ("--to", "last local day of asking"),
            ("--as-of", "local day at whose end they are counted"),
        ):
            parser.add_argument(name, required=True, type=date.fromisoformat, metavar="DAY", help=words)
        parser.add_argument("--group", choices=Group.values, help="portals of one group")
        parser.add_argument("--portal", metavar="SLUG", help="one portal")
        parser.add_argument("--json", action="store_true", help="print JSON, and nothing else, on standard output")

    def handle(self, *args, group, portal, **options):
        period, as_of = Span(options["from"], options["to"]), options["as_of"]
        if period.last < period.first:
            raise CommandError(_("--to phải sau --from."))
        portals = self._portals(group, portal)
        told = figures_as_json(
            figures(portals=portals, period=period, as_of=as_of), period=period, as_of=as_of, portals=portals
        )
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            for name, value in told.items():
                self.stdout.write(f"{name}: {value}")

    def _portals(self, group, slug):
        portals = Portal.objects.order_by("slug")
        if group:
            portals = portals.filter(group=group)
        if slug:
            portals = portals.filter(slug=slug)
            if not portals:
                raise CommandError(_("Không có cổng “%(slug)s”.") % {"slug": slug})
        return list(portals)
