"""What happens to pages by the clock."""

from django.core.management import call_command
from django_tasks import task

from tenants.scoping import platform_scope


@task()
def publish_scheduled_pages():
    """Publish what is due and take down what has expired; every portal's, hence a platform task."""
    with platform_scope():
        call_command("publish_scheduled")
