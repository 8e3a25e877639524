"""Somebody who reads no English meets none in the daily screens; who reads no Vietnamese sees only names in it."""

import json
import re
import unicodedata

import polib
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.users.models import UserProfile

from cms.pages.models import PortalPage
from tenants.models import Portal
from tests.factories.pages import make_article, section_page
from tests.project.tree import ROOT

WORD = re.compile(r"[a-z]{4,}")
NO_WORDS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^<>]*>")
DIACRITIC = re.compile(r"\w*[à-ỹ]\w*")
# Outside gettext in Wagtail's templates: a landmark's label, a closed panel's counter, a button for screen readers.
HARD_WIRED = {"actions", "none", "search"}
# The first tab of a chooser: Wagtail translates it once, at import, into the language of the installation.
FROZEN = "Tìm kiếm"


def entries(name):
    return polib.pofile(ROOT / f"locale/{name}.po")


def words_of(*texts):
    """The words in them, without placeholders and markup."""
    return set(WORD.findall(NO_WORDS.sub(" ", " ".join(texts)).lower()))


def english_words():
    """Words of the admin's English that no Vietnamese text of ours contains: none may be seen in Vietnamese."""
    english, vietnamese = set(), set()
    for entry in [*entries("vi/LC_MESSAGES/django"), *entries("vi/LC_MESSAGES/djangojs")]:
        english |= words_of(entry.msgid, entry.msgid_plural)
        vietnamese |= words_of(entry.msgstr, *entry.msgstr_plural.values())
    for entry in entries("en/LC_MESSAGES/django"):
        vietnamese |= words_of(entry.msgid)
    return english - vietnamese - HARD_WIRED


def sidebar_words(soup):
    """The menu is drawn by a script from data in the page."""
    props = soup.find(id="wagtail-sidebar-props")
    return re.findall(r'"label": "([^"]*)"', json.dumps(json.loads(props.string), ensure_ascii=False)) if props else []


def html_of(response):
    """Choosers answer with their HTML inside JSON."""
    assert response.status_code == 200
    return response.json()["html"] if "json" in response.headers["content-type"] else response.content.decode()


def spoken(element):
    """What the attributes of an element say to a reader; a typed value is not ours."""
    names = ("aria-label", "alt", "placeholder", "title")
    if element.name == "input" and element.get("type") in {"submit", "button"}:
        names += ("value",)
    return [str(element[name]) for name in names if element.get(name)]


def shown(html):
    """What a reader sees or a screen reader says: no code, no drawing, no hidden data."""
    soup = BeautifulSoup(html, "html.parser")
    words = sidebar_words(soup)
    for element in soup.find_all(["script", "style", "svg", "code"]):
        element.decompose()
    for element in soup.find_all(True):
        words += spoken(element)
    return unicodedata.normalize("NFC", "\n".join([*words, soup.get_text("\n")]))


def names():
    """Names stay as they are in every language: of portals, pages, people and the languages themselves."""
    for portal in Portal.objects.all():
        yield from (portal.name, portal.name_en)
    for page in PortalPage._base_manager.all():
        yield from (page.title_vi, page.title_en)
    yield from ("Tiếng Việt", "Nguyễn", "trưởng ban biên tập", FROZEN)


def without_names(text):
    for name in sorted(filter(None, set(names())), key=len, reverse=True):
        text = text.replace(name, "")
    return text


def screens(portal):
    article = make_article(portal, title="An Bình 1")
    news = section_page(portal, "news")
    yield reverse("wagtailadmin_home")
    yield reverse("wagtailadmin_explore", args=[news.pk])
    yield reverse("wagtailadmin_pages:add", args=["pages", "articlepage", news.pk])
    yield reverse("wagtailadmin_pages:edit", args=[article.pk])
    yield reverse("wagtailadmin_pages:history", args=[article.pk])
    yield reverse("wagtailadmin_account")
    yield reverse("wagtailimages:index")
    yield reverse("wagtailimages_chooser:choose")
    yield reverse("wagtailimages:add_multiple")
    yield reverse("wagtaildocs:index")
    yield reverse("wagtailadmin_choose_page")


def prefer(user, language):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


@pytest.fixture(params=[("a", "editor"), ("b", "chief")], ids=lambda param: param[1])
def desk(request, db, log_in):
    """(client, portal) of an editor of one commune, and of the chief editor of the other."""
    name, role = request.param
    portal = request.getfixturevalue(name)
    return log_in(portal, role, email=f"an@{portal.slug}.example"), portal


def seen(client, portal, pattern):
    """The words of the pattern on each screen, names left out: {address: [words]}."""
    texts = {url: without_names(shown(html_of(client.get(url)))) for url in screens(portal)}
    return {url: set(pattern.findall(text.lower())) for url, text in texts.items()}


def test_nobody_meets_english_in_vietnamese_screens(desk):
    client, portal = desk
    prefer(client.user, "vi")
    forbidden = english_words()
    found = {url: sorted(words & forbidden) for url, words in seen(client, portal, WORD).items()}
    assert {url: words for url, words in found.items() if words} == {}


def test_english_screens_show_vietnamese_in_names_only(desk):
    client, portal = desk
    prefer(client.user, "en")
    found = seen(client, portal, DIACRITIC)
    assert {url: sorted(words) for url, words in found.items() if words} == {}


def test_the_log_in_page_asks_in_vietnamese(visit, a, b):
    for portal in (a, b):
        text = without_names(shown(html_of(visit(portal, reverse("wagtailadmin_login")))))
        assert set(WORD.findall(text.lower())) & english_words() == set()
        assert "Mật khẩu" in text


def test_a_wrong_password_is_refused_in_vietnamese(client, a, b):
    data = {"login": "ai-do@example.vn", "password": "sai"}
    for portal in (a, b):
        refused = client.post(reverse("wagtailadmin_login"), data, headers={"host": f"{portal.slug}.localhost"})
        assert "Không đăng nhập được. Hãy kiểm tra địa chỉ thư điện tử và mật khẩu." in shown(html_of(refused))


def in_scripts(client, word):
    """What the scripts of the admin say for an English word."""
    catalogue = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    found = re.search(rf'"{word}": ("[^"]*")', catalogue)
    return json.loads(found[1]) if found else word


@pytest.mark.parametrize(("language", "word"), [("vi", "Tổng quan"), ("en", "Dashboard")])
def test_scripts_speak_the_language_of_the_person(desk, language, word):
    client, _portal = desk
    prefer(client.user, language)
    assert in_scripts(client, "Dashboard") == word


def test_the_words_looked_for_are_those_of_daily_screens():
    assert {"dashboard", "password", "publish", "pages", "images", "history", "draft"} <= english_words()
