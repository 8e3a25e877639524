import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.portal_file import UnreadableFile, provision_rows, read_rows


class Command(BaseCommand):
    help = "Tạo hoặc cập nhật các cổng thành phần từ một tệp CSV. / Provision portals from a CSV file."

    def add_arguments(self, parser):
        parser.add_argument("file", help="CSV: slug,name,level,group,parent,scale,scored_by,status[,name_en,opened_on]")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON on standard output")

    def handle(self, *args, file, **options):
        try:
            rows = read_rows(file)
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        outcome = provision_rows(rows, now=timezone.now(), progress=self._progress)
        self.stderr.write("")
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_json(), ensure_ascii=False))
        else:
            self._report(outcome)
        if outcome.refused:
            sys.exit(1)

    def _progress(self, done, total):
        self.stderr.write(f"\r{done}/{total}", ending="")
        self.stderr.flush()

    def _report(self, outcome):
        figures = {"created": outcome.created, "changed": outcome.changed, "unchanged": outcome.unchanged}
        text = _("Tạo mới %(created)d, thay đổi %(changed)d, giữ nguyên %(unchanged)d") % figures
        self.stdout.write(f"{text}, {_('từ chối')} {len(outcome.refused)}")
        for row, reason in sorted(outcome.refused):
            self.stdout.write(f"  {_('dòng')} {row}: {reason}")
