"""The guide: everybody who logs in finds a task by its words and reads its steps; it is the same in every portal."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.translation import override

from cms.pages.guide.tasks import find_task, search_tasks, task_of, tasks
from cms.pages.models import ArticlePage, HomePage, LegalDocumentPage, PortalPage
from tests.factories import section_page

GUIDE = Path(__file__).parents[3] / "cms/pages/static/pages/guide"
SLUGS = [task.slug for task in tasks()]


def soup(client, address, **data):
    return BeautifulSoup(client.get(address, data).content, "html.parser")


def listed(client, **data):
    return [
        tag.get_text(strip=True) for tag in soup(client, reverse("guide:index"), **data).select(".cong-button__label")
    ]


@pytest.mark.parametrize("role", ["editor", "chief", "head"])
def test_everybody_finds_the_guide_from_menu_and_first_screen(enter, a, b, role):
    for portal in (a, b):
        home = enter(portal, role).get(reverse("wagtailadmin_home")).content.decode()
        assert home.count(reverse("guide:index")) >= 2 and "Cần giúp? Xem hướng dẫn" in home


def test_it_is_the_same_in_every_portal_and_names_none(enter, a, b):
    pages = [enter(portal, "editor").get(reverse("guide:index")).content.decode() for portal in (a, b)]
    texts = [BeautifulSoup(page, "html.parser").find(class_="cong-guide-list").text for page in pages]
    assert texts[0] == texts[1]
    assert not any(portal.name in texts[0] for portal in (a, b))


def test_who_is_not_logged_in_is_asked_to(client, a, b):
    for portal in (a, b):
        response = client.get(reverse("guide:index"), headers={"host": f"{portal.slug}.localhost"})
        assert response.status_code == 302 and "/login/" in response.url


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("nhập từ word", "Nhập báo cáo từ Word"),
        ("NHAP TU WORD", "Nhập báo cáo từ Word"),
        ("word report", "Nhập báo cáo từ Word"),
        ("hai lop", "Đổi mật khẩu và xác thực hai lớp"),
        ("quên mật khẩu", "Đổi mật khẩu và xác thực hai lớp"),
        ("quan hệ hàng loạt", "Khai quan hệ với nhiều văn bản cùng lúc"),
    ],
)
def test_tasks_are_found_with_and_without_accents_and_in_english(enter, a, b, words, title):
    assert [title in listed(enter(portal, "editor"), q=words) for portal in (a, b)] == [True, True]


def test_what_is_not_found_says_so(enter, a):
    page = soup(enter(a, "editor"), reverse("guide:index"), q="máy bay <script>")
    assert "Chưa có hướng dẫn nào" in page.text and page.find("main").find("script") is None


@pytest.mark.parametrize("slug", SLUGS)
def test_each_task_has_numbered_steps_in_both_languages(enter, a, slug):
    address = reverse("guide:task", args=[slug])
    task = find_task(slug)
    for language in ("vi", "en"):
        page = soup(enter(a, {"vi": "editor", "en": "chief"}[language], language=language), address)
        steps = page.select("ol.cong-guide-steps > li")
        assert [step.p.text for step in steps] == [step.words[language] for step in task.steps]
        assert task.title[language] in page.text and len(steps) >= 3


def test_an_unknown_task_is_not_found(enter, a):
    assert enter(a, "editor").get(reverse("guide:task", args=["khong-co"])).status_code == 404


def test_every_picture_is_there_small_and_described():
    for step in [step for task in tasks() for step in task.steps if step.picture]:
        path = Path(finders.find(step.picture))
        assert path.stat().st_size < 60_000
        assert all(step.alt[language] for language in ("vi", "en"))


def test_no_picture_lies_about_unused():
    used = {Path(step.picture).name for task in tasks() for step in task.steps if step.picture}
    assert {path.name for path in GUIDE.iterdir()} == used


def test_page_types_of_tasks_exist():
    for task in tasks():
        for name in task.page_types:
            assert issubclass(apps.get_model("pages", name), PortalPage)
    assert (task_of(ArticlePage).slug, task_of(HomePage)) == ("dang-tin-co-anh", None)


def test_the_edit_form_leads_to_its_task(enter, a, b):
    for model, section, slug in (
        (ArticlePage, "news", "dang-tin-co-anh"),
        (LegalDocumentPage, "documents", "dang-van-ban"),
    ):
        address = reverse(
            "wagtailadmin_pages:add", args=["pages", model._meta.model_name, section_page(a, section).pk]
        )
        page = enter(a, "editor" if model is ArticlePage else "chief").get(address).content.decode()
        assert reverse("guide:task", args=[slug]) in page


def test_words_show_in_the_language_of_the_screens():
    title = find_task("nhap-tu-word").title
    for language, start in (("vi", "Nhập"), ("en", "Bring")):
        with override(language):
            assert str(title).startswith(start)


def test_the_guide_calls_buttons_as_the_screens_do():
    """What stands in “ ” is pressed: the words must be somewhere in the source or in Wagtail's Vietnamese."""
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("cms", "tenants")
        for kind in ("*.py", "*.html")
        for path in (Path(__file__).parents[3] / folder).rglob(kind)
    )
    named = {words for task in tasks() for step in task.steps for words in re.findall("“([^”]+)”", step.words["vi"])}
    assert {words for words in named if words not in source} == {"Chọn ảnh"}  # said by Wagtail
    assert search_tasks("") == list(tasks())
