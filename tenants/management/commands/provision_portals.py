import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.portal_file import REFUSED, UnreadableFile, provision_rows, read_rows
from tenants.provisioning import CHANGED, CREATED, UNCHANGED

COLUMNS = "slug,name,level,group,parent,scale,scored_by,status[,name_en,opened_on]"


class Command(BaseCommand):
    help = "Tạo hoặc cập nhật các cổng thành phần từ một tệp CSV. / Provision portals from a CSV file."

    def add_arguments(self, parser):
        parser.add_argument("file", help=f"CSV, UTF-8: {COLUMNS}")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON on standard output")

    def handle(self, *args, file, **options):
        try:
            rows = read_rows(file)
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        outcome = provision_rows(rows, now=timezone.now(), progress=self._progress)
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_json(), ensure_ascii=False))
        else:
            self._report(outcome)
        if outcome.refused:
            sys.exit(1)

    def _progress(self, done, total):
        """A running number on a terminal; in a log one line for about every tenth."""
        if self.stderr.isatty():
            self.stderr.write(f"\r{done}/{total}", ending="\n" if done == total else "")
            self.stderr.flush()
        elif done * 10 // total > (done - 1) * 10 // total:
            self.stderr.write(f"{done}/{total}")

    def _report(self, outcome):
        figures = {result: outcome.count(result) for result in (CREATED, CHANGED, UNCHANGED)}
        text = _("Tạo mới %(created)d, thay đổi %(changed)d, giữ nguyên %(unchanged)d") % figures
        self.stdout.write(f"{text}, {_('từ chối')} {len(outcome.refused)}")
        for row in outcome.rows:
            if row.result == REFUSED:
                self.stdout.write(f"  {_('dòng')} {row.line}: {row.reason}")
