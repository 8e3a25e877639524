"""Lists of documents as they grow from ten to a thousand: queries, and processor time of one request."""

from django.utils import timezone

from cms.pages.models import LegalDocumentPage, PortalPage
from cms.pages.planting import insert_children
from tenants.models import Portal
from tests.bench import requests
from tests.bench.table import Figure

FEW, MANY = 10, 1000
MOST_QUERIES, MOST_TIMES = 12, 1.3
# Each finds ten documents or more with few and with many; what is shown at once differs by one page at most.
ASKED = {
    "form and issuer": "?hinh-thuc=quyet-dinh&co-quan=UBND+x%C3%A3",
    "number": "?so=1%2F2024",
    "force and year": "?hieu-luc=in_force&nam=2024",
}


def measure(slug):
    host = f"{slug}.localhost"
    _plant(slug, 0, FEW)
    few = {name: requests.seconds(host, f"/van-ban/{query}") for name, query in ASKED.items()}
    _plant(slug, FEW, MANY)
    rows = []
    for name, query in ASKED.items():
        address = f"/van-ban/{query}"
        times = requests.seconds(host, address) / few[name]
        rows.append(Figure(f"{MANY} documents by {name}", requests.queries(host, address), MOST_QUERIES, "queries"))
        rows.append(Figure(f"{MANY} documents by {name}, time / with {FEW}", times, MOST_TIMES, "ratio"))
    return rows


def _plant(slug, first, last):
    parent = PortalPage.objects.get(portal=Portal.objects.get(slug=slug), starts_section="documents")
    now = timezone.now()
    pages = [_document(number, now) for number in range(first, last)]
    insert_children(parent, pages, now=now)


def _document(number, now):
    spelling = ("UBND xã", "Ủy ban nhân dân xã")[number % 2]
    return LegalDocumentPage(
        title=f"Quyết định số {number} về việc phân công nhiệm vụ", slug=f"qd-{number}", live=True,
        first_published_at=now, form="quyet-dinh", number=f"1/2024/QĐ-UBND-{number}", issuer=spelling,
        issue_date=f"2024-{1 + number % 12:02}-01", issue_precision="day", effective_date="2024-12-15",
        effective_precision="day", force="in_force", field=f"Lĩnh vực {number % 12}", abstract="Trích yếu " * 20,
    )  # fmt: skip
