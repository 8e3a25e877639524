"""The screen "Không phát sinh" as editor, chief and head use it, and as everybody else does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.pages.models import NilDeclaration
from cms.pages.nil.periods import Offer, period_of
from tests.factories import section_page
from tests.factories.pages import publish

URL = "/admin/nil/"
FORM = {"section": "treaties", "period": "quy", "reason": ""}


def _address(declaration, verb):
    return f"{URL}{declaration.pk}/{verb}/"


def _rows(portal):
    return NilDeclaration.objects.filter(portal=portal)


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_an_editor_proposes_with_two_choices(enter, a, b, role):
    client = enter(a, role)
    assert 'name="section"' in client.get(URL).text
    answer = client.post(URL, {**FORM, "reason": "Xã không ký thỏa thuận nào."}, follow=True)
    (declaration,) = _rows(a)
    quarter = period_of(Offer.QUARTER, day=timezone.localdate())
    assert (declaration.from_date, declaration.to_date) == (quarter.first, quarter.last)
    assert (declaration.reason, declaration.proposed_by, declaration.signed_at) == (
        "Xã không ký thỏa thuận nào.",
        client.user,
        None,
    )
    assert "Đã gửi lãnh đạo ký: Điều ước, thỏa thuận quốc tế." in answer.text
    assert not _rows(b).exists()


def test_the_head_signs_with_one_tap(enter, declare, a, b):
    declaration, other = declare(a, signed=False), declare(b, signed=False)
    head = enter(a, "head")
    text = head.get(URL).text
    assert (_address(declaration, "sign") in text, _address(other, "sign") in text) == (True, False)
    answer = head.post(_address(declaration, "sign"), follow=True)
    declaration.refresh_from_db(), other.refresh_from_db()
    assert (declaration.signed_by, other.signed_by) == (head.user, None)
    assert "Đã ký khai báo: Điều ước" in answer.text and "http://xa-a.localhost" in answer.text


def test_the_head_declares_and_signs_in_one_go(enter, a, b):
    head = enter(a, "head")
    head.post(URL, {**FORM, "sign": "1"})
    (declaration,) = _rows(a)
    assert (declaration.proposed_by, declaration.signed_by) == (head.user, head.user)


def test_nobody_else_signs_however_they_post_it(enter, declare, a, b):
    declaration = declare(a, signed=False)
    for role in ("editor", "chief", "officer"):
        client = enter(a, role)
        client.post(_address(declaration, "sign"))
        client.post(URL, {**FORM, "section": "alerts", "sign": "1"})
    assert [row.signed_at for row in _rows(a)] == [None] * _rows(a).count()
    assert _address(declaration, "sign") not in client.get(URL).text


def test_neither_the_operator_nor_the_province_signs_for_a_head(admin_client, declare, a, b):
    declaration = declare(a, signed=False)
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    admin_client.post(_address(declaration, "sign"))
    declaration.refresh_from_db()
    assert declaration.signed_at is None


@pytest.mark.parametrize("verb", ["sign", "withdraw"])
@pytest.mark.parametrize("role", ["chief", "head"])
def test_another_portals_number_is_not_found(enter, declare, a, b, verb, role):
    declaration = declare(b, signed=False)
    answer = enter(a, role).post(_address(declaration, verb))
    declaration.refresh_from_db()
    assert (declaration.signed_at, declaration.withdrawn_at) == (None, None)
    assert answer.status_code == 404 or (verb, role) == ("sign", "chief")


@pytest.mark.parametrize(("role", "is_done"), [("editor", False), ("chief", True), ("head", True)])
def test_head_and_chief_withdraw(enter, declare, a, b, role, is_done):
    declaration = declare(a)
    client = enter(a, role)
    assert (_address(declaration, "withdraw") in client.get(URL).text) is is_done
    client.post(_address(declaration, "withdraw"))
    declaration.refresh_from_db()
    assert (declaration.withdrawn_at is not None) is is_done


@pytest.mark.parametrize(("role", "may"), [("editor", True), ("chief", True), ("head", True), ("officer", False)])
def test_who_sees_screen_and_menu(enter, a, b, role, may):
    client = enter(a, role)
    assert (client.get(URL).status_code == 200) is may
    assert ("/admin/nil/" in client.get("/admin/").text) is may


def test_a_get_changes_nothing(enter, declare, a, b):
    declaration, head = declare(a, signed=False), enter(a, "head")
    assert [head.get(_address(declaration, verb)).status_code for verb in ("sign", "withdraw")] == [405, 405]


def test_the_heads_first_screen_tells_what_waits(enter, declare, a, b):
    declare(b, signed=False)
    head = enter(a, "head")
    assert "Ký khai báo không phát sinh" not in head.get("/admin/").text
    declare(a, signed=False), declare(a, "alerts", signed=False)
    text = head.get("/admin/").text
    assert ("Ký khai báo không phát sinh" in text, "2 khai báo chờ ký" in text) == (True, True)
    assert "khai báo chờ ký" not in enter(a, "editor").get("/admin/").text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"section": ""}, "Hãy chọn một chuyên mục."),
        ({"section": "news"}, "chọn mục khác"),
        ({"period": "khac"}, "Hãy điền ngày này."),
        ({"period": "khac", "first": "01/01/2020", "last": "31/01/2020"}, "Thời gian này đã qua"),
        ({"period": "khac", "first": "02/01/2020", "last": "01/01/2020"}, "Ngày cuối phải sau ngày đầu."),
        ({"period": "khac", "first": "hôm nay", "last": "mai"}, "Chưa gửi được"),
        ({"period": "tuan"}, "Chưa gửi được"),
        ({"reason": "x" * 301}, "Chưa gửi được"),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_the_words(enter, a, b, change, words):
    answer = enter(a, "editor").post(URL, {**FORM, "reason": "Không có gì.", **change})
    assert (answer.status_code, words in answer.text, _rows(a).count()) == (200, True, 0)
    assert ("x" * 301 if "reason" in change else "Không có gì.") in answer.text


def test_a_section_with_content_is_not_offered_and_why_is_said(enter, a, b):
    page = section_page(a, "alerts")
    page.body_vi = [("heading", "Lũ quét")]
    publish(page)
    texts = [enter(portal, "editor").get(URL).text for portal in (a, b)]
    assert ['value="alerts"' in text for text in texts] == [False, True]
    assert ["Đang có nội dung nên không khai báo được" in text for text in texts] == [True, False]
    answer = enter(a, "chief").post(URL, {**FORM, "section": "alerts"})
    assert "đang có nội dung" in answer.text and not _rows(a).exists()


def test_days_of_ones_own_are_read_day_first(enter, a, b):
    today = timezone.localdate()
    last = today + timedelta(days=40)
    days = {"first": f"{today:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
    enter(a, "editor").post(URL, {**FORM, "period": "khac", **days})
    (declaration,) = _rows(a)
    assert (declaration.from_date, declaration.to_date) == (today, last)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_screen_shows_the_own_portals_declarations_alone(enter, declare, a, b, language):
    declare(a, reason="Lý do của A"), declare(b, reason="Lý do của B")
    text = enter(a, "chief", language=language).get(URL).text
    assert ("Lý do của A" in text, "Lý do của B" in text) == (True, False)


def test_the_list_costs_the_same_with_one_and_with_thirty(enter, declare, a, b):
    chief = enter(a, "chief")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            chief.get(URL)
        return len(queries)

    declare(a), declare(a, "alerts", signed=False)
    before = asked() and asked()
    today = timezone.localdate()
    for number in range(1, 31):
        day = today + timedelta(days=400 + number)
        declare(a, "consultation", signed=number % 2 == 0, first=day, last=day)
    assert asked() == before
