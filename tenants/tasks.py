"""What happens to roles by the clock."""

from django.utils import timezone
from django_tasks import task

from .actions import expire
from .models import Membership


@task()
def end_what_is_over():
    """Take away roles whose time has passed and invitations that nobody accepted, in every portal."""
    expire(Membership.objects.all(), now=timezone.now())
