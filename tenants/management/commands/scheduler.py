import signal

from django.core.management.base import BaseCommand

from tenants.clock import TIMETABLE, make_scheduler


class Command(BaseCommand):
    help = "Chạy bộ hẹn giờ: xếp các việc đến giờ vào hàng đợi. / Enqueue what is due by the clock."

    def handle(self, *args, **options):
        scheduler = make_scheduler()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: scheduler.shutdown(wait=False))
        for due in TIMETABLE:
            self.stderr.write(f"{due.cron:16} {due.task.module_path}")
        scheduler.start()
