"""What citizens could read at the moment; the other portal's rows are always there and never counted."""

from datetime import date

import pytest
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from cms.pages.models import NilDeclaration, PortalPage, StaticPage
from compliance.facts.suspicion import looks_like_a_trial
from tenants.scoping import platform_scope
from tests.factories import make_article, publish, section_page
from tests.factories.questions import make_question

from .making import at
from .planting import facts_of, plant_contact, plant_documents, plant_introduction, plant_news

pytestmark = pytest.mark.django_db


def titles(pages):
    return [page.title for page in pages]


def change(page, **values):
    PortalPage._base_manager.filter(pk=page.pk).update(**values)


def test_news_of_the_portal_alone_in_order_of_publication(a, b):
    make_article(a, "Sau", at=at((2, 2)))
    make_article(a, "Trước", at=at((2, 1)))
    plant_news(b, title="Của B")
    assert titles(facts_of(a, b).news) == ["Trước", "Sau"]


def test_a_page_fact_says_where_the_page_is_and_which_revision_is_live(a, b):
    page = make_article(a, "Khai giảng", at=at((2, 2)))
    plant_news(b)
    fact = facts_of(a, b).news[0]
    assert (fact.id, fact.path, fact.kind, fact.section) == (page.pk, "/tin-tuc/khai-giang/", "ArticlePage", "news")
    assert fact.revision_id == page.live_revision_id
    assert fact.published_at == at((2, 2))


@pytest.mark.parametrize(
    ("day", "seen"),
    [((3, 22), True), ((3, 23), False), (date(2023, 10, 3), True), (date(2023, 10, 2), False)],
)
def test_news_reach_90_days_behind_the_period_and_never_past_the_moment(a, b, day, seen):
    make_article(a, "Tin", at=at(day))
    make_article(b, "Của B", at=at((2, 1)))
    assert bool(facts_of(a, b).news) is seen


def test_what_was_published_after_the_moment_does_not_exist_yet(a, b):
    make_article(a, "Sớm", at=at((1, 5)))
    make_article(a, "Muộn", at=at((1, 20)))
    make_article(b, "Của B", at=at((1, 5)))
    assert titles(facts_of(a, b, as_of=at((1, 10))).news) == ["Sớm"]


def test_drafts_restricted_pages_and_starters_are_not_public(a, b):
    make_article(a, "Nháp", live=False)
    restricted = make_article(a, "Riêng", at=at((2, 1)))
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    change(make_article(a, "Mẫu", at=at((2, 1))), is_starter=True)
    plant_news(b)
    assert facts_of(a, b).news == ()


def test_a_page_that_expired_later_was_public_then(a, b):
    for title, day in (("Còn", (4, 1)), ("Hết", (3, 1))):
        change(make_article(a, title, at=at((2, 1))), live=False, expired=True, expire_at=at(day))
    plant_news(b)
    assert titles(facts_of(a, b).news) == ["Còn"]


def test_articles_of_another_section_are_not_news(a, b):
    page = make_article(a, "Phổ biến pháp luật", at=at((2, 1)))
    change(page, section="dissemination")
    make_article(b, "Của B", at=at((2, 1)))
    assert facts_of(a, b).news == ()


# --- standing pages, sections ---------------------------------------------------------------------
def fill(portal, code, *, day=(2, 1), text="<p>Nội dung.</p>"):
    page = section_page(portal, code)
    page.body_vi = [("paragraph", text)] if text else []
    return publish(page, at=at(day))


def empty_sections(portal, *others, **values):
    return {section.code for section in facts_of(portal, *others, **values).sections if section.empty}


def test_a_new_portal_has_nothing_but_empty_mandatory_sections(a, b):
    plant_introduction(b)
    sections = facts_of(a, b).sections
    assert {section.code for section in sections if not section.empty} == {"sitemap"}  # which the platform writes
    assert "campaigns" not in {section.code for section in sections}  # not mandatory


def test_a_section_is_filled_by_published_text(a, b):
    fill(a, "reception")
    fill(b, "budget")
    assert {"reception", "budget"} - empty_sections(a, b) == {"reception"}


def test_a_section_page_published_without_a_word_stays_empty(a, b):
    fill(a, "reception", text="")
    fill(b, "reception")
    assert "reception" in empty_sections(a, b)


def test_a_list_page_published_alone_stays_empty_until_something_is_in_it(a, b):
    publish(section_page(a, "news"), at=at((2, 1)))
    make_article(b, "Của B", at=at((2, 1)))
    assert "news" in empty_sections(a, b)
    make_article(a, "Tin đầu", at=at((2, 2)))
    assert "news" not in empty_sections(a, b)


