"""Public questions among what is found: as soon as they are answered, as long as they are public, and no others."""

import time
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions import suggesting
from cms.questions.actions import reopen, set_visibility
from cms.questions.listing.searching import finders
from cms.questions.models import Question, Visibility
from search.asking import SearchScope
from search.deadline import within
from search.models import SearchEntry
from search.queries import find
from search.questions import numbers_with
from search.suggesting import suggest
from tenants.actions import change_state
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_article
from tests.factories.questions import ASKER, make_question, make_staff

SECRET = "Sùng Bí Mật"


@pytest.fixture
def happen(django_capture_on_commit_callbacks):
    """happen(verb, ...): with what follows its commit."""

    def do(verb, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return verb(*args, **kwargs)

    return do


@pytest.fixture
def answer(happen):
    """answer(portal, question) -> a public case; the asker's own words and the full answer hold the secret."""

    def do(portal, text, *, reply="Nộp ở bộ phận một cửa.", **values):
        return happen(
            make_question, portal, f"{SECRET} hỏi {text}", upto="answered", public_text=text, public_answer=reply,
            answer=f"{SECRET} {reply}", **values,
        )  # fmt: skip

    return do


def entries(question):
    with platform_scope():
        return {entry.lang: entry for entry in SearchEntry.objects.filter(question_number=question.pk)}


def test_a_signed_public_answer_is_found_at_once_by_question_answer_and_topic(answer, titles, a, b):
    answer(a, "Đăng ký khai sinh ở đâu?", topic="Hộ tịch"), answer(b, "Khai sinh ở xã B?")
    for typed in ("khai sinh", "mot cua", "ho tich", "ĐĂNG KÝ"):
        assert titles(typed, a) == ["Đăng ký khai sinh ở đâu?"]
    assert set(titles("khai sinh")) == {"Đăng ký khai sinh ở đâu?", "Khai sinh ở xã B?"}


def test_a_hit_says_what_it_is_and_leads_to_its_page(answer, visit, a, b):
    question, other = answer(a, "Đăng ký khai sinh ở đâu?"), answer(b, "Khai sinh ở xã B?")
    shown = visit(a, "/tim-kiem/", q="khai sinh").text
    assert f'href="/hoi-dap/{question.pk}/"' in shown and "Hỏi - Đáp" in shown
    assert "Nộp ở bộ phận một cửa." in shown
    wide = visit(a, "/tim-kiem/", q="khai sinh", **{"pham-vi": "tinh"}).text
    assert f'href="http://xa-b.localhost/hoi-dap/{other.pk}/"' in wide
    assert visit(a, f"/hoi-dap/{question.pk}/").status_code == 200


def test_what_the_asker_wrote_and_who_it_is_never_comes_in(answer, titles, a, b):
    question = answer(a, "Đăng ký khai sinh ở đâu?")
    answer(b, "Khai sinh ở xã B?")
    for typed in (SECRET, ASKER.name, ASKER.email, ASKER.phone, ASKER.address, question.code):
        assert [titles(typed, portal) for portal in (a, b)] == [[], []], typed
    told = " ".join(str(value) for entry in entries(question).values() for value in vars(entry).values())
    assert SECRET not in told and question.code not in told


@pytest.mark.parametrize(
    "values", [{"upto": "sent"}, {"upto": "submitted"}, {"upto": "answered", "visibility": "private"}]
)
def test_what_is_not_public_leaves_no_entry(happen, titles, a, b, values):
    for portal in (a, b):
        question = happen(make_question, portal, "Chuyện riêng của tôi", **values)
        assert entries(question) == {}
        assert titles("chuyện riêng", portal) == []


def test_what_is_hidden_or_asked_again_is_found_no_more(answer, happen, titles, a, b):
    staff, now = make_staff(a), timezone.now()
    hidden, again = answer(a, "Chuyện một"), answer(a, "Chuyện hai")
    answer(b, "Chuyện ba")
    about = {"portal": a, "by": staff.officer, "now": now, "reason": "Có tên người."}
    happen(set_visibility, hidden.pk, visibility=Visibility.HIDDEN, **about)
    happen(reopen, again, text="Chưa rõ điều này", now=now)
    assert titles("chuyện", a) == []
    assert {(entry.deleted, entry.title, entry.body) for entry in entries(hidden).values()} == {(True, "", "")}
    happen(set_visibility, hidden.pk, visibility=Visibility.PUBLIC, **about)
    assert titles("chuyện", a) == ["Chuyện một"]
    assert titles("chuyện", b) == ["Chuyện ba"]


def test_a_stale_entry_shows_nothing_that_is_not_public(answer, titles, a, b):
    question = answer(a, "Chuyện một")
    answer(b, "Chuyện hai")
    Question._base_manager.filter(pk=question.pk).update(visibility="hidden")
    assert titles("chuyện", a) == []
    assert set(titles("chuyện")) == {"Chuyện hai"}


def test_rebuilding_brings_in_what_went_past_the_verbs(a, b, titles):
    for portal in (a, b):
        make_question(portal, f"Chuyện {portal.slug}", upto="answered")
    assert titles("chuyện") == []  # nothing has been committed
    call_command("rebuild_search", portal=["xa-a"], stdout=StringIO(), stderr=StringIO())
    assert titles("chuyện") == ["Chuyện xa-a"]
    call_command("rebuild_search", stdout=StringIO(), stderr=StringIO())
    assert set(titles("chuyện")) == {"Chuyện xa-a", "Chuyện xa-b"}


def test_a_portal_that_closes_takes_its_questions_along(answer, titles, a, b):
    answer(a, "Chuyện một"), answer(b, "Chuyện hai")
    change_state(b, state="suspended", now=timezone.now())
    assert titles("chuyện") == ["Chuyện một"]


def test_the_section_itself_is_found_once_it_holds_an_answer(answer, titles, a, b):
    assert "Hỏi - Đáp" not in titles("hỏi đáp", a)
    answer(a, "Chuyện một")
    assert "Hỏi - Đáp" in titles("hỏi đáp", a)
    assert "Hỏi - Đáp" not in titles("hỏi đáp", b)


def test_a_question_asked_in_english_is_found_on_both_sites(answer, a, b):
    answer(a, "Opening hours on Saturday", language="en"), answer(b, "Giờ làm việc")
    for lang in ("vi", "en"):
        hits = find("opening hours", scope=SearchScope.portals([a]), lang=lang).hits
        assert [hit.title for hit in hits] == ["<mark>Opening hours</mark> on Saturday"]
        assert [hit.lang for hit in hits] == ["en" if lang == "vi" else ""]


def test_the_english_site_finds_answers_in_vietnamese_and_marks_them(answer, visit, a, b):
    question, other = answer(a, "Khám thai ở đâu?"), answer(b, "Khám thai xã B?")
    [hit] = find("khám thai", scope=SearchScope.portals([a]), lang="en").hits
    assert hit.lang == "vi" and hit.url.endswith(f"/en/hoi-dap/{question.pk}/")
    page = visit(a, "/en/tim-kiem/", q="khám thai").content.decode()
    assert f'<a href="/en/hoi-dap/{question.pk}/" lang="vi">' in page
    assert f"/hoi-dap/{other.pk}/" not in page
    [hit] = find("khám thai", scope=SearchScope.portals([a]), lang="vi").hits
    assert hit.lang == ""


def test_pages_do_not_crowd_out_the_questions_of_a_list(answer, a, b):
    question, other = answer(a, "Chợ phiên họp ngày nào?"), answer(b, "Chợ phiên xã B?")
    for number in range(12):
        make_article(a, f"Chợ phiên {number}")
    assert numbers_with("cho phien", [a.pk]) == [question.pk]
    assert set(numbers_with("cho phien", None)) == {question.pk, other.pk}
    assert numbers_with("???", [a.pk]) == []
    assert numbers_with in finders


def test_a_question_among_the_results_costs_one_query_at_most(answer, a, b):
    def cost(portal):
        with CaptureQueriesContext(connection) as queries:
            assert find("phien", scope=SearchScope.portals([portal]), lang="vi").total == 1
        return len(queries)

    make_article(a, "Chợ phiên"), answer(b, "Chợ phiên xã B?")
    cost(a), cost(b)  # hosts are in the cache now
    assert cost(b) <= cost(a) + 1 <= 6


# --- suggestions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["Tôi muốn hỏi đăng ký khai sinh cho con thì cần gì", "cho em hoi khai sinh", "Thủ tục khai sinh như thế nào ạ?"],
)
def test_a_sentence_finds_the_question_that_is_about_the_same(answer, a, b, typed):
    question = answer(a, "Đăng ký khai sinh ở đâu?")
    answer(b, "Đăng ký khai sinh ở xã B?"), answer(a, "Tôi muốn hỏi về giá nước")
    with portal_scope([a]):
        found = suggest(typed, a, "vi")
    assert (found[0].title, found[0].url, found[0].source) == (
        "Đăng ký khai sinh ở đâu?",
        f"http://xa-a.localhost:8000/hoi-dap/{question.pk}/",
        "Hỏi - Đáp",
    )
    assert all("xã B" not in one.title and "nước" not in one.title for one in found)


