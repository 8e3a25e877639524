"""Above the edit form of every page: where it stands and what comes next; never in the way."""

from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.pages.models import ArticlePage
from tests.factories import make_article, section_page
from tests.pages.posting import article_form

from .steps import answer, bar, edit


def test_a_new_page_says_which_button_ends_it(people, a, b):
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    editor, chief = (client.get(address).content.decode() for client in people)
    assert "bấm “Gửi duyệt” ở cuối trang" in editor and "bấm “Đăng” ở cuối trang" in chief
    other = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(b, "news").pk])
    assert "cong-next-step" not in people[0].get(other).content.decode()


def test_a_draft_is_sent_by_the_editor_and_published_by_the_chief(people, a, b):
    page, other = make_article(a, live=False), make_article(b, live=False)
    editor, chief = (bar(client, page) for client in people)
    assert "Bản nháp, chưa gửi." in editor and "bấm “Gửi duyệt” ở cuối trang" in editor
    assert "Bản nháp, chưa gửi." in chief and "bấm “Đăng” ở cuối trang" in chief
    assert people[0].get(edit(other)).status_code in (302, 404)


def test_while_it_waits_the_editor_rests_and_the_chief_decides(people, submitted):
    editor, chief = (bar(client, submitted) for client in people)
    assert "Đang chờ trưởng ban biên tập duyệt." in editor and "Bạn không phải làm gì thêm." in editor
    assert "Đang chờ bạn duyệt." in chief and "“Duyệt và đăng”" in chief


def test_sent_back_with_the_reason(people, submitted):
    editor, chief = people
    text = answer(chief, submitted, "reject", **{"workflow-action-extra-data": '{"comment": "Thiếu ảnh"}'})
    assert "Đã trả lại “Bài viết”." in text
    assert "Bị trả lại: Thiếu ảnh" in bar(editor, submitted)


@pytest.mark.parametrize("extra", [{}, {"workflow-action-extra-data": '{"comment": "  "}'}])
def test_nothing_is_sent_back_without_a_reason(people, submitted, b, extra):
    chief = people[1]
    make_article(b, live=False)
    text = answer(chief, submitted, "reject", title="Đã sửa tiêu đề", **extra)
    assert "Hãy ghi lý do, để người viết biết sửa chỗ nào." in text and "Đã trả lại" not in text
    page = ArticlePage.objects.get(pk=submitted.pk)
    assert page.current_workflow_state.status == page.current_workflow_state.STATUS_IN_PROGRESS
    assert page.get_latest_revision_as_object().title == "Đã sửa tiêu đề"  # what was typed stays


def test_the_dialogue_asks_for_the_reason_and_an_approval_for_none(people, submitted, b):
    task = submitted.current_workflow_task_state.pk
    address = partial(reverse, "wagtailadmin_pages:collect_workflow_action_data")
    script = {"x-requested-with": "XMLHttpRequest"}
    asked = {name: address(args=[submitted.pk, name, task]) for name in ("reject", "approve")}
    steps = {name: people[1].post(url, {"comment": ""}, headers=script).json() for name, url in asked.items()}
    assert "Hãy ghi lý do" in steps["reject"]["html"] and "Ví dụ:" in steps["reject"]["html"]
    assert steps["approve"]["step"] == "success"


def test_an_approval_is_called_one_and_leads_to_the_page(people, submitted, a):
    text = answer(people[1], submitted, "approve")
    assert "Đã duyệt và đăng “Bài viết”." in text and "đã được cập nhật" not in text
    assert 'href="/tin-tuc/moi/"' in text
    assert ArticlePage.objects.get(slug="moi").live
    assert "Đã đăng. Người dân đang xem được trang này." in bar(people[0], submitted)


def test_saving_says_what_comes_next(people, a, b):
    page = make_article(a, live=False, slug="bai")
    make_article(b, live=False)
    text = people[0].post(edit(page), article_form(slug="bai"), follow=True).content.decode()
    assert "Đã lưu “Bài viết”. Khi xong, bấm “Gửi duyệt” ở cuối trang" in text


def test_what_is_live_and_what_was_changed_since(people, a, b):
    page = make_article(a, slug="bai")
    make_article(b)
    live = bar(people[0], page)
    assert "Đã đăng. Người dân đang xem được trang này. (/tin-tuc/bai/) Xem trang" in live
    page.title = "Đổi"
    page.save_revision()
    assert "Đã đăng, có sửa đổi chưa đăng." in bar(people[0], page)
    page.unpublish()
    assert "Bản nháp, đã gỡ khỏi cổng." in bar(people[0], page)


def test_an_approved_page_waits_for_its_hour(people, a, b):
    page = make_article(a, live=False)
    make_article(b, live=False)
    page.go_live_at = timezone.now() + timezone.timedelta(days=2)
    page.save_revision(approved_go_live_at=page.go_live_at).publish()
    assert "Đã duyệt, hẹn đăng lúc" in bar(people[0], page)


@pytest.mark.parametrize(
    ("section", "todo"),
    [
        ("contact", "bấm “Gửi duyệt” ở cuối trang"),
        ("news", "khi trang đầu tiên bên trong được đăng"),
        ("leaders", "thêm người ở đó là có nội dung"),
    ],
)
def test_an_empty_section_says_what_citizens_see_and_how_to_fill_it(people, a, b, section, todo):
    text = bar(people[0], section_page(a, section))
    assert "người dân thấy “đang cập nhật”" in text and todo in text


def test_autosave_brings_the_bar_up_to_date(people, a, b):
    page = make_article(a, live=False, slug="bai")
    make_article(b, live=False)
    form = article_form(slug="bai", lead="")
    response = people[0].post(edit(page), form, headers={"accept": "application/json"})
    html = response.json()["html"]
    assert 'data-w-teleport-target-value="#cong-next-step"' in html and "Còn thiếu: Tóm tắt" in " ".join(html.split())


def test_a_private_page_keeps_its_bar(people, a, b):
    page = make_article(a)
    make_article(b)
    page.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert "Đã đăng." in bar(people[0], page)
