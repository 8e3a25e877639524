"""Content of portals as of the first quarter of 2024: one that does everything, and single things."""

from datetime import date, timedelta

from django.utils.text import slugify

from cms.pages.models import ArticlePage, PortalPage
from cms.pages.people.models import Unit
from cms.pages.planting import insert_children
from compliance.actions import score
from compliance.facts import PlatformFact, gather
from compliance.packs import pack_named
from compliance.periods import find_period, window_of
from compliance.queries import run_scores
from compliance.rules import judge
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.factories import make_document, make_file, make_image, make_post, publish, section_page

from .making import EVERYTHING, at

Q1 = "2024-Q1"
BIOGRAPHY = "Sinh năm 1975 tại Lào Cai. " * 10
MAIL = "vanphong@laocai.gov.vn"


def plant_introduction(portal, *, day=(1, 10), reviewed_on=date(2024, 1, 10), **values):
    page = section_page(portal, "introduction")
    complete = {
        "functions_vi": "<p>Tham mưu, giúp Ủy ban nhân dân.</p>",
        "duties_vi": "<p>Quản lý nhà nước.</p>",
        "history_vi": "<p>Thành lập năm 1991.</p>",
        "chart": make_image(portal),
        "chart_alt_vi": "Chủ tịch, hai phó chủ tịch, văn phòng.",
    }
    for name, value in {**complete, **values}.items():
        setattr(page, name, value)
    page = publish(page, at=at(day))
    PortalPage._base_manager.filter(pk=page.pk).update(reviewed_on=reviewed_on)
    return page


def plant_contact(portal, *, day=(1, 10), **values):
    page = section_page(portal, "contact")
    complete = {"address_vi": "Số 1 đường Trần Phú", "phone": "0214 3840 000", "email": MAIL}
    for name, value in {**complete, **values}.items():
        setattr(page, name, value)
    return publish(page, at=at(day))


def plant_unit(portal, name="Văn phòng", *, parent=None):
    with platform_scope():
        return Unit.objects.create(portal=portal, name=name, parent=parent)


def plant_leader(portal, name="Lãnh Đạo", **values):
    complete = {"biography": BIOGRAPHY, "duties": "Phụ trách chung.", "from_date": date(2021, 7, 1)}
    return make_post(portal, name, **{**complete, **values})


def plant_focal(portal, name="Đầu Mối", *, unit=None, **values):
    complete = {"title": "Chuyên viên", "phone": "0214 3840 001", "email": MAIL, "confirmed_on": date(2024, 1, 5)}
    return make_post(portal, name, kind="focal", unit=unit or plant_unit(portal), **{**complete, **values})


def plant_news(portal, weeks=range(1, 13), *, title="Tin tuần"):
    """One article on the Wednesday of each week of the quarter, planted as an import does."""
    pages = [an_article(f"{title} {week}", date(2024, 1, 1) + timedelta(days=2 + 7 * (week - 1))) for week in weeks]
    return insert_children(section_page(portal, "news"), pages, now=at((1, 1)), with_revisions=True)


def an_article(title, day):
    moment = at(day)
    page = ArticlePage(
        title=title, slug=slugify(title), live=True, first_published_at=moment, last_published_at=moment
    )
    page.body_vi = [("paragraph", "<p>Nội dung.</p>")]
    return page


def plant_documents(portal, count=2, *, day=(3, 6), **values):
    """Complete documents of 4 March 2024, published two days later."""
    complete = {"issue_date": date(2024, 3, 4), "issue_precision": "day"}
    file = values.pop("file", None) or make_file(portal)
    titles = [f"Quyết định {at(day):%d-%m} số {number}" for number in range(count)]
    return [make_document(portal, title, at=at(day), file=file, **{**complete, **values}) for title in titles]


def plant_everything(portal):
    """What the rules of this form can reward, except English."""
    plant_introduction(portal)
    plant_contact(portal)
    plant_unit(portal)
    plant_leader(portal)
    plant_focal(portal)
    plant_news(portal)
    plant_documents(portal)


def facts_of(*portals, as_of=None, platform=EVERYTHING):
    """The facts of the first portal, gathered together with those of the others."""
    period = find_period(Q1)
    window = window_of(period, as_of=as_of or period.cutoff)
    return gather(portals, window, platform=platform)[portals[0].pk]


def judged(pack, criterion, portal, *others, as_of=None):
    """(points, numerator, denominator, reasons) of one criterion, with facts gathered for all the portals at once."""
    period = find_period(Q1)
    window = window_of(period, as_of=as_of or period.cutoff)
    facts = gather([portal, *others], window, platform=EVERYTHING)[portal.pk]
    result = judge(pack_named(pack, "1").criterion(criterion), facts, window)
    return result.score, result.numerator, result.denominator, list(result.reasons)


def scored(*portals, period=Q1, as_of=None, by=None, platform=EVERYTHING):
    """Score for the quarter as of its cut-off; returns the run."""
    period = find_period(period)
    return score(list(portals), period=period, as_of=as_of or period.cutoff, by=by, platform=platform)


def points_of(run, portal):
    """{criterion: points} of the portal's first information pack of the run."""
    found = next(score for score in run_scores(run) if score.portal == portal)
    return {line.criterion.code: line.entry.score for line in found.packs[0].lines}


def again(portal):
    return Portal.objects.get(pk=portal.pk)


NOBODY_KNOWS = PlatformFact()
