"""The timetable: who registers twice is called once, and the scheduler only enqueues."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django_tasks import task

from cms.pages.tasks import publish_scheduled_pages
from tenants import clock
from tenants.clock import Due, every, make_scheduler
from tests.factories.pages import local


@task()
def ring():
    """A task of its own for these tests."""


@pytest.fixture
def timetable(monkeypatch):
    rows = []
    monkeypatch.setattr(clock, "TIMETABLE", rows)
    return rows


def test_registering_twice_changes_nothing(timetable):
    every("0 3 * * *", ring)
    every("0 3 * * *", ring)
    assert timetable == [Due(ring, "0 3 * * *")]


def test_the_installation_publishes_each_minute():
    assert clock.TIMETABLE.count(Due(publish_scheduled_pages, "* * * * *")) == 1


def test_the_scheduler_has_one_job_for_each_row_of_the_timetable():
    jobs = {job.id: job for job in make_scheduler().get_jobs()}
    assert set(jobs) == {due.task.module_path for due in clock.TIMETABLE}
    job = jobs[publish_scheduled_pages.module_path]
    assert job.func == publish_scheduled_pages.enqueue
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, 300)


def test_the_clock_is_local(timetable, settings):
    every("30 2 * * *", ring)
    (job,) = make_scheduler().get_jobs()
    now = local(2024, 3, 1, 9)
    assert job.trigger.get_next_fire_time(None, now) == local(2024, 3, 2, 2) + timedelta(minutes=30)
    assert str(job.trigger.timezone) == settings.TIME_ZONE == "Asia/Ho_Chi_Minh"


def test_the_command_says_its_timetable_and_stops_when_told(monkeypatch, timetable, capsys):
    handlers = {}
    monkeypatch.setattr("signal.signal", lambda number, handler: handlers.setdefault(number, handler))
    monkeypatch.setattr("apscheduler.schedulers.blocking.BlockingScheduler.start", lambda self: None)
    every("0 3 * * *", ring)
    call_command("scheduler")
    assert capsys.readouterr().err == f"0 3 * * *        {ring.module_path}\n"
    assert len(handlers) == 2
