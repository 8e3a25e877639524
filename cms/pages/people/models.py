"""The one register of people: Person - Post - Unit, with dates. Leader pages and directory read from it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.pages.phones import PHONE
from tenants.scoping import TenantOwned


def _same_portal(record, *names):
    """Raise ValidationError at a field whose record belongs to another portal; constraints cannot look across rows."""
    for name in names:
        other = getattr(record, name)
        if other is not None and other.portal_id != record.portal_id:
            raise ValidationError({name: _("Phải thuộc cùng một cổng.")})


class Unit(TenantOwned):
    """A part of the organisation; the tree of units is its structure."""

    translatable_fields = ["name", "functions"]

    parent = models.ForeignKey(
        "self", verbose_name=_("Trực thuộc"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    name = models.CharField(
        _("Tên đơn vị"), max_length=255, help_text=_("Ví dụ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.")
    )
    functions = models.TextField(_("Chức năng, nhiệm vụ"), blank=True)
    address = models.CharField(_("Địa chỉ"), max_length=255, blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=30, blank=True, validators=[PHONE])
    email = models.EmailField(_("Thư điện tử"), blank=True)
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)

    panels = [
        FieldPanel("name"),
        FieldPanel("name_en"),
        FieldPanel("parent"),
        FieldPanel("functions"),
        FieldPanel("functions_en"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("order")]),
    ]

    class Meta:
        verbose_name = _("đơn vị trực thuộc")
        verbose_name_plural = _("đơn vị trực thuộc")
        constraints = [models.CheckConstraint(condition=~Q(parent=F("pk")), name="unit_not_its_own_parent")]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        _same_portal(self, "parent")
        above = self.parent
        while above is not None:
            if above.pk == self.pk:
                raise ValidationError({"parent": _("Đơn vị không thể trực thuộc chính mình hoặc cấp dưới của mình.")})
            above = above.parent


class Person(TenantOwned):
    """A person, once; what they do stands in their posts."""

    translatable_fields = ["biography"]

    name = models.CharField(_("Họ và tên"), max_length=120)
    photo = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Ảnh chân dung"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    biography = models.TextField(
        _("Tiểu sử tóm tắt"), blank=True, help_text=_("Ít nhất 200 ký tự thì được tính điểm.")
    )

    panels = [FieldPanel("name"), FieldPanel("photo"), FieldPanel("biography"), FieldPanel("biography_en")]

    class Meta:
        verbose_name = _("cán bộ")
        verbose_name_plural = _("cán bộ")

    def __str__(self):
        return self.name


class Post(TenantOwned):
    """A person in a post from one day to another; both days are local and inclusive, empty means open."""

    class Kind(models.TextChoices):
        LEADER = "leader", _("Lãnh đạo")
        FOCAL = "focal", _("Đầu mối liên hệ")
        SPOKESPERSON = "spokesperson", _("Người phát ngôn")
        STAFF = "staff", _("Cán bộ, công chức")

    translatable_fields = ["title", "duties"]

    person = models.ForeignKey(Person, verbose_name=_("Cán bộ"), on_delete=models.CASCADE, related_name="posts")
    unit = models.ForeignKey(
        Unit, verbose_name=_("Đơn vị"), null=True, blank=True, on_delete=models.SET_NULL, related_name="posts"
    )
    title = models.CharField(_("Chức vụ"), max_length=160, help_text=_("Ví dụ: Phó Chủ tịch Ủy ban nhân dân."))
    kind = models.CharField(_("Loại"), max_length=12, choices=Kind, default=Kind.STAFF)
    duties = models.TextField(_("Nhiệm vụ được phân công"), blank=True)
    phone = models.CharField(_("Điện thoại cơ quan"), max_length=30, blank=True, validators=[PHONE])
    mobile = models.CharField(_("Di động"), max_length=30, blank=True, validators=[PHONE])
    fax = models.CharField(_("Fax"), max_length=30, blank=True, validators=[PHONE])
    email = models.EmailField(_("Thư điện tử công vụ"), blank=True)
    from_date = models.DateField(_("Từ ngày"), null=True, blank=True)
    to_date = models.DateField(_("Đến ngày"), null=True, blank=True, help_text=_("Để trống khi còn đương chức."))
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    confirmed_on = models.DateField(_("Ngày xác nhận còn đúng"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("order")]),
        FieldPanel("duties"),
        FieldPanel("duties_en"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("mobile")]),
                FieldRowPanel([FieldPanel("fax"), FieldPanel("email")]),
            ],
            heading=_("Liên hệ"),
        ),
        FieldRowPanel([FieldPanel("from_date"), FieldPanel("to_date"), FieldPanel("confirmed_on")]),
    ]

    class Meta:
        verbose_name = _("chức vụ đảm nhiệm")
        verbose_name_plural = _("chức vụ đảm nhiệm")
        constraints = [
            models.CheckConstraint(
                condition=Q(from_date__isnull=True) | Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="post_ends_after_it_begins",
            )
        ]

    def __str__(self):
        return f"{self.person} - {self.title}"

    def clean(self):
        super().clean()
        if self.person_id:
            _same_portal(self, "person", "unit")
