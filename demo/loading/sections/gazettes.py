"""Issues of the province's official gazette, each with its list and its file."""

import random

from cms.pages.models import GazetteEntry, GazetteIssuePage, PortalPage
from cms.pages.planting import insert_children
from demo.loading.addresses import free_slug
from demo.loading.attachments import draw_facts
from demo.loading.dates import full_day, office_day, office_moment
from demo.loading.media import write_files

from .contents import content_of

MARK = "CÔNG BÁO MINH HỌA - không có giá trị pháp lý"
NOTE = "Tệp này do chương trình tạo ra cho bản minh họa; số công báo và các văn bản trong đó đều không có thật."


def insert_gazettes(portal, papers, *, now, today):
    """`papers` are the portal's documents by key: an issue lists some of them, and others by their names."""
    entries = content_of(portal.slug, "gazettes")
    if not entries:
        return []
    taken, parent = set(), PortalPage.objects.get(portal=portal, starts_section="gazette")
    pages = [_issue(entry, papers, taken, today=today) for entry in entries]
    contents = [(page.title, f"cong-bao-{number}", _draw(page)) for number, page in enumerate(pages, 1)]
    for page, file in zip(pages, write_files(portal, contents), strict=True):
        page.file = file
    return insert_children(parent, pages, now=now, with_revisions=True)


def _issue(entry, papers, taken, *, today):
    day = office_day(entry["issued_on"], today=today)
    number = entry["number"].format(year=day.year)
    title = f"Công báo tỉnh Lào Cai số {number} ngày {full_day(day)} (minh họa)"
    moment = office_moment(day, rng=random.Random(number))
    page = GazetteIssuePage(
        title=title,
        title_en=f"Official gazette no. {number} of {day.day}/{day.month}/{day.year} (demonstration)",
        slug=free_slug(title, taken),
        number=number,
        issued_on=day,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
    )
    page.entries.set([_entry(*row, papers, day, order) for order, row in enumerate(entry["entries"])])
    return page


def _entry(listed, page_number, papers, day, order):
    """A key names a document of the portal; anything else is a title in words."""
    document = papers.get(listed)
    text = "" if document else listed.format(year=day.year)
    return GazetteEntry(document=document, text=text, page_number=page_number, sort_order=order)


def _draw(page):
    rows = [(f"Trang {entry.page_number}", entry.public_label) for entry in page.entries.all()]
    facts = [("Số", page.number), ("Ngày phát hành", full_day(page.issued_on)), *rows]
    return draw_facts(page.title, mark=MARK, facts=facts, note=NOTE)
