import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from demo.accounts import PASSWORD, accounts, create_accounts, ease_log_in
from demo.loading.finishing import finish
from demo.loading.questions import plant_questions
from demo.loading.world import fill_portal, provision_portals, slugs, waiting
from tenants.models import Portal
from tenants.scoping import platform_scope


class Command(BaseCommand):
    help = "Nạp tỉnh minh họa: cổng, tin bài, văn bản, tài khoản. / Load the demonstration province."

    def add_arguments(self, parser):
        parser.add_argument("--small", action="store_true", help="only a dozen portals, for tests")

    def handle(self, *args, small, **options):
        if not settings.IS_DEMO:
            raise CommandError("IS_DEMO is off: the demonstration is never loaded into a real installation.")
        began, now, wanted = time.monotonic(), timezone.now(), slugs(small=small)
        if Portal.objects.filter(slug__in=wanted).count() < len(wanted):
            provision_portals(wanted, now=now, progress=self._progress("cổng / portals"))
        with platform_scope(), translation.override(settings.LANGUAGE_CODE):  # names of forms and roles are stored
            loaded = self._fill(waiting(wanted), now=now)
            create_accounts(now=now)
            loaded += plant_questions(now=now)
            policy = ease_log_in(now=now)
        if loaded:
            finish(report=self._say)
            self._say(f"{time.monotonic() - began:.0f} s")
        self._print_addresses()
        self._print_log_in(policy)

    def _fill(self, portals, *, now):
        progress = self._progress("nội dung / content")
        for done, portal in enumerate(portals, 1):
            fill_portal(portal, now=now)
            progress(done, len(portals))
        return len(portals)

    def _progress(self, what):
        """On a terminal one line that counts up; in a log one line at the end."""

        def show(done, total):
            if sys.stderr.isatty():
                self.stderr.write(f"\r{what}: {done}/{total}", ending="\n" if done == total else "")
                self.stderr.flush()
            elif done == total:
                self._say(f"{what}: {done}/{total}")

        return show

    def _say(self, text):
        self.stderr.write(text)

    def _print_addresses(self):
        scheme, _, host = settings.WAGTAILADMIN_BASE_URL.rstrip("/").partition("://")
        port = host.partition(":")[2]
        suffix = f".{settings.BASE_DOMAIN}{':' + port if port else ''}"
        write = self.stdout.write
        write("DỮ LIỆU MINH HỌA / DEMONSTRATION DATA")
        write(f"  {scheme}://{host}/")
        write(f"  {scheme}://thi-xa-sa-pa{suffix}/   {scheme}://xa-ta-phin{suffix}/   {scheme}://<slug>{suffix}/")
        write(f"  {scheme}://{host}/admin/   mật khẩu chung / common password: {PASSWORD}")
        for account in accounts():
            write(f"    {account.email:<36} {account.portal}: {account.label}")

    def _print_log_in(self, policy):
        """What a real installation demands, and how long the demonstration does without."""
        for line in (
            f"  Xác thực hai lớp: bắt buộc với trưởng ban, lãnh đạo và tỉnh {policy.grace_days} ngày sau khi nạp;",
            "  thiết lập tại /admin/security/, quản trị tỉnh đổi thời hạn tại /admin/login-policy/.",
            f"  Second factor: compulsory for chiefs, heads and the province {policy.grace_days} days after loading;",
            "  set it up at /admin/security/, the provincial administrator changes the term at /admin/login-policy/.",
        ):
            self.stdout.write(line)
