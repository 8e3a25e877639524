"""A page of every type, filled as a clerk fills it, for tests that look at all of them."""

from datetime import timedelta

from wagtail.fields import RichTextField, StreamField

from cms.pages.models import (
    ArticlePage,
    DirectivePage,
    GazetteEntry,
    GazetteIssuePage,
    GuidancePage,
    LegalDocumentPage,
    Milestone,
    RecruitmentPage,
    WorkSchedulePage,
)
from tests.factories import make_article, make_document, make_image, make_record, make_schedule, publish, section_page
from tests.pages.types.entering import page_at
from tests.pages.types.specimens import BORN, MADE, TITLE

MADE_ABOVE = (ArticlePage, LegalDocumentPage, WorkSchedulePage)
LONG = "Ủy ban nhân dân thị trấn Nông trường Phong Hải, huyện Bảo Thắng, tỉnh Lào Cai"


def tell(page, texts):
    """The Vietnamese words of a specimen on an unpublished page."""
    for name, (words, _english) in texts.items():
        field = page._meta.get_field(name)
        block = [("heading", words), ("paragraph", f"<p>{words}</p>")]
        rich = f"<p>{words}</p>" if isinstance(field, RichTextField) else words
        setattr(page, f"{name}_vi", block if isinstance(field, StreamField) else rich)


def fill_born(portal):
    for specimen in BORN:
        page = page_at(portal, specimen.address)
        if page is not None:
            tell(page, specimen.texts)
            publish(page)
    place, past = section_page(portal, "locality"), section_page(portal, "history")
    place.map_picture, place.map_alt_vi = make_image(portal, "Bản đồ", (1200, 800)), f"Giáp {LONG}."
    place.area, place.population, place.figures_year = "54.2", 5120, 2025
    past.milestones = [
        Milestone(years="1953", text=f"Thành lập {LONG}."),
        Milestone(years="1976-1991", text="Sáp nhập."),
    ]
    for page in (place, past):
        publish(page)


def make_all(portal, today):
    """One page of each type that an editor adds, and what ties them."""
    document = make_document(portal, TITLE, number="1/NQ", issuer=LONG)
    entries = [{"day": today, "content": f"Họp với {LONG}", "person": LONG, "place": LONG}]
    yield document
    yield make_article(portal, TITLE, picture=make_image(portal, size=(1200, 675)), lead_vi=LONG)
    yield make_schedule(portal, today, today, entries, title=TITLE)
    more = {
        GuidancePage: {"explains": document},
        DirectivePage: {"due_date": today},
        RecruitmentPage: {"apply_until": today + timedelta(days=2)},
        GazetteIssuePage: {"entries": [GazetteEntry(document=document, page_number=3), GazetteEntry(text=LONG)]},
    }
    for specimen in MADE:
        if specimen.model not in MADE_ABOVE and specimen.portal == portal.slug:
            texts = {
                f"{name}_vi": f"{words} {LONG}" for name, (words, _en) in specimen.texts.items() if name != "body"
            }
            yield make_record(portal, specimen.model, TITLE, **{**texts, **more.get(specimen.model, {})})
