"""The one timetable of the installation: apps above say in `ready()` which task is due when, in local time."""

from dataclasses import dataclass

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from django.conf import settings

TIMETABLE = []


@dataclass(frozen=True)
class Due:
    """`cron` has five fields: minute, hour, day of the month, month, day of the week."""

    task: object
    cron: str


def every(cron, task):
    """Have a django-tasks task enqueued by the clock; registering it twice changes nothing."""
    due = Due(task, cron)
    if due not in TIMETABLE:
        TIMETABLE.append(due)


def make_scheduler():
    """A scheduler that only enqueues: the worker does the work, so a slow task delays no other."""
    scheduler = BlockingScheduler(timezone=settings.TIME_ZONE)
    for due in TIMETABLE:
        trigger = CronTrigger.from_crontab(due.cron, timezone=settings.TIME_ZONE)
        scheduler.add_job(
            due.task.enqueue, trigger, id=due.task.module_path, coalesce=True, max_instances=1, misfire_grace_time=300
        )
    return scheduler
