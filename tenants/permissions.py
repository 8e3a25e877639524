"""Who may see and do what, one question a function; each answer follows from memberships alone."""

from django.db.models import Exists, OuterRef, Q

from .models import Level, Membership, Portal, Role, User
from .models.memberships import PROVINCE_ROLES

CHIEF_GRANTS = (Role.EDITOR, Role.CHIEF, Role.OFFICER)


def roles_of(user):
    """{portal primary key: {roles}} of a person; {} for nobody or somebody deactivated."""
    if not user.is_authenticated or not user.is_active:
        return {}
    roles = {}
    for portal_id, role in Membership.objects.filter(user=user).values_list("portal", "role"):
        roles.setdefault(portal_id, set()).add(role)
    return roles


def has_province_role(user, *roles):
    """Does the person hold one of these province-wide roles (any of them if none is named)?"""
    if user.is_superuser:
        return user.is_active
    held = set().union(*roles_of(user).values(), set())
    return bool(held & set(roles or PROVINCE_ROLES))


def portals_of(user):
    """Portals in which the person holds any role: the ones they work for."""
    if not user.is_authenticated or not user.is_active:
        return Portal.objects.none()
    if user.is_superuser:
        return Portal.objects.all()
    return Portal.objects.filter(memberships__user=user).distinct()


def portals_readable_by(user):
    """Portals whose state and scores a person may read: one's own, one's district's communes, or all of them."""
    if not user.is_authenticated or not user.is_active:
        return Portal.objects.none()
    if has_province_role(user):
        return Portal.objects.all()
    assessed = Membership.objects.filter(user=user, role=Role.DISTRICT_ASSESSOR, portal__level=Level.DISTRICT)
    return Portal.objects.filter(
        Q(pk__in=Membership.objects.filter(user=user).values("portal"))
        | Q(parent__in=assessed.values("portal"), level=Level.COMMUNE)
    )


def may_manage_portals(user):
    """Open, close and describe portals: the provincial office and the provincial administrator."""
    return has_province_role(user, Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN)


def may_manage_people(user):
    """Open the screen of people and roles at all."""
    return has_province_role(user, Role.PROVINCE_ADMIN) or any(Role.CHIEF in held for held in roles_of(user).values())


def memberships_managed_by(user):
    """Memberships a person may see and change: the province's all, a chief's those of the own portal."""
    memberships = Membership.objects.select_related("user", "portal")
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return memberships
    if not user.is_authenticated or not user.is_active:
        return memberships.none()
    led = Membership.objects.filter(user=user, role=Role.CHIEF).values("portal")
    return memberships.filter(portal__in=led).exclude(role__in=PROVINCE_ROLES)


def roles_grantable_by(user, portal):
    """Roles a person may give in a portal: never more than the province has, never province roles by a unit."""
    if has_province_role(user, Role.PROVINCE_ADMIN):
        provincial = portal.level == Level.PROVINCE
        return [role for role in Role if provincial or role not in PROVINCE_ROLES]
    if Role.CHIEF in roles_of(user).get(portal.pk, ()):
        return list(CHIEF_GRANTS)
    return []


def portals_staffed_by(user):
    """Portals in which a person may give roles: the province's all, a chief's own."""
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return Portal.objects.all()
    led = [portal_id for portal_id, held in roles_of(user).items() if Role.CHIEF in held]
    return Portal.objects.filter(pk__in=led)


def memberships_revocable_by(user):
    """Roles a person may take away: such as they may give, but not their own last one nor the last administrator's."""
    memberships = memberships_managed_by(user)
    if not user.is_authenticated:
        return memberships
    if not has_province_role(user, Role.PROVINCE_ADMIN):
        memberships = memberships.filter(role__in=CHIEF_GRANTS)
    own = list(Membership.objects.filter(user=user).values_list("pk", flat=True)[:2])
    admins = Membership.objects.filter(role=Role.PROVINCE_ADMIN, user__is_active=True)
    last_admins = list(admins.values_list("pk", flat=True)[:2])
    return memberships.exclude(pk__in=[pks[0] for pks in (own, last_admins) if len(pks) == 1])


def accounts_managed_by(user):
    """People whose account a person may close, open again or invite anew: never oneself, never a superuser.

    A chief reaches those who hold nothing but what a chief may give, in the chief's own portal alone.
    """
    accounts = User.objects.filter(is_superuser=False).exclude(pk=user.pk)
    held = Membership.objects.filter(user=OuterRef("pk"))
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return accounts.filter(Exists(held))
    within = Q(portal__in=portals_staffed_by(user), role__in=CHIEF_GRANTS)
    return accounts.filter(Exists(held.filter(within)), ~Exists(held.exclude(within)))
