import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions.importing import COLUMNS, REQUIRED, UnknownColumns, check_columns, import_rows
from tenants.portal_file import UnreadableFile, read_rows


class Command(BaseCommand):
    help = "Nhập câu hỏi từ một tệp CSV, tất cả hoặc không dòng nào. / Import questions from a CSV file, all or none."

    def add_arguments(self, parser):
        parser.add_argument("file", help=f"CSV, UTF-8: {','.join(COLUMNS)}")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON on standard output")

    def handle(self, *args, file, **options):
        try:
            rows = read_rows(file, required=REQUIRED, strict=True)
            check_columns(rows)
        except (UnreadableFile, UnknownColumns) as error:
            raise CommandError(str(error)) from error
        outcome = import_rows(rows, now=timezone.now(), progress=self._progress)
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_json(), ensure_ascii=False))
        else:
            self._report(outcome)
        if outcome.refused:
            sys.exit(1)

    def _progress(self, done, total):
        self.stderr.write(f"{done}/{total}")

    def _report(self, outcome):
        if outcome.refused:
            self.stdout.write(_("Không nhập dòng nào. Các dòng bị từ chối:"))
            for row, reason in outcome.refused:
                self.stdout.write(f"  {_('dòng')} {row}: {reason}")
        else:
            figures = {"created": outcome.created, "unchanged": outcome.unchanged}
            self.stdout.write(_("Nhập mới %(created)d câu hỏi, đã có %(unchanged)d.") % figures)
