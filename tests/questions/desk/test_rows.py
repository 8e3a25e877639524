"""A line of the queue: what kind of case it is where that is not a plain question, and a receipt that is late."""

from datetime import timedelta

from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.models import Question
from tests.factories.questions import make_question

from .conftest import DESK


def rows(client, where=DESK):
    page = BeautifulSoup(client.get(where).content, "html.parser")
    return {int(row.input["value"]): row for row in page.select(".cong-case")}


def report(portal, page_path="/thu-tuc/khai-sinh/"):
    question = make_question(portal, "Lệ phí ghi sai.", kind="bao-sai", contact=None)
    Question._base_manager.filter(pk=question.pk).update(page_path=page_path)
    return question


def test_a_report_of_wrong_words_says_so_and_of_which_page(officer, a, b, ours):
    reported, theirs = report(a), report(b)
    for where in (DESK, f"{DESK}all/"):
        found = rows(officer, where)
        assert set(found) == {reported.pk, ours.pk} and theirs.pk not in found
        said = " ".join(found[reported.pk].text.split())
        assert "Báo thông tin sai, thiếu" in said and "trang /thu-tuc/khai-sinh/" in said
        assert found[ours.pk].select_one(".cong-case__kind") is None


def test_a_receipt_that_is_late_is_marked(officer, a, b, ours, theirs):
    yesterday = timezone.localdate() - timedelta(days=1)
    late = make_question(a, "Chưa ai nhận.")
    Question._base_manager.filter(pk__in=[late.pk, theirs.pk]).update(receipt_due_on=yesterday)
    found = rows(officer)
    marked = found[late.pk].select_one(".cong-clock--overdue")
    assert marked.text.split() == f"quá hạn tiếp nhận từ {yesterday:%d/%m/%Y}".split()
    assert found[ours.pk].select_one(".cong-clock--overdue") is None
    assert "tiếp nhận hoặc chuyển trước hết" in found[ours.pk].text and theirs.pk not in found