def test_the_section_of_questions_is_filled_by_a_public_answer_from_its_day_on(a, b):
    make_question(a, upto="answered", at=at((2, 1)))
    make_question(b, upto="answered", visibility="private", at=at((2, 1)))
    assert {"questions"} & empty_sections(a, b) == set()
    assert {"questions"} & empty_sections(b, a) == {"questions"}
    make_question(b, upto="answered", at=at((6, 1)))
    assert {"questions"} & empty_sections(b, a) == {"questions"}  # answered after the period's last day


def test_a_section_declared_to_have_nothing_is_not_empty(a, b):
    days = {"from_date": date(2024, 1, 1), "to_date": date(2024, 12, 31)}
    with platform_scope():
        for portal, signed in ((a, at((2, 1))), (b, None)):
            NilDeclaration.objects.create(
                portal=portal, section="projects", proposed_at=at((2, 1)), signed_at=signed, **days
            )
    assert "projects" not in empty_sections(a, b)
    assert "projects" in empty_sections(b, a)


def test_a_section_filled_later_was_empty_then(a, b):
    fill(a, "reception", day=(4, 1))
    fill(b, "reception", day=(2, 1))
    assert "reception" in empty_sections(a, b)


def test_a_page_below_a_section_fills_it(a, b):
    page = StaticPage(title="Lịch tiếp công dân", slug="lich", live=False)
    page.body_vi = [("paragraph", "<p>Thứ Năm.</p>")]
    section_page(a, "reception").add_child(instance=page)
    publish(page, at=at((2, 1)))
    fill(b, "budget")
    assert "reception" not in empty_sections(a, b)


def test_standing_pages_are_those_that_must_be_reviewed(a, b):
    plant_introduction(a)
    plant_contact(a)
    plant_news(a, weeks=[1])
    plant_documents(a, count=1)
    fill(a, "reception")
    fill(b, "reception")
    assert sorted(page.kind for page in facts_of(a, b).standing) == ["ContactPage", "IntroductionPage", "SectionPage"]


def test_history_is_what_stands_in_its_section(department, a):
    page = section_page(department, "history")
    page.story_vi = "<p>Thành lập năm 1991.</p>"
    publish(page, at=at((2, 1)))
    plant_introduction(a)
    assert titles(facts_of(department, a).histories) == [section_page(department, "history").title]


# --- trials ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "title",
    ["test", "TEST 2", "Test bài viết", "Thử nghiệm", "thử nghiệm 3", "Bài thử", "Tin test", "Bài viết thử nghiệm",
     "demo", "asdfgh", "aaaa", "abc", "Lorem ipsum dolor sit amet", "Bản thử nghiệm."],
)  # fmt: skip
def test_titles_that_are_somebodys_trial(title):
    assert looks_like_a_trial(title)


@pytest.mark.parametrize(
    "title",
    ["Thử nghiệm giống lúa mới tại xã Bản Vược", "Test nhanh kháng nguyên cho học sinh", "Xét nghiệm", "Kiểm tra",
     "Tin tức", "Demography", "Công bố kết quả thử nghiệm", "Thử thách", "ABC về chuyển đổi số",
     "Bài viết", "Văn bản", "Thử tài nấu ăn"],
)  # fmt: skip
def test_titles_that_are_news(title):
    assert not looks_like_a_trial(title)


def test_trials_of_this_portal_are_found_in_titles_and_texts(a, b):
    make_article(a, "test", at=at((2, 1)))
    make_article(a, "Tin có chữ đệm", at=at((2, 1)), lead="Lorem ipsum dolor")
    make_article(a, "Thân bài đệm", at=at((2, 1)), body=[("paragraph", "<p>lorem ipsum dolor</p>")])
    make_article(a, "Tin thật", at=at((2, 1)))
    make_article(b, "test", at=at((2, 1)))
    assert sorted(titles(facts_of(a, b).suspicious)) == ["Thân bài đệm", "Tin có chữ đệm", "test"]


def test_a_trial_that_is_found_twice_is_one_page(a, b):
    make_article(a, "Lorem ipsum", at=at((2, 1)), lead="Lorem ipsum")
    make_article(b, "Lorem ipsum", at=at((2, 1)))
    assert len(facts_of(a, b).suspicious) == 1


def test_no_fact_depends_on_the_language_of_the_screen(a, b):
    make_article(a, "Tin", title_en="News", at=at((2, 1)))
    make_article(b, "Của B", at=at((2, 1)))
    with override("en"):
        assert titles(facts_of(a, b).news) == ["Tin"]