@pytest.mark.parametrize("typed", ["Tôi muốn hỏi", "cho tôi xin hỏi ạ", "???", "", "\0"])
def test_what_everybody_says_suggests_nothing(answer, a, b, typed):
    answer(a, "Tôi muốn hỏi về giá nước"), answer(b, "Cho tôi hỏi")
    assert suggest(typed, a, "vi") == []


def test_a_suggestion_is_plain_text(answer, a, b):
    answer(a, "Giá <b>nước</b> & điện"), answer(b, "Giá nước")
    assert suggest("giá nước", a, "vi")[0].title == "Giá <b>nước</b> & điện"


NEWS = [("heading", "Opening hours")]


def test_the_kind_of_a_suggestion_is_in_the_language_of_the_site(answer, a, b):
    for portal in (a, b):
        answer(portal, "Giờ mở cửa chợ?")
        make_article(portal, "Giờ mở cửa", title_en="Giờ mở cửa", lead="Tin", lead_en="x", body_en=NEWS)
    vietnamese, english = ({one.source for one in suggest("giờ mở cửa", a, lang)} for lang in ("vi", "en"))
    assert vietnamese == {"Hỏi - Đáp", "Tin bài"}
    assert english == {"Questions and answers", "Article"}


def test_the_form_asks_for_suggestions_in_this_index(answer, visit, client, a, b):
    answer(a, "Đăng ký khai sinh ở đâu?"), answer(b, "Khai sinh ở xã B?")
    assert suggest in suggesting.suggesters
    found = suggesting.suggestions("Đăng ký khai sinh cho con", portal=a, lang="vi", seconds=5)
    assert [one.title for one in found] == ["Đăng ký khai sinh ở đâu?"]


SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 90000000) SELECT max(i) FROM n",
    "postgresql": "SELECT pg_sleep(20)",
}


def read_slowly(*args, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute(SLOW[connection.vendor])


def test_a_statement_that_takes_too_long_is_stopped_and_nothing_else_is(a, b):
    began = time.monotonic()
    with pytest.raises(OperationalError), within(0.1):
        read_slowly()
    assert time.monotonic() - began < 5
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_a_slow_index_suggests_nothing_and_the_form_goes_on(answer, a, b, monkeypatch):
    answer(a, "Đăng ký khai sinh ở đâu?"), answer(b, "Khai sinh")
    monkeypatch.setattr("search.suggesting.find_for", read_slowly)
    began = time.monotonic()
    assert suggesting.suggestions("đăng ký khai sinh", portal=a, lang="vi") == []
    assert time.monotonic() - began < 5
