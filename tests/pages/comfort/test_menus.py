"""A chief orders the menu, hides sections and keeps links of the portal's own: one form, nobody else's portal."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.pages.chrome import Chrome
from cms.pages.menus.arrangement import ALWAYS_SHOWN
from cms.pages.models import MenuChoice, QuickLink
from cms.pages.sections import sections_for
from tenants.models import AuditEntry
from tenants.scoping import platform_scope
from tests.factories import make_article
from tests.pages.test_addresses import request_on

URL = "/admin/menus/"
LINK = {"label": "Hẹn giờ khám", "label_en": "Book a visit", "url": "https://datlich.example.vn/"}


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


def codes(portal):
    return [section.code for section in sections_for(portal)]


def post(client, portal, *, order=None, hidden=(), links=(), button="save", value="1"):
    """The form as a browser sends it: every section in its order, a mark for each that shows, rows of links."""
    order = order or codes(portal)
    data = {"section": order, "show": [code for code in order if code not in hidden], button: value}
    data |= {"link-TOTAL_FORMS": len(links), "link-INITIAL_FORMS": 0}
    for number, link in enumerate(links):
        data |= {f"link-{number}-{name}": value for name, value in link.items()}
    return client.post(URL, data)


def shown(portal):
    return [item.url.strip("/") for group in Chrome(portal, request_on(portal)).menu for item in group.items]


def links(portal):
    return [(row.label_vi, row.label_en, row.url) for row in QuickLink.objects.filter(portal=portal).order_by("order")]


@pytest.fixture
def chief(enter, a):
    return enter(a, "chief")


def swapped(order, first, second):
    place = {first: second, second: first}
    return [place.get(code, code) for code in order]


# --- order and showing -----------------------------------------------------------------------------------
def test_a_new_order_is_the_portals_own(chief, a, b, visit):
    before = shown(b)
    assert post(chief, a, order=swapped(codes(a), "leaders", "directory")).status_code == 302
    own = shown(a)
    assert own.index("danh-ba") < own.index("lanh-dao")
    assert shown(b) == before and before.index("lanh-dao") < before.index("danh-ba")
    text = visit(a, "/tin-tuc/").content.decode()
    assert text.index('href="/danh-ba/"') < text.index('href="/lanh-dao/"')


def test_a_hidden_section_leaves_the_menu_and_stays_reachable(chief, a, b, visit):
    post(chief, a, hidden=["campaigns"])
    for language in ("", "/en"):
        assert f'href="{language}/chuyen-de/"' not in visit(a, f"{language}/tin-tuc/").content.decode()
        assert f'href="{language}/chuyen-de/"' in visit(a, f"{language}/so-do-cong/").content.decode()
    assert visit(a, "/chuyen-de/").status_code == 200
    assert 'href="/chuyen-de/"' in visit(b, "/tin-tuc/").content.decode()


def test_the_four_basic_ones_cannot_be_hidden(chief, a, b):
    post(chief, a, hidden=codes(a))
    assert set(shown(a)) == {"gioi-thieu", "van-ban", "hoi-dap", "lien-he"}
    assert len(shown(b)) > 20 and len(ALWAYS_SHOWN) == 4


def test_the_order_of_the_tree_needs_no_rows(chief, a, b):
    post(chief, a, order=swapped(codes(a), "leaders", "directory"), hidden=["campaigns"])
    assert {row.section for row in MenuChoice.objects.filter(portal=a)} >= {"leaders", "directory", "campaigns"}
    post(chief, a)
    assert not MenuChoice.objects.exists()


def test_what_the_form_does_not_name_keeps_its_place(chief, a, b):
    post(chief, a, order=["directory", "leaders", "khong-co", "news"], hidden=[])
    own = shown(a)
    assert own[:2] == ["danh-ba", "lanh-dao"] and len(own) == len(shown(b))
    assert not MenuChoice.objects.filter(section="khong-co").exists()


# --- without a script ---------------------------------------------------------------------------------------
def test_a_button_moves_a_section_and_keeps_what_was_typed(chief, a, b):
    answer = post(chief, a, hidden=["campaigns"], links=[LINK], button="move", value="directory:up")
    text = answer.content.decode()
    assert answer.status_code == 200 and "Thay đổi chưa được lưu." in text
    assert text.index('id="section-directory"') < text.index('id="section-leaders"')
    assert 'value="Hẹn giờ khám"' in text and 'value="campaigns" checked' not in text
    assert 'value="news" checked' in text and not MenuChoice.objects.exists() and links(a) == []


@pytest.mark.parametrize("value", ["introduction:up", "x:up", "directory:sideways", "", "9999999999:up"])
def test_a_button_that_cannot_move_moves_nothing(chief, a, b, value):
    text = post(chief, a, button="move", value=value).content.decode()
    places = [text.index(f'id="section-{code}"') for code in codes(a)]
    assert places == sorted(places)


def test_links_are_added_moved_and_removed_before_saving(chief, a, b):
    two = [LINK, {"label": "Bản đồ", "label_en": "", "url": "https://bando.example.vn/"}]
    assert post(chief, a, links=two, button="add").content.decode().count("cong-order__row--link") == 3
    moved = post(chief, a, links=two, button="link", value="1:up").content.decode()
    assert moved.index("Bản đồ") < moved.index("Hẹn giờ khám")
    removed = post(chief, a, links=two, button="link", value="0:remove").content.decode()
    assert "Hẹn giờ khám" not in removed and "Bản đồ" in removed
    assert links(a) == []


# --- links ------------------------------------------------------------------------------------------------------
def test_links_show_on_every_page_in_both_languages(chief, a, b, visit):
    second = {"label": "Bản đồ", "label_en": "", "url": "https://bando.example.vn/"}
    post(chief, a, links=[LINK, {"label": "", "label_en": "", "url": ""}, second])
    assert links(a) == [
        ("Hẹn giờ khám", "Book a visit", LINK["url"]),
        ("Bản đồ", None, "https://bando.example.vn/"),
    ]
    vietnamese, english = (visit(a, path).content.decode() for path in ("/tin-tuc/", "/en/tin-tuc/"))
    assert f'href="{LINK["url"]}">Hẹn giờ khám' in vietnamese and "Book a visit" in english
    assert 'href="https://bando.example.vn/" lang="vi">Bản đồ' in english
    assert "datlich" not in visit(b, "/tin-tuc/").content.decode()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"url": "http://khong-an-toan.example.vn/"}, "Chỉ nhận địa chỉ an toàn, bắt đầu bằng https://."),
        ({"url": "javascript:alert(1)"}, "Địa chỉ chưa đúng."),
        ({"url": "ftp://tep.example.vn/"}, "Chỉ nhận địa chỉ an toàn"),
        ({"url": ""}, "Liên kết này chưa có địa chỉ."),
        ({"label": ""}, "Liên kết này chưa có tên."),
        ({"label": "x" * 61}, "60"),
    ],
)
def test_a_wrong_link_is_explained_and_nothing_is_lost(chief, a, b, change, error):
    QuickLink.objects.create(portal=a, label_vi="Cũ", url="https://cu.example.vn/")
    wrong = {**LINK, "label_en": "Typed words", **change}
    answer = post(chief, a, order=swapped(codes(a), "leaders", "directory"), links=[wrong])
    text = answer.content.decode()
    assert answer.status_code == 200 and error in text and "Typed words" in text
    assert text.index('id="section-directory"') < text.index('id="section-leaders"')
    assert [label for label, _en, _url in links(a)] == ["Cũ"] and not MenuChoice.objects.exists()


def test_more_than_eight_are_too_many(chief, a, b):
    many = [{**LINK, "label": f"Liên kết {number}"} for number in range(9)]
    assert "Nhiều nhất 8 liên kết" in post(chief, a, links=many).content.decode()
    assert links(a) == []
    post(chief, a, links=many[:8])
    assert len(links(a)) == 8


def test_an_address_without_a_scheme_gets_the_safe_one(chief, a, b):
    post(chief, a, links=[{**LINK, "url": "datlich.example.vn/kham"}])
    assert links(a)[0][2] == "https://datlich.example.vn/kham"


# --- who ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("role", ["editor", "head", "officer"])
def test_only_a_chief_has_the_screen(enter, a, b, role):
    client = enter(a, role)
    assert client.get(URL).status_code == 302
    post(client, a, hidden=["campaigns"], links=[LINK])
    assert not MenuChoice.objects.exists() and not QuickLink.objects.exists()
    assert f'"{URL}"' not in client.get("/admin/").content.decode()
    assert f'"{URL}"' in enter(b, "chief").get("/admin/").content.decode()


def test_a_chief_changes_the_own_portal_alone(enter, chief, a, b):
    post(enter(b, "chief"), b, hidden=["campaigns"], links=[LINK])
    post(chief, a, links=[{**LINK, "label": "Của A"}])
    assert ([row[0] for row in links(a)], [row[0] for row in links(b)]) == (["Của A"], ["Hẹn giờ khám"])
    assert {row.portal for row in MenuChoice.objects.all()} == {b}
    assert "Hẹn giờ khám" not in chief.get(URL).content.decode()


def test_the_log_says_who_changed_the_menu(chief, a, b):
    post(chief, a, hidden=["campaigns"], links=[LINK])
    entry = AuditEntry.objects.get(action="menus.change")
    assert (entry.portal, entry.actor, entry.detail) == (a, chief.user, {"hidden": ["campaigns"], "links": 1})


# --- what it costs ---------------------------------------------------------------------------------------------------
def _cost(visit, portal, path):
    visit(portal, path)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert visit(portal, path).status_code == 200
    return len(asked)


def test_a_menu_of_ones_own_costs_nothing_and_links_one_query(chief, a, b, visit):
    for portal in (a, b):
        make_article(portal, "Bài", slug="bai")
    for path in ("/", "/tin-tuc/bai/"):
        post(chief, a)
        plain = _cost(visit, b, path)
        assert _cost(visit, a, path) == plain
        post(chief, a, order=swapped(codes(a), "leaders", "directory"), hidden=["campaigns"])
        assert _cost(visit, a, path) == plain
        post(chief, a, links=[{**LINK, "label": str(number)} for number in range(8)])
        assert _cost(visit, a, path) == plain + 1


def test_the_screen_costs_the_same_with_one_link_and_eight(chief, a, b, django_assert_num_queries):
    post(chief, a, links=[LINK])
    chief.get(URL)
    with CaptureQueriesContext(connection) as asked:
        chief.get(URL)
    one = len(asked)
    post(chief, a, links=[LINK] * 8, hidden=["campaigns"])
    chief.get(URL)  # the message of having saved
    with django_assert_num_queries(one):
        chief.get(URL)
