"""The page of one public question."""

import pytest
from bs4 import BeautifulSoup

from cms.pages.models import StaticPage
from cms.questions.models import OfficialTitle, Question, Topic
from tests.factories import section_page
from tests.factories.pages import add_page, local
from tests.factories.questions import make_head

from .conftest import CONTACT, SECRET, show, words


def path_of(question):
    return f"/hoi-dap/{question.pk}/"


def test_it_tells_question_answer_days_and_who_signed(read, a, b):
    make_head(a, name="Trần Văn Bình")
    question = show(a, "Giờ làm việc", topic="Y tế", answer="Từ 7 giờ.\n\nCả thứ bảy.", at=local(2026, 3, 5))
    page = read(a, path_of(question))
    assert words(page.h1) == "Giờ làm việc"
    assert words(page.select_one(".meta")) == "Hỏi ngày 05/03/2026 Trả lời ngày 05/03/2026"
    assert [words(p) for p in page.select("[itemprop=acceptedAnswer] .prose p")] == ["Từ 7 giờ.", "Cả thứ bảy."]
    assert words(page.select_one(".byline")) == "Chủ tịch UBND xã Trần Văn Bình"
    assert [words(li) for li in page.select(".breadcrumbs li")] == ["Trang chủ", "Hỏi - Đáp"]


def test_below_en_topic_and_title_are_english_where_their_lists_know(read, a, b):
    Topic.objects.update_or_create(name="Y tế", defaults={"name_en": "Health"})
    OfficialTitle.objects.filter(name="Chủ tịch UBND xã").update(name_en="Chairperson")
    for portal in (a, b):
        question, other = show(portal, "Một", topic="Y tế"), show(portal, "Hai", topic="Chim")
        page = read(portal, f"/en{path_of(question)}")
        assert words(page.select_one("[itemprop=about]")) == "Health" and not page.select("[itemprop=about][lang]")
        assert words(page.select_one(".byline")).startswith("Chairperson")
        assert words(read(portal, path_of(question)).select_one("[itemprop=about]")) == "Y tế"
        topic = read(portal, f"/en{path_of(other)}").select_one("[itemprop=about]")
        assert (words(topic), topic["lang"]) == ("Chim", "vi")
        listed = {words(span): span.get("lang") for span in read(portal, "/en/hoi-dap/").select(".rows .meta span")}
        assert listed.items() >= {"Health": None, "Chim": "vi"}.items()
        home = {words(span): span.get("lang") for span in read(portal, "/en/").select(".rows .meta span")}
        assert home.items() >= {"Health": "en"}.items() and home["Chim"] in ("vi", None)


def test_nothing_of_the_asker_is_in_it(visit, a, b):
    for portal in (a, b):
        text = visit(portal, path_of(question := show(portal, "Giờ làm việc"))).text
        own = (SECRET, question.code, CONTACT.email, CONTACT.phone)
        assert [word for word in own if word in text] == []


def test_what_is_not_for_everybody_is_not_there(visit, shut, a, b):
    for portal in (a, b):
        for why, case in shut[portal.slug].items():
            answer = visit(portal, path_of(case))
            assert (why, answer.status_code) == (why, 404)
            assert SECRET not in answer.text


def test_another_portal_s_question_is_not_there_either(visit, a, b):
    question = show(b, "Của xã B")
    assert visit(b, path_of(question)).status_code == 200
    assert visit(a, path_of(question)).status_code == 404


@pytest.mark.parametrize("number", ["0", "00", "9" * 18, "9" * 30, "x", "-1", "1.0", "%00"])
def test_no_number_breaks_it(visit, a, b, number):
    show(a, "Giờ làm việc")
    assert visit(a, f"/hoi-dap/{number}/").status_code == 404


def test_an_unanswered_number_and_one_nobody_has_answer_alike(visit, shut, a, b):
    missing = visit(a, "/hoi-dap/987654321/")
    case = shut["xa-a"]["received"]
    waiting = visit(a, path_of(case))
    assert missing.status_code == waiting.status_code == 404
    texts = [
        answer.text.replace(path, "/") for answer, path in ((missing, "/hoi-dap/987654321/"), (waiting, path_of(case)))
    ]
    assert texts[0] == texts[1]


