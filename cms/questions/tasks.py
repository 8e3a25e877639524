"""What happens to mails about questions by the clock; every portal's, hence platform tasks."""

from django.utils import timezone
from django_tasks import task

from tenants.scoping import platform_scope

from .mail.alerts import write_alerts
from .mail.digest import send_digests
from .mail.sending import send_waiting


@task()
def send_case_mails():
    with platform_scope():
        send_waiting(now=timezone.now())


@task()
def alert_staff():
    with platform_scope():
        write_alerts(now=timezone.now())


@task()
def send_morning_digests():
    with platform_scope():
        send_digests(now=timezone.now())
