"""Who sends too often waits and loses nothing; what looks doubtful is asked about or marked, never dropped."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.template.loader import render_to_string
from django.test import RequestFactory

from cms.questions import limits
from cms.questions.asking import sending
from cms.questions.limits import Limit
from cms.questions.models import Tally
from tests.factories.pages import local

from .conftest import TEXT, cases, faults, page_of

NOW = local(2026, 3, 2, 9)
HOURLY = Limit("thu", 3, timedelta(hours=1))


@pytest.mark.django_db
def test_the_fourth_of_three_waits_for_the_rest_of_the_hour():
    waits = [limits.count("ai", HOURLY, now=NOW + timedelta(minutes=15)) for _number in range(4)]
    assert waits == [None, None, None, timedelta(minutes=45)]
    assert limits.count("ai", HOURLY, now=NOW + timedelta(hours=1)) is None


@pytest.mark.django_db
def test_strangers_and_deeds_are_counted_apart():
    for _number in range(3):
        limits.count("ai", HOURLY, now=NOW)
    assert limits.count("ai khác", HOURLY, now=NOW) is None
    assert limits.count("ai", Limit("khac", 3, timedelta(hours=1)), now=NOW) is None
    assert limits.too_many("ai", HOURLY, now=NOW)
    assert not limits.too_many("ai khác", HOURLY, now=NOW)


@pytest.mark.django_db
def test_nobody_is_never_limited():
    assert [limits.count("", HOURLY, now=NOW) for _number in range(9)] == [None] * 9
    assert not Tally.objects.exists()


@pytest.mark.django_db
def test_no_address_is_kept_and_counts_go_after_two_days():
    limits.count("203.0.113.9", HOURLY, now=NOW)
    assert "203.0.113" not in str(list(Tally.objects.values()))
    limits.count("203.0.113.9", HOURLY, now=NOW + timedelta(days=3))
    assert Tally.objects.count() == 1


@pytest.mark.parametrize(
    ("meta", "proxies", "address"),
    [
        ({"REMOTE_ADDR": "203.0.113.9"}, 0, "203.0.113.9"),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "1.1.1.1, 203.0.113.9"}, 1, "203.0.113.9"),
        ({"REMOTE_ADDR": "203.0.113.9", "HTTP_X_FORWARDED_FOR": "1.1.1.1"}, 0, "203.0.113.9"),
        ({"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, 0, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": ""}, 0, ""),
        ({"REMOTE_ADDR": "x"}, 0, ""),
    ],
)
def test_the_address_is_the_one_that_a_trusted_proxy_tells(settings, meta, proxies, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert limits.address_of(RequestFactory().get("/", **meta)) == address


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_processes_at_once_are_counted_each():
    def one():
        limits.count("ai", HOURLY, now=NOW)
        connections.close_all()

    threads = [threading.Thread(target=one) for _number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [row.number for row in Tally.objects.all()] == [12]
    assert connection.vendor == "postgresql"


def test_one_address_that_sends_too_much_waits_with_everything_typed(send, a, b, monkeypatch):
    monkeypatch.setattr(sending, "BY_ADDRESS", (Limit("asked", 2, timedelta(hours=1)),))
    answers = [send(a, text=f"{TEXT} Lần {number}", contact=f"ban{number}@example.com") for number in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert 0 < int(answers[2]["Retry-After"]) <= 3601
    assert "hãy gửi lại sau" in faults(answers[2])[0]
    assert page_of(answers[2]).select_one("#id_text").text.strip() == f"{TEXT} Lần 2"
    assert len(cases()) == 2


def test_nobody_is_flooded_with_receipts_that_others_ask_for(send, a, monkeypatch):
    monkeypatch.setattr(sending, "BY_CONTACT", (Limit("contact", 2, timedelta(days=1)),))
    answers = [send(a, text=f"{TEXT} {number}", contact="NAN.nhan@example.com") for number in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]


def test_files_are_not_even_looked_at_when_too_many_come(send, a, paper, monkeypatch):
    monkeypatch.setattr(sending, "WITH_FILES", (Limit("files", 1, timedelta(hours=1)),))
    assert send(a, files=[paper("a.txt")]).status_code == 302
    response = send(a, text=f"{TEXT} nữa", files=[paper("b.txt")])
    assert response.status_code == 429
    assert "Hãy chọn lại: b.txt." in " ".join(faults(response))


def test_what_is_a_little_odd_arrives_with_its_signs_for_the_officer(send, a):
    assert send(a, text=f"{TEXT} xem bit.ly/abc").status_code == 302
    assert [case.suspicion for case in cases()] == ["short_links"]


def test_what_any_person_asks_carries_no_sign(send, a):
    send(a)
    assert [case.suspicion for case in cases()] == [""]


def test_what_looks_like_advertising_is_asked_about_and_then_taken(send, a):
    text = "Nhà cái cá cược uy tín http://a.top http://b.top http://c.top bit.ly/x"
    page = page_of(response := send(a, text=text))
    assert "giống thư quảng cáo" in faults(response)[0]
    assert page.select_one("#id_text").text.strip() == text
    assert page.select_one("#id_confirmed")
    assert cases() == []
    assert send(a, text=text, confirmed="on").status_code == 302
    assert cases()[0].suspicion.split(",")[:2] == ["links", "short_links"]


def test_the_box_to_confirm_is_not_there_for_others(send, visit, a):
    assert page_of(visit(a, "/hoi-dap/gui/")).select_one("#id_confirmed") is None
    assert page_of(send(a, text="")).select_one("#id_confirmed") is None


def test_the_same_words_many_times_a_day_are_marked(send, a):
    for number in range(5):
        assert send(a, contact=f"ban{number}@example.com").status_code == 302
    assert [case.suspicion for case in cases()] == ["", "", "", "same_text", "same_text"]


def test_the_officer_reads_the_signs_in_words(send, a):
    send(a, text=f"{TEXT} xem bit.ly/abc")
    send(a)
    told = [render_to_string("questions/ask/signs.html", {"question": case}).strip() for case in cases()]
    assert "có liên kết rút gọn" in told[0]
    assert told[1] == ""
