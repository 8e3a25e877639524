"""Starter text and sections without content: citizens read "đang cập nhật", search engines nothing at all."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.pages.models import Milestone, PortalPage, StaticPage
from cms.pages.people.models import Post
from cms.pages.sections import sections_for
from tests.factories import make_article, make_document, make_post, publish, section_page

WORDS = "Chữ mẫu chưa ai đăng"
NOINDEX = '<meta name="robots" content="noindex, follow">'
STARTER_TEXT = {
    "plans": {"body_vi": [("paragraph", f"<p>{WORDS}</p>")], "body_en": [("paragraph", f"<p>{WORDS}</p>")]},
    "introduction": {"functions_vi": f"<p>{WORDS}</p>", "functions_en": f"<p>{WORDS}</p>"},
    "contact": {"address_vi": WORDS, "address_en": WORDS, "phone": "0214 3000 001"},
    "locality": {"overview_vi": f"<p>{WORDS}</p>", "borders_en": WORDS},
    "spokesperson": {"rules_vi": f"<p>{WORDS}</p>", "rules_en": f"<p>{WORDS}</p>"},
    "editorial_board": {"duties_vi": f"<p>{WORDS}</p>", "decision_number": WORDS},
}


def _path(page, language="vi"):
    return page.url_in(language).partition(":8000")[2]


def _is_public(visit, page, language="vi"):
    """(no "đang cập nhật", no noindex in the page, none in the header, in the site map): all alike or a fault."""
    answer = visit(page.portal, _path(page, language))
    assert answer.status_code == 200
    text = answer.text
    updating = "Being updated" if language == "en" else "Đang cập nhật"
    sitemap = visit(page.portal, "/sitemap.xml").text
    told = (
        f"<h2>{updating}</h2>" not in text,
        NOINDEX not in text,
        "X-Robots-Tag" not in answer.headers,
        f"{_path(page, language)}</loc>" in sitemap,
    )
    assert len(set(told)) == 1, told
    return told[0]


@pytest.fixture
def is_public(visit):
    return lambda page, language="vi": _is_public(visit, page, language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_portal_shows_no_section_as_content_but_what_the_platform_writes(is_public, a, b, language):
    shown = {s.code for s in sections_for(a) if is_public(section_page(a, s.code), language)}
    assert shown == {"sitemap"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_topic_page_is_held_back_until_it_is_written(is_public, a, b, language):
    topics = [list(section_page(portal, "locality").get_children().specific()) for portal in (a, b)]
    first = topics[0][0]
    first.body_vi = first.body_en = [("heading", "Núi cao")]
    publish(first)
    told = [[is_public(topic, language) for topic in portal] for portal in topics]
    assert told == [[True, False, False, False, False], [False] * 5]
    assert is_public(section_page(a, "locality"), language) and not is_public(section_page(b, "locality"), language)


@pytest.mark.parametrize("code", STARTER_TEXT)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_starter_text_is_never_shown(visit, is_public, a, b, code, language):
    page = section_page(a, code)
    for name, value in STARTER_TEXT[code].items():
        setattr(page, name, value)
    page.save()
    assert not is_public(page, language)
    assert WORDS not in visit(a, _path(page, language)).text
    publish(section_page(a, code))
    assert is_public(section_page(a, code)) and not is_public(section_page(b, code))


def test_starter_text_stays_out_also_when_something_stands_below(visit, a, b):
    for portal in (a, b):
        page = section_page(portal, "plans")
        page.body_vi = STARTER_TEXT["plans"]["body_vi"]
        page.save()
        below = StaticPage(title=f"Kế hoạch {portal.slug}", slug="kh", body=[("heading", "x")])
        publish(page.add_child(instance=below))
    text = visit(a, "/quy-hoach-ke-hoach/").text
    assert (WORDS in text, "Kế hoạch xa-a" in text, "Kế hoạch xa-b" in text) == (False, True, False)


def test_starter_milestones_are_left_out_too(visit, a, b):
    page = section_page(a, "history")
    page.milestones.add(Milestone(years="1953", text_vi=WORDS))
    page.save()
    assert WORDS not in visit(a, "/qua-trinh-hinh-thanh/").text
    publish(section_page(a, "history"))
    assert page.milestones.count() == 1
    assert "1953" not in visit(b, "/qua-trinh-hinh-thanh/").text


def test_serving_a_page_writes_nothing(visit, a, b):
    page = section_page(a, "plans")
    page.body_vi = STARTER_TEXT["plans"]["body_vi"]
    page.save()
    visit(a, "/quy-hoach-ke-hoach/")
    assert WORDS in str(section_page(a, "plans").body_vi)


def test_an_editor_sees_the_starter_text_in_the_preview(enter, a, b):
    page = section_page(a, "plans")
    page.body_vi = STARTER_TEXT["plans"]["body_vi"]
    page.save_revision()
    answer = enter(a, "editor").get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert WORDS in answer.text


@pytest.mark.parametrize(("code", "make"), [("news", make_article), ("documents", make_document)])
@pytest.mark.parametrize("how", ["unpublish", "delete", "close"])
def test_a_list_is_held_back_again_when_its_last_item_goes(is_public, a, b, code, make, how):
    items = [make(a), make(b)]
    assert is_public(section_page(a, code))
    if how == "close":
        PageViewRestriction.objects.create(page=items[0], restriction_type="login")
    else:
        getattr(items[0], how)()
    assert (is_public(section_page(a, code)), is_public(section_page(b, code))) == (False, True)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("leaders", "leader"), ("directory", "staff"), ("spokesperson", "spokesperson"), ("editorial_board", "board")],
)
def test_a_page_of_the_register_is_held_back_when_the_last_post_has_ended(is_public, a, b, code, kind):
    make_post(a, kind=kind), make_post(b, kind=kind)
    assert is_public(section_page(a, code))
    Post._base_manager.filter(portal=a).update(to_date=timezone.localdate() - timedelta(days=1))
    assert (is_public(section_page(a, code)), is_public(section_page(b, code))) == (False, True)


def test_a_section_renamed_and_published_with_nothing_stays_held_back(is_public, a, b):
    page = section_page(a, "news")
    page.title_vi = "Tin của xã"
    assert not is_public(publish(page))


def test_starter_articles_stand_in_no_list(visit, a, b):
    pages = [make_article(portal, f"Bài mẫu {portal.slug}") for portal in (a, b)]
    make_article(a, "Bài thật")
    PortalPage._base_manager.filter(pk=pages[0].pk).update(is_starter=True)
    for path in ("/", "/tin-tuc/"):
        text = visit(a, path).text
        assert ("Bài thật" in text, "Bài mẫu" in text) == (True, False)
    assert "Bài mẫu xa-b" in visit(b, "/tin-tuc/").text


def test_what_is_not_there_yet_shows_a_way_on(visit, a, b):
    assert 'class="more" href="/lien-he/"' in visit(a, "/quy-hoach-ke-hoach/").text
    assert 'class="more" href="/"' in visit(a, "/lien-he/").text
    assert 'class="more" href="/en/"' in visit(b, "/en/lien-he/").text


def test_the_site_map_asks_no_more_with_more_sections_filled(visit, a, b):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            visit(a, "/sitemap.xml")
        return len(queries)

    for code in ("plans", "projects"):
        _fill(a, code)
    before = asked() and asked()
    for code in ("budget", "statistics", "reception", "grassroots"):
        _fill(a, code)
    assert asked() == before


def _fill(portal, code):
    page = section_page(portal, code)
    page.body_vi = [("heading", "x")]
    publish(page)
