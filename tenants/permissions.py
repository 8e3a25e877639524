"""Who may see and do what, one question a function; each answer follows from live memberships alone.

Who acts for a portal keeps its content and not its people: a role given then would outlast the acting. Within a
portal's scope the roles held elsewhere count for nothing: a chief here who is an officer there is an officer there.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .models import Level, Membership, Portal, Role, User
from .models.memberships import PROVINCE_ROLES, is_in_place
from .rules import limited
from .scoping import current_scope

CHIEF_GRANTS = (Role.EDITOR, Role.CHIEF, Role.OFFICER)


def live_memberships():
    """Memberships that give rights now."""
    return Membership.objects.live(timezone.now())


def _counting(user):
    """A person's memberships that count in the open scope: those in its portals, and the province's."""
    held, scope = live_memberships().filter(user=user), limited()
    return held if scope is None else held.filter(Q(portal__in=scope.portal_ids) | Q(role__in=PROVINCE_ROLES))


def _counted(user):
    """The same as rows; of who acts in this request those that it came in with."""
    scope = current_scope()
    if scope is None or scope.memberships is None or scope.user_id != user.pk:
        return _counting(user)
    return [row for row in scope.memberships if scope.covers(row.portal_id) or row.role in PROVINCE_ROLES]


def roles_of(user):
    """{portal primary key: {roles}} of a person; {} for nobody or somebody deactivated."""
    if not user.is_authenticated or not user.is_active:
        return {}
    roles = {}
    for row in _counted(user):
        roles.setdefault(row.portal_id, set()).add(row.role)
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
    return Portal.objects.filter(pk__in=live_memberships().filter(user=user).values("portal"))


def portals_readable_by(user):
    """Portals whose state and scores a person may read: one's own, one's district's communes, or all of them."""
    if not user.is_authenticated or not user.is_active:
        return Portal.objects.none()
    if has_province_role(user):
        return Portal.objects.all()
    own = _counting(user)
    assessed = own.filter(role=Role.DISTRICT_ASSESSOR, portal__level=Level.DISTRICT)
    return Portal.objects.filter(
        Q(pk__in=own.values("portal")) | Q(parent__in=assessed.values("portal"), level=Level.COMMUNE)
    )


def may_manage_portals(user):
    """Open, close and describe portals: the provincial office and the provincial administrator."""
    return has_province_role(user, Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN)


def may_act_for(user):
    """Work in any portal as its chief for some hours, with a reason: the provincial office and administrators."""
    return has_province_role(user, Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN)


def _led_by(user):
    """Memberships by which a person leads the people of a portal for good."""
    if not user.is_authenticated or not user.is_active:
        return Membership.objects.none()
    return _counting(user).filter(role=Role.CHIEF, reason="")


def may_manage_people(user):
    """Open the screen of people and roles at all."""
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return True
    if not user.is_authenticated or not user.is_active:
        return False
    return any(row.role == Role.CHIEF and not row.is_acting for row in _counted(user))


def memberships_managed_by(user):
    """Memberships a person may see and change, invitations too: the province's all, a chief's of the own portal."""
    memberships = Membership.objects.in_time(timezone.now()).select_related("user", "portal")
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return memberships
    return memberships.filter(portal__in=_led_by(user).values("portal")).exclude(role__in=PROVINCE_ROLES)


def roles_grantable_by(user, portal):
    """Roles a person may give in a portal: each at the level where it can be held, never province roles by a unit."""
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return [role for role in Role if is_in_place(role, portal)]
    return list(CHIEF_GRANTS) if _led_by(user).filter(portal=portal).exists() else []


def portals_staffed_by(user):
    """Portals in which a person may give roles: the province's all, a chief's own."""
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return Portal.objects.all()
    return Portal.objects.filter(pk__in=_led_by(user).values("portal"))


def memberships_revocable_by(user):
    """Roles a person may take away: such as they may give, but not their own last one nor the last administrator's.

    The province's acting for a portal is not the portal's to end.
    """
    memberships = memberships_managed_by(user)
    if not user.is_authenticated:
        return memberships
    if not has_province_role(user, Role.PROVINCE_ADMIN):
        memberships = memberships.filter(role__in=CHIEF_GRANTS, reason="")
    lasting = live_memberships().filter(reason="")
    own = list(lasting.filter(user=user).values_list("pk", flat=True)[:2])
    admins = lasting.filter(role=Role.PROVINCE_ADMIN, user__is_active=True)
    last_admins = list(admins.values_list("pk", flat=True)[:2])
    return memberships.exclude(pk__in=[pks[0] for pks in (own, last_admins) if len(pks) == 1])


def accounts_managed_by(user):
    """People whose account a person may close, open again or invite anew: never oneself, never a superuser.

    A chief reaches those who hold nothing but what a chief may give, in the chief's own portal alone. Invitations
    count for nothing: who has not accepted one is nobody's, and who is invited elsewhere stays whose they were.
    """
    accounts = User.objects.filter(is_superuser=False).exclude(pk=user.pk)
    held = live_memberships().filter(user=OuterRef("pk"))
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return accounts.filter(Exists(held))
    within = Q(portal__in=portals_staffed_by(user), role__in=CHIEF_GRANTS)
    return accounts.filter(Exists(held.filter(within)), ~Exists(held.exclude(within)))
