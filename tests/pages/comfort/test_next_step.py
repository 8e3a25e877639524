"""Above the edit form of every page: where it stands, what comes next, what is missing; never in the way."""

import re
from functools import partial

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from cms.pages.models import ArticlePage, PortalPage
from cms.pages.writing.missing import missing_fields, required_fields
from tests.factories import make_article, make_document, make_image, publish, section_page
from tests.pages.posting import article_form


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def bar(client, page):
    """The bar in words, each link with its address."""
    text = client.get(edit(page)).content.decode()
    section = text.split('id="cong-next-step"', 1)[1].split(">", 1)[1].split("</section>", 1)[0]
    return " ".join(strip_tags(re.sub(r'<a href="([^"]*)">', r"(\1) ", section)).split())


def answer(client, page, action, **form):
    """Approve or send back from the edit form, as its button does."""
    data = {"action-workflow-action": "true", "workflow-action-name": action, **form}
    return client.post(edit(page), article_form(slug=page.slug, **data), follow=True).content.decode()


@pytest.fixture
def people(enter, a):
    return enter(a, "editor"), enter(a, "chief")


@pytest.fixture
def submitted(people, a, b):
    make_article(b, "Khác", live=False)
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    people[0].post(address, article_form(slug="moi", **{"action-submit": "1"}))
    return ArticlePage.objects.get(slug="moi")


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


def add(portal):
    return reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(portal, "news").pk])


def offered(client, portal):
    """Titles of the drafts that the form of a new article offers to go on with."""
    text = client.get(add(portal)).content.decode()
    return re.findall(r">Viết tiếp “([^”]+)”<", text.replace("&quot;", '"'))


def test_who_left_a_draft_is_offered_it_in_a_new_form(enter, people, a, b):
    editor, chief, other = *people, enter(b, "editor")
    assert [offered(editor, a), offered(other, b)] == [[], []]
    for title in ("Một", "Hai"):
        answer = editor.post(
            add(a), article_form(title=title, slug=title.lower()), headers={"accept": "application/json"}
        )
        assert answer.json()["success"]
    make_article(a, "Của người khác", live=False)
    make_article(b, "Của B", live=False)
    assert offered(editor, a) == ["Hai", "Một"]
    assert [offered(chief, a), offered(other, b)] == [[], []]


def test_what_was_sent_or_published_is_not_offered(people, submitted, a, b):
    editor, chief = people
    make_article(b, live=False)
    assert offered(editor, a) == []
    answer(chief, submitted, "reject", **{"workflow-action-extra-data": '{"comment": "Thiếu ảnh"}'})
    assert offered(editor, a) == ["Bài viết"]
    publish(ArticlePage.objects.get(pk=submitted.pk))
    assert offered(editor, a) == []


def test_offering_drafts_costs_the_same_for_one_and_for_thirty(people, a, b, django_assert_max_num_queries):
    editor, costs = people[0], []
    for number in (1, 30):
        for count in range(number):
            page = make_article(a, f"Bài {number} {count}", live=False)
            PortalPage._base_manager.filter(pk=page.pk).update(owner=editor.user)
        make_article(b, live=False)
        editor.get(add(a))
        with django_assert_max_num_queries(200) as queries:
            assert len(offered(editor, a)) == min(number, 3)
        costs.append(len(queries))
    assert costs[0] == costs[1]


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


# --- what is missing ----------------------------------------------------------------------------------
def test_missing_fields_are_named_and_block_nothing(people, a, b, visit):
    page = make_article(a, "Bài", slug="bai", live=False)
    make_article(b, lead="Có tóm tắt")
    assert "Còn thiếu: Tóm tắt, Ảnh đại diện – vẫn đăng được." in bar(people[1], page)
    people[1].post(edit(page), article_form(title="Bài", slug="bai", lead="", **{"action-publish": "1"}))
    assert visit(a, "/tin-tuc/bai/").status_code == 200


def test_what_must_be_filled_is_named_first_and_nothing_says_that_it_can_wait(people, a, b):
    page, other = make_article(a, slug="bai", live=False, body=[]), make_article(b)
    assert (required_fields(page), required_fields(other)) == (["Nội dung"], [])
    text = bar(people[0], page)
    assert "Phải điền trước khi gửi, đăng: Nội dung Còn thiếu: Tóm tắt, Ảnh đại diện – không bắt buộc." in text
    assert "vẫn đăng được" not in text


def test_every_page_type_names_what_it_requires(a, b):
    for model in apps.get_app_config("pages").get_models():
        if issubclass(model, PortalPage) and model.is_creatable:
            assert all(label and isinstance(label, str) for label in required_fields(model(title="T"))), model
    assert required_fields(make_article(a)) == required_fields(make_article(b)) == []


def test_a_picture_wants_its_description_and_no_picture_wants_none(a, b):
    plain, pictured = make_article(a, lead="Có"), make_article(b, lead="Có", picture=make_image(b))
    assert missing_fields(plain) == ["Ảnh đại diện"]
    assert missing_fields(pictured) == ["Mô tả ảnh"]
    pictured.picture_alt = "Người dân trồng cây"
    assert missing_fields(pictured) == []


def test_a_long_list_is_cut(people, a, b):
    page = make_document(a, form="", number="", issuer="", abstract="", issue_date=None, issue_precision="unknown")
    make_document(b)
    text = bar(people[0], page)
    assert "Còn thiếu: Hình thức văn bản, Số, ký hiệu, Cơ quan ban hành" in text and "mục khác" in text


def test_lists_are_called_as_the_form_calls_them(a, b):
    assert "Tệp văn bản" in missing_fields(make_document(a))
    assert missing_fields(publish(section_page(b, "contact")))[0] == "Địa chỉ"


def test_every_page_type_names_fields_that_it_has(a, b):
    for model in apps.get_app_config("pages").get_models():
        if issubclass(model, PortalPage):
            assert all(isinstance(label, str) and label for label in missing_fields(model())), model


def test_a_private_page_keeps_its_bar(people, a, b):
    page = make_article(a)
    make_article(b)
    page.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert "Đã đăng." in bar(people[0], page)
