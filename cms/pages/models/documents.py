"""Legal and administrative documents with the attributes the law names."""

from django.db import models
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from cms.pages import partial_dates
from cms.pages.legal.form import DocumentForm
from cms.pages.legal.identity import DocumentIdentity
from cms.pages.legal.numbers import with_number
from cms.pages.legal.panels import BulkRelationsLink, IssuerInput, RelationsFromOthers
from cms.pages.partial_dates import Precision

from .base import PortalPage
from .section import BornSection


class Form(models.TextChoices):
    """Forms of documents (Nghị định 30/2020/NĐ-CP lists the administrative ones; the first six are normative)."""

    LAW = "luat", _("Luật")
    DECREE = "nghi-dinh", _("Nghị định")
    CIRCULAR = "thong-tu", _("Thông tư")
    RESOLUTION = "nghi-quyet", _("Nghị quyết")
    DECISION = "quyet-dinh", _("Quyết định")
    DIRECTIVE = "chi-thi", _("Chỉ thị")
    REGULATION = "quy-che", _("Quy chế, quy định")
    PLAN = "ke-hoach", _("Kế hoạch, chương trình")
    REPORT = "bao-cao", _("Báo cáo")
    NOTICE = "thong-bao", _("Thông báo")
    GUIDANCE = "huong-dan", _("Hướng dẫn")
    LETTER = "cong-van", _("Công văn")
    PROPOSAL = "to-trinh", _("Tờ trình")
    TELEGRAM = "cong-dien", _("Công điện")
    OTHER = "khac", _("Văn bản khác")


class Force(models.TextChoices):
    IN_FORCE = "in_force", _("Còn hiệu lực")
    PARTLY = "partly", _("Hết hiệu lực một phần")
    EXPIRED = "expired", _("Hết hiệu lực toàn bộ")
    PENDING = "pending", _("Chưa có hiệu lực")
    UNKNOWN = "unknown", _("Chưa xác định hiệu lực")


class StatedForce(models.TextChoices):
    """What an editor may say by hand, where no relation and no date on this portal tells it."""

    IN_FORCE = "in_force", _("Còn hiệu lực")
    PARTLY = "partly", _("Hết hiệu lực một phần")
    EXPIRED = "expired", _("Hết hiệu lực toàn bộ")


class DocumentIndexPage(BornSection, PortalPage):
    subpage_types = ["pages.LegalDocumentPage"]
    template = "pages/document_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục văn bản")
        verbose_name_plural = _("chuyên mục văn bản")


def _date_fields(label, example):
    return (
        models.DateField(label, null=True, blank=True, help_text=example),
        models.CharField(
            _("Mức độ biết rõ"),
            max_length=8,
            choices=Precision,
            default=Precision.UNKNOWN,
            help_text=_("Biết rõ đến đâu? Ví dụ: chỉ biết tháng 6/2022 thì nhập 01/06/2022 và chọn “Chỉ biết tháng”."),
        ),
    )


PRECISION_HELP = _(
    "Biết rõ ngày thì để yên, cổng tự ghi. Ví dụ: chỉ biết tháng 6/2022 thì nhập 01/06/2022 và chọn “Chỉ biết tháng”."
)
FIRST_PANELS = [
    FieldRowPanel([FieldPanel("form"), FieldPanel("number")]),
    FieldPanel("issuer", widget=IssuerInput),
    FieldPanel("abstract"),
]
LAST_PANELS = [
    InlinePanel("files", label=_("Tệp văn bản"), heading=_("Tệp văn bản")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel(f"{name}_date"), FieldPanel(f"{name}_precision", help_text=PRECISION_HELP)])
            for name in ("issue", "effective", "expiry")
        ],
        heading=_("Ngày tháng"),
    ),
    InlinePanel(
        "relations",
        label=_("Quan hệ với văn bản khác"),
        heading=_("Quan hệ với văn bản khác"),
        help_text=_(
            "Văn bản này thay thế, sửa đổi, bãi bỏ, hướng dẫn văn bản nào? Trang của văn bản kia cũng sẽ ghi."
        ),
    ),
    BulkRelationsLink(heading=_("Nhiều quan hệ cùng lúc")),
    RelationsFromOthers(heading=_("Văn bản khác đã ghi về văn bản này")),
    FieldPanel("stated_force"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_title")]),
            FieldPanel("field"),
            FieldPanel("recipients"),
        ],
        heading=_("Người ký, lĩnh vực, nơi nhận"),
    ),
]


