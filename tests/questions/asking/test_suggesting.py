"""Likely answers while typing: at once or not at all, whatever is wrong with the search."""

import threading
import time

import pytest

from cms.questions import suggesting
from cms.questions.suggesting import MOST, Suggestion, register, suggestions

from .conftest import host

ADDRESS = "/hoi-dap/gui/goi-y/"
FOUND = [Suggestion("Đăng ký khai sinh", "/thu-tuc/khai-sinh/", "Thủ tục")]


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Nobody has registered but who does so in the test."""
    monkeypatch.setattr(suggesting, "suggesters", [])


def asked(citizen, portal, text="đăng ký khai sinh", path=ADDRESS):
    return citizen.post(path, {"text": text}, headers=host(portal)).json()["suggestions"]


def test_what_is_found_is_shown_with_its_kind(citizen, a):
    register(lambda text, portal, lang: FOUND)
    assert asked(citizen, a) == [{"title": "Đăng ký khai sinh", "url": "/thu-tuc/khai-sinh/", "source": "Thủ tục"}]


def test_a_suggester_is_told_text_portal_and_language(citizen, a, b):
    heard = []
    register(lambda *told: heard.append(told) or [])
    asked(citizen, a, "  đăng   ký\n khai sinh ")
    asked(citizen, b, path=f"/en{ADDRESS}")
    assert heard == [("đăng ký khai sinh", a, "vi"), ("đăng ký khai sinh", b, "en")]


def test_nobody_registered_nothing_found(citizen, a):
    assert asked(citizen, a) == []


@pytest.mark.parametrize("fault", [RuntimeError("down"), OSError("no route"), ValueError()])
def test_a_search_that_fails_gives_nothing_and_hides_nothing_of_others(citizen, a, fault):
    def broken(text, portal, lang):
        raise fault

    register(broken)
    assert asked(citizen, a) == []
    register(lambda text, portal, lang: FOUND)
    assert len(asked(citizen, a)) == 1


def test_a_search_that_hangs_holds_nobody_up():
    never = threading.Event()
    register(lambda text, portal, lang: never.wait(10) or FOUND)
    start = time.monotonic()
    assert suggestions("đăng ký khai sinh", portal=None, lang="vi", seconds=0.05) == []
    assert time.monotonic() - start < 1
    never.set()


def test_a_quick_search_beside_a_slow_one_is_heard():
    never = threading.Event()
    register(lambda text, portal, lang: FOUND)
    register(lambda text, portal, lang: never.wait(10) and [])
    assert suggestions("đăng ký khai sinh", portal=None, lang="vi", seconds=0.5) == FOUND
    never.set()


def test_few_and_none_twice():
    rows = [Suggestion(f"Trang {number}", f"/{number}/") for number in range(9)]
    register(lambda text, portal, lang: rows[:4])
    register(lambda text, portal, lang: rows[2:])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suggesting.connection, "in_atomic_block", True)
        found = suggestions("đăng ký khai sinh", portal=None, lang="vi")
    assert found == rows[:MOST]


@pytest.mark.parametrize("text", ["", "đất", "       ", "\0\0\0"])
def test_a_few_letters_ask_nobody(citizen, a, text):
    register(lambda *told: pytest.fail("asked"))
    assert asked(citizen, a, text) == []


def test_registering_twice_asks_once():
    suggester = register(lambda text, portal, lang: FOUND)
    register(suggester)
    assert suggesting.suggesters == [suggester]


@pytest.mark.django_db
def test_the_text_is_in_no_address_and_the_answer_in_no_cache(citizen, a):
    response = citizen.get(f"{ADDRESS}?text=bi-mat", headers=host(a))
    assert response.status_code == 405
    answer = citizen.post(ADDRESS, {"text": "đăng ký khai sinh"}, headers=host(a))
    assert "no-store" in answer["Cache-Control"]
    assert answer.cookies == {}


@pytest.mark.django_db
@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"text=" + b"a" * 100_000])
def test_whatever_is_asked_is_answered(citizen, a, body):
    response = citizen.generic(
        "POST", ADDRESS, body, content_type="application/x-www-form-urlencoded", headers=host(a)
    )
    assert response.json() == {"suggestions": []}
