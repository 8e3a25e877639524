"""The articles of a portal, unsaved: its quota, spread over the weeks of the quarter, and a few before."""

import random

from cms.pages.models import ArticlePage

from .addresses import free_slug
from .choosing import choose, nothing_told
from .dates import EARLIER_ENDS, EARLIER_STARTS, office_moment, spread
from .places import in_sentence
from .profiles import profile_of
from .quotas import inactive, quotas
from .reading import read_portals, read_yaml
from .writing import write_story

SOURCE = "Dữ liệu minh họa"
CAPTION = "Tranh minh họa được vẽ bằng chương trình."
CAPTION_EN = "An illustration drawn by a program."
PICTURED = 0.85  # share of the articles that have a picture


def plan_articles(slug):
    """[(moment of publication, Choice)] of a portal, oldest first; the same every time."""
    rng, told = random.Random(f"articles:{slug}"), nothing_told()
    days = _earlier_days(slug, rng) + spread(quotas()[slug].articles, rng=rng)
    chosen = [(day, choose(slug, day, rng=rng, told=told, write=write_story)) for day in days]
    return sorted(
        ((office_moment(day, rng=rng), choice) for day, choice in chosen if choice), key=lambda item: item[0]
    )


def _earlier_days(slug, rng):
    """One article of late 2023 on some portals: those that fell silent are recognised by it."""
    shares = read_yaml("quotas.yaml")["earlier"]
    if read_portals()[slug]["status"] != "active" or slug in read_yaml("quotas.yaml")["dead"]:
        return []
    share = shares["inactive_share" if slug in inactive() else "active_share"]
    return spread(1, rng=rng, first=EARLIER_STARTS, last=EARLIER_ENDS) if rng.random() < share else []


def build_articles(slug, *, gallery):
    """Unsaved ArticlePages; `gallery(kind, rng)` gives the portal's own picture of a kind."""
    rng, taken = random.Random(f"pages:{slug}"), set()
    english = profile_of(slug).english
    return [
        _page(choice, moment, rng=rng, taken=taken, gallery=gallery, english=english, publisher=slug)
        for moment, choice in plan_articles(slug)
    ]


def _page(choice, moment, *, rng, taken, gallery, english, publisher):
    story = choice.story
    page = ArticlePage(
        title=story.title,
        slug=free_slug(story.title, taken),
        lead=story.lead,
        source=SOURCE,
        author=_author(choice.subject, publisher),
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
    )
    page.body_vi, page.body_en = [("paragraph", story.body)], []
    if english and story.title_en:
        page.title_en, page.lead_en, page.body_en = story.title_en, story.lead_en, [("paragraph", story.body_en)]
    if rng.random() < PICTURED:
        _illustrate(page, choice.template, gallery(choice.template["picture"], rng), english=english)
    return page


def _illustrate(page, template, picture, *, english):
    page.picture, page.picture_alt, page.picture_caption = picture, template["alt"], CAPTION
    if english and page.title_en:
        page.picture_alt_en, page.picture_caption_en = picture.description_en, CAPTION_EN


def _author(subject, publisher):
    if subject == publisher:
        return "Ban biên tập"
    return f"Cổng thông tin điện tử {in_sentence(read_portals()[subject]['name'])}"
