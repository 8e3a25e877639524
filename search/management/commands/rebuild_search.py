"""manage.py rebuild_search [--portal SLUG ...]"""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.indexing import reindex
from tenants.models import Portal


class Command(BaseCommand):
    help = _("Lập lại chỉ mục tìm kiếm từ các trang đang công khai. Có thể chạy lại bất cứ lúc nào.")

    def add_arguments(self, parser):
        parser.add_argument(
            "--portal", action="append", metavar="SLUG", help=_("Chỉ cổng này; có thể lặp lại. Mặc định: mọi cổng.")
        )

    def handle(self, *args, portal, **options):
        total = reindex(self._portal_ids(portal), report=self._report)
        self.stdout.write(_("Đã xem lại %(count)s trang.") % {"count": total})

    def _portal_ids(self, slugs):
        if not slugs:
            return None
        found = dict(Portal.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        unknown = sorted(set(slugs) - set(found))
        if unknown:
            raise CommandError(_("Không có cổng: %(slugs)s") % {"slugs": ", ".join(unknown)})
        return list(found.values())

    def _report(self, done, of):
        self.stderr.write(f"{done}/{of}")