def test_machines_read_a_question_and_its_answer(read, a, b):
    question = show(a, "Giờ làm việc", text="Mấy giờ mở cửa?", answer="Từ 7 giờ.")
    page = read(a, path_of(question))
    qa = page.select_one("[itemtype='https://schema.org/QAPage'] [itemtype='https://schema.org/Question']")
    answer = qa.select_one("[itemprop=acceptedAnswer][itemtype='https://schema.org/Answer']")
    assert words(qa.select_one("[itemprop=name]")) == "Mấy giờ mở cửa?"
    assert qa.select_one("[itemprop=answerCount]")["content"] == "1"
    assert words(answer.select_one("[itemprop=text]")) == "Từ 7 giờ."
    assert answer.select_one("[itemprop=author] [itemprop=name]")["content"] == "Xã An Bình"
    named = {meta.get("name") or meta.get("property"): meta["content"] for meta in page.select("head meta[content]")}
    assert named["DC.title"] == named["og:title"] == "Mấy giờ mở cửa?"
    assert named["DC.publisher"] == "Xã An Bình" and named["description"] == "Từ 7 giờ."
    assert named["DC.identifier"] == f"http://xa-a.localhost{path_of(question)}"


def test_below_en_the_chrome_is_english_and_the_page_says_that_the_text_is_not(read, a, b):
    question = show(a, "Giờ làm việc")
    page = read(a, f"/en{path_of(question)}")
    assert page.html["lang"] == "en" and page.h1["lang"] == "vi"
    assert page.select_one("[rel=canonical]")["href"] == f"http://xa-a.localhost{path_of(question)}"
    assert page.select_one("[name=robots]")["content"] == "noindex, follow"
    assert page.select_one(".notice")


def test_a_question_asked_in_english_stands_in_both_languages(read, a, b):
    question = show(a, "Opening hours", language="en")
    here, there = read(a, path_of(question)), read(a, f"/en{path_of(question)}")
    assert (here.h1["lang"], there.h1.get("lang")) == ("en", None)
    assert not there.select("[name=robots]")
    assert {link["hreflang"] for link in there.select("[rel=alternate][hreflang]")} >= {"vi", "en"}


def test_a_page_below_the_section_keeps_its_address_and_cannot_take_the_platform_s(visit, a, b):
    page = StaticPage(title="Quy chế", slug="quy-che")
    page.body_vi = [("heading", "Quy chế")]
    add_page(section_page(a, "questions"), page, live=True, at=None)
    assert visit(a, "/hoi-dap/quy-che/").status_code == 200
    assert "Quy chế" in visit(a, "/hoi-dap/").text and "Quy chế" not in visit(b, "/hoi-dap/").text
    for title in ("Gui", "Tra cuu", "Rss", "12"):
        other = StaticPage(title=title)
        other.body_vi = [("heading", title)]
        assert add_page(section_page(a, "questions"), other, live=True, at=None).slug.endswith("-2")


def test_a_corrected_answer_stands_in_the_place_of_the_first(read, a, b):
    question = show(a, "Giờ làm việc")
    Question._base_manager.filter(pk=question.pk).update(public_answer="Đã sửa.")
    assert words(read(a, path_of(question)).select_one("[itemprop=acceptedAnswer] .prose")) == "Đã sửa."


def test_the_feed_holds_the_newest_answers_of_its_portal(visit, a, b):
    first, second = show(a, "Một", topic="Y tế", at=local(2026, 3, 5)), show(a, "Hai", at=local(2026, 3, 6))
    show(b, "Của xã B")
    answer = visit(a, "/hoi-dap/rss/")
    feed = BeautifulSoup(answer.content, "xml")
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert [item.title.get_text() for item in feed.select("item")] == ["Hai", "Một"]
    assert [item.link.get_text() for item in feed.select("item")] == [
        f"http://xa-a.localhost{path_of(question)}" for question in (second, first)
    ]
    assert feed.select("item")[1].category.get_text() == "Y tế"
    assert not answer.cookies


def test_the_site_map_lists_the_questions_of_its_portal(visit, shut, a, b):
    question, other = show(a, "Một"), show(b, "Hai")
    text = visit(a, "/sitemap.xml").text
    assert f"<loc>http://xa-a.localhost{path_of(question)}</loc>" in text
    assert "<loc>http://xa-a.localhost/hoi-dap/</loc>" in text
    assert path_of(other) not in text
    assert not [case for case in shut["xa-a"].values() if path_of(case) in text]


def test_public_pages_of_questions_are_anonymous(client, a, b):
    question = show(a, "Một")
    client.cookies["sessionid"] = "x" * 32
    for path in ("/hoi-dap/", path_of(question), "/hoi-dap/rss/"):
        answer = client.get(path, headers={"host": "xa-a.localhost"})
        assert "Cookie" not in answer.headers.get("Vary", "") and not answer.cookies
