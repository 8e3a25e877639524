"""What happens to pages by the clock."""

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from cms.pages.legal.force import derive
from cms.pages.legal.schedule import publish_due_documents
from tenants.scoping import platform_scope


@task()
def publish_scheduled_pages():
    """Publish what is due and take down what has expired; every portal's, hence a platform task."""
    with platform_scope():
        publish_due_documents(now=timezone.now())
        call_command("publish_scheduled")


@task()
def derive_force():
    """Days pass without anybody publishing: what takes effect or ends today is told by the night."""
    with platform_scope():
        derive(today=timezone.localdate())
