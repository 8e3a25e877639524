"""manage.py sync_sections [--dry-run] [--portal SLUG ...] [--json]"""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.pages.section_changes import ADD, CLASH, CONVERT, KEEP, changes_for
from cms.pages.section_sync import sync_portal
from tenants.models import Portal, State
from tenants.scoping import platform_scope

FIGURES = {ADD: "added", CONVERT: "converted", KEEP: "kept", CLASH: "refused"}


class Command(BaseCommand):
    help = "Bổ sung chuyên mục còn thiếu cho các cổng đã có. / Add what the section tree asks for to existing portals."

    def add_arguments(self, parser):
        parser.add_argument("--portal", action="append", metavar="SLUG", help="this portal only; may be repeated")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")
        parser.add_argument("--json", action="store_true", help="print the difference as JSON on standard output")

    def handle(self, *args, portal, dry_run, **options):
        with platform_scope():
            portals, skipped = self._portals(portal)
            found = {one.slug: self._sync(one, dry_run=dry_run) for one in portals}
        if options["json"]:
            self.stdout.write(json.dumps(self._as_json(found, skipped, dry_run=dry_run), ensure_ascii=False))
        else:
            self._report(found, skipped, dry_run=dry_run)
        if any(change.mark == CLASH for changes in found.values() for change in changes):
            sys.exit(1)

    def _portals(self, slugs):
        """(portals to look at, slugs of closed ones); raises CommandError for a slug that no portal has."""
        portals = Portal.objects.select_related("site__root_page").order_by("slug")
        if slugs:
            portals = portals.filter(slug__in=slugs)
            if unknown := sorted(set(slugs) - set(portals.values_list("slug", flat=True))):
                names = ", ".join(unknown)
                raise CommandError(f"Không có cổng “{names}”. / There is no portal “{names}”.")
        portals = [portal for portal in portals if portal.site_id]
        closed = [portal.slug for portal in portals if portal.state == State.CLOSED]
        return [portal for portal in portals if portal.state != State.CLOSED], closed

    def _sync(self, portal, *, dry_run):
        changes = changes_for(portal) if dry_run else sync_portal(portal, now=timezone.now())
        self.stderr.write(portal.slug)
        return changes

    def _as_json(self, found, skipped, *, dry_run):
        portals = [
            {"slug": slug} | {name: _of(changes, mark) for mark, name in FIGURES.items()}
            for slug, changes in found.items()
        ]
        counts = {name: sum(len(portal[name]) for portal in portals) for name in FIGURES.values()}
        return {"dry_run": dry_run, **counts, "skipped": skipped, "portals": portals}

    def _report(self, found, skipped, *, dry_run):
        if dry_run:
            self.stdout.write(_("Chạy thử, không ghi gì."))
        for slug, changes in found.items():
            self.stdout.write(f"{slug}: {_counts(changes)}")
            for change in changes:
                self.stdout.write(f"  {change.mark} {change.code:22} {change.path}  {change.reason}".rstrip())
        for slug in skipped:
            self.stdout.write(_("%(slug)s: bỏ qua vì cổng đã đóng") % {"slug": slug})


def _of(changes, mark):
    return [change.as_json() for change in changes if change.mark == mark]


def _counts(changes):
    figures = {name: sum(change.mark == mark for change in changes) for mark, name in FIGURES.items()}
    counts = [_("thêm %(added)d, đổi kiểu trang %(converted)d, giữ nguyên %(kept)d") % figures]
    if figures["refused"]:
        counts.append(_("không thêm được %(refused)d") % figures)
    return ", ".join(counts)
