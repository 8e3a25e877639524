"""What tests of the admin screens share: addresses, and what a refusal looks like."""

from urllib.parse import urlsplit

from tenants.models import Membership, Role

PORTALS, PEOPLE = "/admin/portals/", "/admin/members/"
PROVINCE = {Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN}
KEEP_PEOPLE = {Role.CHIEF, Role.PROVINCE_ADMIN}
EVERYBODY = [*Role, None]
DOORS = ("/admin/", "/admin/login/")


def is_refused(response):
    """Wagtail sends who may not enter back to its first screen, or to the form for logging in."""
    if response.status_code == 302:
        return urlsplit(response.url).path in DOORS
    return response.status_code in (403, 404)


def text(response):
    return response.content.decode()


def rows(response):
    """The objects of a list, in its order."""
    return list(response.context["object_list"])


def role_of(user):
    """The one membership of a person who has one."""
    return Membership.objects.get(user=user)


def emails(response):
    return sorted(row.user.email for row in rows(response))


def names_b(response):
    """What the page says of portal B and of its editor."""
    return [word for word in ("Trần", "mai@xa-b.example", "Xã Bình Yên", "xa-b") if word in text(response)]
