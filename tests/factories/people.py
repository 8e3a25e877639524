from django.utils import timezone

from tenants.actions import grant
from tenants.models import User

PASSWORD = "mat-khau-thu-nghiem"


def make_user(email, *, portal=None, role=None, **values):
    """A person, with one role in one portal if given."""
    user = User.objects.create_user(
        email, PASSWORD, **{"last_name": "Nguyễn", "first_name": email.split("@")[0], **values}
    )
    if role:
        grant(user, portal=portal, role=role, now=timezone.now())
    return user
