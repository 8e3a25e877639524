"""The source documents, registered on the provincial portal with what they themselves say; unknown stays unknown."""

import random

from cms.pages.models import DocumentFile, LegalDocumentPage
from cms.pages.models.documents import Form
from cms.pages.partial_dates import Precision, show

from .attachments import draw_facts
from .dates import office_moment
from .media import write_files
from .reading import read_yaml

MARK = "PHIẾU ĐĂNG KÝ VĂN BẢN - dữ liệu minh họa"
NOTE = (
    "Phiếu này chỉ ghi những thông tin mà văn bản tự cho biết; trích yếu được viết lại, lời văn của văn bản không "
    "được sao chép. Thông tin nào văn bản không ghi thì để là không rõ."
)


def build_sources(portal):
    """Unsaved LegalDocumentPages of the five documents, each with a registration slip as its file."""
    entries = read_yaml("documents.yaml")
    files = write_files(portal, [(_slip_title(e), f"phieu-{e['key']}", _slip(e)) for e in entries])
    pages = [_page(entry) for entry in entries]
    for page, file in zip(pages, files, strict=True):
        page.files.add(DocumentFile(document=file))
    return pages


def _page(entry):
    moment = office_moment(entry["registered_on"], rng=random.Random(entry["key"]))
    return LegalDocumentPage(
        slug=entry["key"],
        issue_date=entry.get("issue_date"),
        issue_precision=Precision(entry["issue_precision"]),
        recipients="\n".join(entry["recipients"]),
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
        **{
            name: entry[name]
            for name in ("title", "title_en", "form", "number", "issuer", "signer", "signer_title", "field")
        },
        **{name: entry[name] for name in ("abstract", "abstract_en")},
    )


def _slip_title(entry):
    return f"Phiếu đăng ký: {entry['title']}"


def _slip(entry):
    rows = [
        ("Hình thức", str(Form(entry["form"]).label)),
        ("Số, ký hiệu", entry["number"]),
        ("Cơ quan ban hành", entry["issuer"]),
        ("Ngày ban hành", show(entry.get("issue_date"), entry["issue_precision"])),
        ("Ngày có hiệu lực", ""),
        ("Người ký", "\n".join(filter(None, (entry["signer"], entry["signer_title"])))),
        ("Lĩnh vực", entry["field"]),
        ("Nơi nhận", "\n".join(entry["recipients"])),
        ("Trích yếu", entry["abstract"]),
    ]
    return draw_facts(entry["title"], mark=MARK, facts=rows, note=NOTE)
