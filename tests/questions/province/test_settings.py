"""What the provincial administrator sets: lists, forms, kinds, titles, topics; it holds for all."""

import re

import pytest
from django.utils import timezone

from cms.questions.models import ClockRule, OfficialTitle, QuestionKind, Topic
from tests.factories import make_portal
from tests.factories.questions import make_question

from .conftest import at_screen
from .setting import SET, again, spans, usual

NAMES = ("rules", "kinds", "calendar", "topics", "titles")


@pytest.mark.parametrize("name", NAMES)
def test_the_administrator_opens_every_list_and_form(admin, a, b, name):
    assert admin.get(f"{SET}{name}/").status_code == 200
    assert admin.get(f"{SET}{name}/new/").status_code == 200
    assert f"{SET}{name}/" in admin.get("/admin/").text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", ["province_office", "chief", "head", "officer", "district_assessor"])
def test_nobody_else_does(province, a, b, role, name):
    district = make_portal("huyen-a", level="district", group="district")
    places = {"province_office": province, "district_assessor": district}
    client = at_screen(places.get(role, a), role)
    pk = {"rules": ClockRule, "kinds": QuestionKind, "topics": Topic, "titles": OfficialTitle}.get(name, Topic)
    pk = pk.objects.first().pk
    for path in ("", "new/", f"edit/{pk}/", f"delete/{pk}/"):
        for ask in (client.get, client.post):
            assert ask(f"{SET}{name}/{path}").status_code in (302, 403, 404)
    assert SET not in client.get("/admin/").text


def test_a_new_kind_has_deadlines_at_once_and_keeps_its_code(admin, a, b):
    data = {"code": "gop-y", "name": "Góp ý", "is_offered": "on", "counts": "on", "order": "5"}
    admin.post(f"{SET}kinds/new/", data)
    kind = QuestionKind.objects.get(code="gop-y")
    assert spans(kind) == [(timezone.localdate(), None)]
    admin.post(f"{SET}kinds/edit/{kind.pk}/", {**data, "code": "khac", "name": "Góp ý, hiến kế"})
    kind.refresh_from_db()
    assert (kind.code, kind.name) == ("gop-y", "Góp ý, hiến kế")
    assert "Đã có loại câu hỏi mang mã này" in admin.post(f"{SET}kinds/new/", data).text
    make_question(a, kind="gop-y"), make_question(b)
    assert "không xóa được" in admin.post(f"{SET}kinds/delete/{kind.pk}/", follow=True).text
    assert "không xóa được" in admin.post(f"{SET}kinds/delete/{usual().pk}/", follow=True).text


def test_a_kind_that_nobody_used_goes_with_its_deadlines(admin, a, b):
    admin.post(f"{SET}kinds/new/", {"code": "thu", "name": "Thử", "order": "5"})
    kind = QuestionKind.objects.get(code="thu")
    assert "Thời hạn trả lời của loại này cũng bị xóa." in admin.get(f"{SET}kinds/delete/{kind.pk}/").text
    admin.post(f"{SET}kinds/delete/{kind.pk}/")
    assert not QuestionKind.objects.filter(code="thu").exists() and spans(usual())


def test_titles_say_in_which_groups_they_sign_and_stand_once(admin, a, b):
    data = {"name": "Chủ tịch  Hội đồng", "signs_for": ["party", "vertical"]}
    admin.post(f"{SET}titles/new/", data)
    title = OfficialTitle.objects.get(name="Chủ tịch Hội đồng")
    assert title.signs_for == ["party", "vertical"]
    assert "không ký trả lời được nữa" in admin.get(f"{SET}titles/delete/{title.pk}/").text
    answer = admin.post(f"{SET}titles/new/", {"name": "chủ tịch uỷ ban nhân dân xã", "signs_for": ["commune"]})
    assert "đã có trong danh mục" in answer.text
    assert admin.post(f"{SET}titles/new/", {"name": "Lạ", "signs_for": ["x"]}).status_code == 200


def test_topics_come_and_go_and_cases_keep_the_name_they_had(admin, a, b):
    admin.post(f"{SET}topics/new/", {"name": "Lễ hội", "name_en": "Festivals", "order": "3"})
    topic = Topic.objects.get(name="Lễ hội")
    question = make_question(a, topic="Lễ hội")
    make_question(b)
    admin.post(f"{SET}topics/edit/{topic.pk}/", {"name": "Văn hóa", "order": "3"})
    assert (
        "Chủ đề này đã có trong danh sách." in admin.post(f"{SET}topics/new/", {"name": "Văn hóa", "order": "4"}).text
    )
    assert "vẫn giữ chủ đề đang ghi" in admin.get(f"{SET}topics/delete/{topic.pk}/").text
    admin.post(f"{SET}topics/delete/{topic.pk}/")
    assert again(question).topic == "Lễ hội" and not Topic.objects.filter(pk=topic.pk).exists()


def test_ticks_and_crosses_of_kinds_are_read_aloud_as_words(admin, a, b):
    cells = re.findall(r'w-sr-only">\s*(\w+)\s*<', admin.get(f"{SET}kinds/").text)
    assert {"Có", "Không"} <= set(cells) and not {"True", "False"} & set(cells)
