"""A hit of a document says what is in force as lists of documents do, and as it is when the hit is read."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.legal.force import derive
from cms.pages.models import LegalDocumentPage
from search.indexing import reindex
from search.suggesting import suggest
from tests.factories import make_article, make_document
from tests.factories.documents import make_acting

BADGE = re.compile(
    r"<h2><a [^>]*>(.*?)</a></h2>.*?</p>.*?</div>\s*"
    r'(?:<span class="(badge[^"]*)">([^<]*)</span>)?\s*</art',
    re.DOTALL,
)


@pytest.fixture
def badges(visit):
    """badges(portal, words, path) -> {title of a hit: (look, words) of its badge}, as a browser gets them."""

    def read(portal, words, path="/tim-kiem/"):
        text = visit(portal, path, q=words).content.decode()
        return {re.sub("<.*?>", "", title): (look, said) for title, look, said in BADGE.findall(text)}

    return read


def rows_of(visit, portal):
    """{title: (look, words)} in the list of documents."""
    text = visit(portal, "/van-ban/").content.decode()
    found = re.findall(r'<h2><a [^>]*>(.*?)</a></h2>.*?<span class="(badge[^"]*)">([^<]*)</span>', text, re.S)
    return {title: (look, said) for title, look, said in found}


@pytest.fixture
def land(a, b):
    """Documents about land in every state, and one of the same title that another portal repealed."""
    tomorrow, known = timezone.localdate() + timedelta(days=1), {"effective_precision": "day"}
    make_document(a, "Đất còn", number="1/QĐ")
    make_acting(a, "repeals", make_document(a, "Đất hết", number="2/QĐ"), title="Bãi bỏ")
    make_acting(a, "amends", make_document(a, "Đất sửa", number="3/QĐ"), title="Sửa đổi")
    make_document(a, "Đất chưa", number="4/QĐ", effective_date=tomorrow, **known)
    make_document(a, "Đất mờ", number="5/QĐ", effective_date=None, effective_precision="unknown")
    make_acting(b, "repeals", make_document(b, "Đất còn", number="1/QĐ"), title="Bãi bỏ")


def test_a_hit_says_what_the_list_of_documents_says(land, visit, badges, a, b):
    hits = badges(a, "đất")
    assert hits == {
        "Đất còn": ("badge badge--good", "Còn hiệu lực"),
        "Đất hết": ("badge badge--bad", "Hết hiệu lực toàn bộ"),
        "Đất sửa": ("badge badge--wait", "Hết hiệu lực một phần"),
        "Đất chưa": ("badge badge--wait", "Chưa có hiệu lực"),
        "Đất mờ": ("badge", "Chưa xác định hiệu lực"),
    }
    listed = rows_of(visit, a)
    assert {title: listed[title] for title in hits} == hits
    assert badges(b, "đất") == {"Đất còn": ("badge badge--bad", "Hết hiệu lực toàn bộ")}


def test_what_the_clock_ends_is_over_in_hits_without_a_new_index(badges, a, b):
    today = timezone.localdate()
    lasting = {"expiry_date": today, "expiry_precision": "day"}
    make_document(a, "Chợ phiên", **lasting), make_document(b, "Chợ phiên")
    assert badges(a, "chợ")["Chợ phiên"][1] == "Còn hiệu lực"
    derive(today=today + timedelta(days=1))
    assert badges(a, "chợ")["Chợ phiên"][1] == "Hết hiệu lực toàn bộ"
    assert badges(b, "chợ")["Chợ phiên"][1] == "Còn hiệu lực"


def test_in_english_the_words_are_english(land, badges, a):
    assert badges(a, "2/QĐ", "/en/tim-kiem/") == {"Đất hết": ("badge badge--bad", "No longer in force")}


def test_what_is_no_document_has_no_force(badges, a, b):
    make_article(a, "Chợ phiên"), make_document(b, "Chợ phiên")
    assert badges(a, "chợ") == {"Chợ phiên": ("", "")}


def test_a_suggestion_says_it_beside_its_kind(land, a):
    said = {one.title: one.source for one in suggest("đất hết", a, "vi")}
    assert said["Đất hết"] == "Văn bản · Hết hiệu lực toàn bộ"
    english = {one.title: one.source for one in suggest("2/QĐ", a, "en")}
    assert english == {"Đất hết": "Document · No longer in force"}


def test_one_document_and_thirty_cost_the_same_queries(a, b, visit, django_assert_max_num_queries):
    make_document(a, "Docnhat", number="1/X"), make_document(b, "Docnhat")
    for number in range(12):
        make_document(a, f"Nhieudoc {number}", number=f"{number}/N")
    assert LegalDocumentPage.objects.filter(portal=a).count() == 13
    reindex([a.pk, b.pk])
    visit(a, "/tim-kiem/", q="nhieudoc")
    counts = []
    for typed in ("docnhat", "nhieudoc"):
        with django_assert_max_num_queries(25) as asked:
            visit(a, "/tim-kiem/", q=typed)
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]
