"""Public questions among what is found: as soon as they are answered, as long as they are public, and no others."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.actions import forward, reopen, send_back_to_sender, set_visibility
from cms.questions.listing.searching import finders
from cms.questions.models import Question, Visibility
from search.asking import SearchScope
from search.models import SearchEntry
from search.queries import find
from search.questions import numbers_with
from tenants.actions import change_state
from tenants.scoping import platform_scope
from tests.factories import make_article
from tests.factories.questions import ASKER, make_question, make_staff

from .conftest import SECRET


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


def test_what_is_hidden_or_asked_again_and_handed_on_is_found_no_more(answer, happen, titles, a, b):
    staff, now = make_staff(a), timezone.now()
    hidden, again = answer(a, "Chuyện một"), answer(a, "Chuyện hai")
    answer(b, "Chuyện ba")
    about = {"portal": a, "by": staff.officer, "now": now, "reason": "Có tên người."}
    happen(set_visibility, hidden.pk, visibility=Visibility.HIDDEN, **about)
    happen(reopen, again, text="Chưa rõ điều này", now=now)
    assert titles("chuyện", a) == ["Chuyện hai"] and titles("chưa rõ", a) == []
    assert [entry.published for entry in entries(again).values()] == [timezone.localdate(now)] * 2
    happen(forward, again.pk, to=b, **about)
    assert (titles("chuyện", a), titles("chuyện", b)) == ([], ["Chuyện ba"])
    assert {(entry.deleted, entry.title, entry.body) for entry in entries(hidden).values()} == {(True, "", "")}
    happen(set_visibility, hidden.pk, visibility=Visibility.PUBLIC, **about)
    assert titles("chuyện", a) == ["Chuyện một"]
    assert titles("chuyện", b) == ["Chuyện ba"]


def test_what_the_unit_signed_is_found_again_when_the_case_comes_back(answer, happen, titles, a, b):
    now = timezone.now()
    about = {p: {"portal": p, "by": make_staff(p).officer, "now": now, "reason": "R"} for p in (a, b)}
    question = answer(a, "Chuyện hai")
    answer(b, "Chuyện ba")
    happen(reopen, question, text="Chưa rõ điều này", now=now)
    for verb, arguments, found in (
        (forward, {**about[a], "to": b}, []),
        (send_back_to_sender, about[b], ["Chuyện hai"]),
    ):
        happen(verb, question.pk, **arguments)
        assert (titles("chuyện", a), titles("chuyện", b)) == (found, ["Chuyện ba"])
        assert ("Hỏi - Đáp" in titles("hỏi đáp", a)) is bool(found)


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