class LegalDocumentPage(DocumentIdentity, PortalPage):
    """One document. What is not known stays empty and is shown as "không rõ"; nothing missing blocks a draft."""

    translatable_fields = ["abstract"]

    form = models.CharField(
        _("Hình thức văn bản"),
        max_length=12,
        choices=Form,
        blank=True,
        db_index=True,
        help_text=_("Ví dụ: Quyết định."),
    )
    issuer = models.CharField(
        _("Cơ quan ban hành"), max_length=255, blank=True, help_text=_("Ví dụ: Ủy ban nhân dân tỉnh Lào Cai.")
    )
    issuer_slug = models.CharField(max_length=63, blank=True, editable=False, db_index=True)
    number = models.CharField(_("Số, ký hiệu"), max_length=60, blank=True, help_text=_("Ví dụ: 3098/UBND-BBT."))
    issue_date, issue_precision = _date_fields(_("Ngày ban hành"), _("Ngày ghi trên văn bản. Ví dụ: 11/07/2022."))
    effective_date, effective_precision = _date_fields(_("Ngày có hiệu lực"), _("Ví dụ: 15/08/2022."))
    expiry_date, expiry_precision = _date_fields(
        _("Ngày hết hiệu lực"), _("Ngày cuối cùng còn hiệu lực, nếu văn bản tự định. Ví dụ: 31/12/2025.")
    )
    stated_force = models.CharField(
        _("Hiệu lực, nếu biết chắc"),
        max_length=10,
        choices=StatedForce,
        blank=True,
        help_text=_("Thường để trống: cổng tự tính từ ngày và quan hệ. Ví dụ: chọn khi văn bản ở nơi khác bãi bỏ nó."),
    )
    force = models.CharField(
        _("Hiệu lực"), max_length=10, choices=Force, default=Force.UNKNOWN, db_index=True, editable=False
    )
    signer = models.CharField(_("Người ký"), max_length=120, blank=True, help_text=_("Ví dụ: Nguyễn Văn An."))
    signer_title = models.CharField(
        _("Chức vụ người ký"), max_length=160, blank=True, help_text=_("Ví dụ: KT. Chủ tịch, Phó Chủ tịch.")
    )
    field = models.CharField(
        _("Lĩnh vực"), max_length=120, blank=True, help_text=_("Ví dụ: Thông tin và truyền thông.")
    )
    abstract = models.TextField(
        _("Trích yếu"), blank=True, help_text=_("Nội dung chính trong một hai câu. Ví dụ: Về việc lập Ban biên tập.")
    )
    recipients = models.TextField(
        _("Nơi nhận"), blank=True, help_text=_("Mỗi nơi nhận một dòng. Ví dụ: Ban biên tập Trang thông tin điện tử.")
    )
    unique_key = models.CharField(max_length=500, null=True, blank=True, unique=True, editable=False)

    # What a subtype adds stands between the abstract and the files.
    own_panels = []
    wanted_fields = (
        "form",
        "number",
        "issuer",
        "abstract",
        "files",
        "issue_date",
        "effective_date",
        "signer",
        "field",
    )

    parent_page_types = ["pages.DocumentIndexPage"]
    subpage_types = []
    template = "pages/legal_document_page.html"
    base_form_class = DocumentForm

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        constraints = [partial_dates.dated(name) for name in ("issue", "effective", "expiry")]

    @classproperty
    def content_panels(cls):
        return [*PortalPage.content_panels, *FIRST_PANELS, *cls.own_panels, *LAST_PANELS]

    def clean(self):
        super().clean()
        for name in ("issue", "effective", "expiry"):
            partial_dates.check(self, name)

    @property
    def numbered_title(self):
        """As the editors' screens name it beside others: its newest title, and its number where that lacks it."""
        return with_number(self.get_admin_display_title(), self.number)

    @property
    def closed_words(self):
        """Why the document is over, where its own kind says so and no date of force does: a sentence, or ""."""
        return ""

    @cached_property
    def public_files(self):
        return [file.document for file in self.files.select_related("document")]

    def _search_summary(self):
        return self.abstract

    def _search_number(self):
        return self.number

    def _search_body(self):
        words = [self.number, self.get_form_display(), self.issuer, self.signer, self.field]
        return " ".join(word for word in words if word)


class DocumentFile(Orderable):
    page = ParentalKey(LegalDocumentPage, related_name="files", on_delete=models.CASCADE)
    document = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("Tệp"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Bản PDF của văn bản; thêm nhiều tệp khi có phụ lục. Ví dụ: 3098-UBND.pdf."),
    )

    panels = [FieldPanel("document")]
