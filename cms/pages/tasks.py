"""What happens to pages by the clock."""

from django.core.management import call_command
from django_tasks import task


@task()
def publish_scheduled_pages():
    """Publish what is due and take down what has expired; every portal's, hence a platform task."""
    call_command("publish_scheduled")
