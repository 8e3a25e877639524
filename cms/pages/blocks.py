"""What an editor can put into the body of a page: few blocks, each with one line of help."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class DescribedImageBlock(ImageBlock):
    """Wagtail's picture with its description; the name of its first field is in no catalogue."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"].label = _("Tệp ảnh")


class PictureBlock(blocks.StructBlock):
    image = DescribedImageBlock(label=_("Ảnh"), help_text=_("Viết mô tả ảnh cho người không nhìn thấy ảnh."))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Ảnh")
        template = "pages/blocks/picture.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Lời trích"))
    source = blocks.CharBlock(label=_("Người nói hoặc nguồn"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Trích dẫn")
        template = "pages/blocks/quote.html"


class TableBlock(TypedTableBlock):
    """Rows and columns with a caption; the headings of the columns are the header row. Cells are not merged."""

    text = blocks.TextBlock(label=_("Cột chữ, số"), required=False, rows=1, template="pages/blocks/cell.html")
    rich = blocks.RichTextBlock(
        label=_("Cột có liên kết, in đậm"),
        required=False,
        features=["bold", "italic", "link", "document-link"],
        template="pages/blocks/paragraph.html",
    )

    class Meta:
        icon = "table"
        label = _("Bảng")
        template = "pages/blocks/table.html"
        help_text = _("Đặt tên bảng và tên từng cột. Ví dụ: “Thu ngân sách quý I”, cột “Chỉ tiêu”, “Kế hoạch”.")


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(label=_("Đề mục"), icon="title", max_length=200, template="pages/blocks/heading.html")
    paragraph = blocks.RichTextBlock(
        label=_("Đoạn văn"), icon="pilcrow", features=TEXT_FEATURES, template="pages/blocks/paragraph.html"
    )
    picture = PictureBlock()
    gallery = blocks.ListBlock(PictureBlock(), label=_("Chùm ảnh"), icon="image", template="pages/blocks/gallery.html")
    quote = QuoteBlock()
    table = TableBlock()
    file = DocumentChooserBlock(label=_("Tệp đính kèm"), icon="doc-full", template="pages/blocks/file.html")


def plain_text(stream):
    """The words of a stream, for the search index; markup and ids left out."""
    return " ".join(text for block in stream for text in block.block.get_searchable_content(block.value))
