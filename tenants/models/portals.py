"""A portal is a tenant: one unit's site with its own host, subtree, collection and people."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

DNS_LABEL = RegexValidator(
    r"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
    _("Chỉ dùng chữ thường không dấu, chữ số và gạch nối; dài tối đa 63 ký tự."),
)


class Level(models.TextChoices):
    PROVINCE = "province", _("Cấp tỉnh")
    DEPARTMENT = "department", _("Sở, ban, ngành và tương đương")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class Group(models.TextChoices):
    """The groups of the quarterly report; data, so that another report can group otherwise."""

    PROVINCE = "province", _("Cổng tỉnh")
    DEPARTMENT = "department", _("Sở, ban, ngành")
    VERTICAL = "vertical", _("Ngành dọc và đơn vị khác")
    PARTY = "party", _("Khối Đảng, Mặt trận và đoàn thể")
    DISTRICT = "district", _("Huyện, thị xã, thành phố")
    COMMUNE = "commune", _("Xã, phường, thị trấn")


class Scale(models.TextChoices):
    """Which set of criteria measures the portal's information."""

    NONE = "none", _("Không chấm điểm")
    GOVERNMENT = "government", _("Khối chính quyền")
    PARTY = "party", _("Khối Đảng và chuyên ngành đặc thù")
    COMMUNE = "commune", _("Cấp xã")


class ScoredBy(models.TextChoices):
    NONE = "none", _("Không chấm điểm")
    PROVINCE = "province", _("Tỉnh chấm")
    DISTRICT = "district", _("Huyện chấm")


class State(models.TextChoices):
    BUILDING = "building", _("Đang xây dựng")
    ACTIVE = "active", _("Đang hoạt động")
    SUSPENDED = "suspended", _("Tạm ngừng")
    CLOSED = "closed", _("Đã đóng")


class PortalQuerySet(models.QuerySet):
    def active(self):
        return self.filter(state=State.ACTIVE)

    def placed(self):
        """With what `placed_name` reads."""
        return self.select_related("parent")

    def provincial(self):
        """The province's own portal, or None before it is provisioned."""
        return self.filter(level=Level.PROVINCE).order_by("pk").first()


class Portal(models.Model):
    """One unit's portal. `site.root_page` is its home; `tenants` holds no key into the page tables."""

    slug = models.CharField(_("Tên miền con"), max_length=63, unique=True, validators=[DNS_LABEL])
    name = models.CharField(_("Tên chính thức"), max_length=255)
    name_en = models.CharField(_("Tên tiếng Anh"), max_length=255, blank=True)
    level = models.CharField(_("Cấp"), max_length=12, choices=Level)
    group = models.CharField(_("Khối"), max_length=12, choices=Group)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("Đơn vị quản lý"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    scale = models.CharField(_("Thang điểm"), max_length=12, choices=Scale, default=Scale.NONE)
    scored_by = models.CharField(_("Nơi chấm điểm"), max_length=12, choices=ScoredBy, default=ScoredBy.NONE)
    state = models.CharField(_("Trạng thái"), max_length=12, choices=State, default=State.BUILDING, db_index=True)
    opened_on = models.DateField(
        _("Ngày mở cổng"), null=True, blank=True, help_text=_("Để trống: hoạt động từ trước.")
    )
    site = models.OneToOneField(
        "wagtailcore.Site", null=True, editable=False, on_delete=models.PROTECT, related_name="portal"
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", null=True, editable=False, on_delete=models.PROTECT, related_name="portal"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PortalQuerySet.as_manager()

    class Meta:
        verbose_name = _("cổng thành phần")
        verbose_name_plural = _("cổng thành phần")
        constraints = [
            models.CheckConstraint(condition=~Q(parent=models.F("pk")), name="portal_not_its_own_parent"),
            models.CheckConstraint(condition=~Q(name=""), name="portal_has_a_name"),
        ]

    def __str__(self):
        return self.name

    @property
    def display_name(self):
        """The official name in the language of the screen; Vietnamese where there is no English one."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def placed_name(self):
        """Where portals are told apart: a commune with its district, for communes of one name are no rarity.

        Whoever lists portals reads `parent` with them.
        """
        above = self.parent if self.level == Level.COMMUNE else None
        is_below = above is not None and above.level == Level.DISTRICT
        return f"{self.display_name} ({above.display_name})" if is_below else self.display_name

    @property
    def root_page(self):
        return self.site.root_page

    @property
    def is_public(self):
        return self.state == State.ACTIVE


class PortalHost(models.Model):
    """A host name that answers for a portal: lower case, without port. One of them is the primary one."""

    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="hosts")
    host = models.CharField(_("Tên miền"), max_length=253, unique=True)
    is_primary = models.BooleanField(_("Tên miền chính"), default=False)

    class Meta:
        verbose_name = _("tên miền")
        verbose_name_plural = _("tên miền")
        constraints = [
            models.UniqueConstraint(fields=["portal"], condition=Q(is_primary=True), name="one_primary_host_a_portal"),
        ]

    def __str__(self):
        return self.host
