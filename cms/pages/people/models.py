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
        "self",
        verbose_name=_("Trực thuộc"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text=_("Để trống nếu trực thuộc thẳng cơ quan. Ví dụ: Văn phòng."),
    )
    name = models.CharField(
        _("Tên đơn vị"), max_length=255, help_text=_("Ví dụ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.")
    )
    functions = models.TextField(
        _("Chức năng, nhiệm vụ"), blank=True, help_text=_("Ví dụ: Tham mưu về tài chính, kế hoạch, đầu tư của xã.")
    )
    decision = models.CharField(
        _("Quyết định thành lập"), max_length=120, blank=True, help_text=_("Ví dụ: 15/2025/QĐ-UBND ngày 20/6/2025.")
    )
    address = models.CharField(
        _("Địa chỉ"), max_length=255, blank=True, help_text=_("Ví dụ: Tầng 2, trụ sở Ủy ban nhân dân xã.")
    )
    phone = models.CharField(
        _("Điện thoại"), max_length=30, blank=True, validators=[PHONE], help_text=_("Ví dụ: 0214 3840 034.")
    )
    email = models.EmailField(_("Thư điện tử"), blank=True, help_text=_("Ví dụ: vanphong@xa-anbinh.example.vn."))
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0, help_text=_("Số nhỏ đứng trước. Ví dụ: 1."))

    panels = [
        FieldPanel("name"),
        FieldPanel("name_en"),
        FieldPanel("parent"),
        FieldPanel("functions"),
        FieldPanel("functions_en"),
        FieldPanel("decision"),
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

    name = models.CharField(_("Họ và tên"), max_length=120, help_text=_("Ví dụ: Nguyễn Văn An."))
    photo = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Ảnh chân dung"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Ảnh chân dung rõ mặt, nền sáng. Ví dụ: ảnh thẻ 4x6."),
    )
    biography = models.TextField(
        _("Tiểu sử tóm tắt"),
        blank=True,
        help_text=_("Ít nhất 200 ký tự thì được tính điểm. Ví dụ: Sinh năm 1975; từ 2015 là Phó Chủ tịch ..."),
    )

    panels = [FieldPanel("name"), FieldPanel("photo"), FieldPanel("biography"), FieldPanel("biography_en")]

    class Meta:
        verbose_name = _("cán bộ")
        verbose_name_plural = _("cán bộ")

    def __str__(self):
        return self.name


def held_on(day):
    """Q of posts held on a local day."""
    begun = Q(from_date__isnull=True) | Q(from_date__lte=day)
    return begun & (Q(to_date__isnull=True) | Q(to_date__gte=day))


class Post(TenantOwned):
    """A person in a post from one day to another; both days are local and inclusive, empty means open."""

    class Kind(models.TextChoices):
        LEADER = "leader", _("Lãnh đạo")
        FOCAL = "focal", _("Đầu mối liên hệ")
        SPOKESPERSON = "spokesperson", _("Người phát ngôn")
        BOARD = "board", _("Thành viên Ban biên tập")
        STAFF = "staff", _("Cán bộ, công chức")

    translatable_fields = ["title", "duties"]

    person = models.ForeignKey(
        Person,
        verbose_name=_("Cán bộ"),
        on_delete=models.CASCADE,
        related_name="posts",
        help_text=_("Chọn người; chưa có thì bấm tạo mới. Ví dụ: Nguyễn Văn An."),
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("Đơn vị"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        help_text=_("Ví dụ: Văn phòng. Lãnh đạo cơ quan thì để trống."),
    )
    title = models.CharField(_("Chức vụ"), max_length=160, help_text=_("Ví dụ: Phó Chủ tịch Ủy ban nhân dân."))
    kind = models.CharField(
        _("Loại"),
        max_length=12,
        choices=Kind,
        default=Kind.STAFF,
        help_text=_("Cho biết người này hiện ở trang nào. Ví dụ: Lãnh đạo."),
    )
    duties = models.TextField(
        _("Nhiệm vụ được phân công"), blank=True, help_text=_("Ví dụ: Phụ trách kinh tế, đất đai, xây dựng.")
    )
    decision_number = models.CharField(
        _("Quyết định bổ nhiệm, phân công"), max_length=80, blank=True, help_text=_("Ví dụ: 45/QĐ-UBND.")
    )
    decision_date = models.DateField(_("Ngày quyết định"), null=True, blank=True, help_text=_("Ví dụ: 20/06/2025."))
    phone = models.CharField(
        _("Điện thoại cơ quan"), max_length=30, blank=True, validators=[PHONE], help_text=_("Ví dụ: 0214 3840 034.")
    )
    mobile = models.CharField(
        _("Di động"), max_length=30, blank=True, validators=[PHONE], help_text=_("Số công vụ. Ví dụ: 0912 345 678.")
    )
    fax = models.CharField(
        _("Fax"), max_length=30, blank=True, validators=[PHONE], help_text=_("Ví dụ: 0214 3840 035.")
    )
    email = models.EmailField(_("Thư điện tử công vụ"), blank=True, help_text=_("Ví dụ: an.nguyen@laocai.example.vn."))
    from_date = models.DateField(
        _("Từ ngày"), null=True, blank=True, help_text=_("Ngày bắt đầu giữ chức. Ví dụ: 01/07/2025.")
    )
    to_date = models.DateField(
        _("Đến ngày"), null=True, blank=True, help_text=_("Để trống khi còn đương chức. Ví dụ: 30/06/2030.")
    )
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0, help_text=_("Số nhỏ đứng trước. Ví dụ: 1."))
    confirmed_on = models.DateField(
        _("Ngày xác nhận còn đúng"),
        null=True,
        blank=True,
        help_text=_("Ngày gần nhất đã kiểm tra số điện thoại, chức vụ. Ví dụ: 15/03/2026."),
    )

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("order")]),
        FieldPanel("duties"),
        FieldPanel("duties_en"),
        FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decision_date")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("mobile")]),
                FieldRowPanel([FieldPanel("fax"), FieldPanel("email")]),
            ],
            heading=_("Liên hệ"),
        ),
        FieldRowPanel([FieldPanel("from_date"), FieldPanel("to_date")]),
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

    @property
    def public_mobile(self):
        """The mobile number as far as citizens see it: of those whom the law has them reach, not of every clerk."""
        return "" if self.kind == self.Kind.STAFF else self.mobile

    def clean(self):
        super().clean()
        if self.person_id:
            _same_portal(self, "person", "unit")
