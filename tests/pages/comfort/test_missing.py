"""Above the edit form: what must be filled before a page is sent, and what only would be good."""

from django.apps import apps

from cms.pages.models import PortalPage
from cms.pages.writing.missing import missing_fields, required_fields
from tests.factories import make_article, make_document, make_image, publish, section_page
from tests.pages.posting import article_form

from .steps import bar, edit


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
