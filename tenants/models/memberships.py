"""A membership is the only source of rights; groups and permissions are derived from it (rights.py)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .portals import Level, Portal


class Role(models.TextChoices):
    EDITOR = "editor", _("Biên tập viên")
    CHIEF = "chief", _("Trưởng ban biên tập")
    HEAD = "head", _("Lãnh đạo đơn vị")
    OFFICER = "officer", _("Cán bộ hỏi - đáp")
    DISTRICT_ASSESSOR = "district_assessor", _("Cán bộ chấm điểm cấp huyện")
    PROVINCE_OFFICE = "province_office", _("Văn phòng tỉnh")
    PROVINCE_ADMIN = "province_admin", _("Quản trị tỉnh")


PROVINCE_ROLES = frozenset({Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN})
LEVELS = {role: Level.PROVINCE for role in PROVINCE_ROLES} | {Role.DISTRICT_ASSESSOR: Level.DISTRICT}


def is_in_place(role, portal):
    """May the role be held in this portal at all? What reaches beyond a portal is held at its own level alone."""
    return LEVELS.get(role, portal.level) == portal.level


class MembershipQuerySet(models.QuerySet):
    def live(self, now):
        """Those that give rights: accepted by the person, and not over yet."""
        return self.in_time(now).filter(invited_as="")

    def in_time(self, now):
        """Those that are not over: live ones and open invitations."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=now))

    def over(self, now):
        """Those whose time has passed."""
        return self.filter(expires_at__lte=now)


class Membership(models.Model):
    """One person's one role in one portal. Province roles are held in the provincial portal.

    With `invited_as` it is an invitation that the person has not accepted; with `reason` it is the province acting
    for the portal. Neither lasts for ever: `expires_at` says when it ends.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("Vai trò"), max_length=20, choices=Role)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("Kết thúc"), null=True, blank=True, db_index=True)
    reason = models.CharField(_("Lý do"), max_length=500, blank=True)
    invited_as = models.CharField(_("Tên người được mời"), max_length=301, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò")
        verbose_name_plural = _("vai trò")
        constraints = [
            models.UniqueConstraint(fields=["user", "portal", "role"], name="a_role_once_a_portal"),
            models.CheckConstraint(
                condition=Q(reason="", invited_as="") | Q(expires_at__isnull=False), name="acting_and_invitations_end"
            ),
        ]

    def __str__(self):
        return f"{self.person_name} - {self.get_role_display()} - {self.portal}"

    @property
    def is_pending(self):
        return bool(self.invited_as)

    @property
    def is_acting(self):
        """Is it the province acting for the portal?"""
        return bool(self.reason)

    @property
    def person_name(self):
        """Until the person accepts, nobody learns more than the name that was typed."""
        return self.invited_as or str(self.user)
