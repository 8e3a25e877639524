"""A case that our unit handed on: its address says to whom and when, and nothing of the case; others stay unknown."""

import pytest
from django.utils import timezone

from cms.questions.actions import forward
from tests.factories.questions import ASKER
from tests.questions.screens import again

from .conftest import address, doing


@pytest.fixture
def handed_on(ours, a, b, staff_a, staff_b):
    forward(ours.pk, portal=a, to=b, reason="Đường của xã bên.", by=staff_a.officer, now=timezone.now())
    return again(ours)


def test_the_address_says_to_which_unit_and_when(officer, head, handed_on, b):
    for client in (officer, head):
        shown = client.get(address(handed_on))
        day = f"{timezone.localtime(handed_on.held_since):%d/%m/%Y %H:%M}"
        assert shown.status_code == 200
        assert all(words in shown.text for words in (b.name, day, f"số {handed_on.pk}", "Đường của xã bên."))
        assert not any(words in shown.text for words in (handed_on.text, handed_on.code, ASKER.name, "/do/"))


@pytest.mark.parametrize("path", ["do/receive/", "do/split/", "../answering/{}/", "../answering/{}/submit/"])
def test_older_addresses_lead_there(officer, handed_on, path):
    question = path.format(handed_on.pk).removeprefix("../")
    start = "/admin/questions/" if path.startswith("..") else address(handed_on)
    answer = officer.get(f"{start}{question}")
    assert (answer.status_code, answer.url) == (302, address(handed_on))


def test_a_tap_that_comes_too_late_is_told(officer, handed_on):
    answer = officer.post(doing(handed_on, "receive"), {"version": handed_on.version})
    assert answer.status_code == 200 and "chuyển sang đơn vị khác" in answer.text and "Xã Bình Yên" in answer.text
    assert again(handed_on).version == handed_on.version


def test_the_unit_that_has_it_works_on_it(other_officer, handed_on):
    assert handed_on.text in other_officer.get(address(handed_on)).text


def test_what_was_never_ours_stays_unknown(officer, theirs, handed_on):
    room = "/admin/questions/answering/"
    for path in (address(theirs), doing(theirs, "receive"), f"{room}{theirs.pk}/", address(theirs, "slip")):
        assert officer.get(path).status_code == 404
    for path in ("slip/", "qr.svg"):
        assert officer.get(f"{address(handed_on)}{path}").status_code == 404
    for question, status in ((theirs, 404), (handed_on, 200)):
        for path in (f"{room}{question.pk}/", f"{room}{question.pk}/submit/", doing(question, "receive")):
            assert officer.post(path, {"draft": "x"}).status_code == status
    assert officer.get(f"{room}{handed_on.pk}/sign/").status_code != 200


def test_who_has_no_desk_here_is_told_nothing(enter, a, handed_on):
    assert "Đường của xã bên." not in enter(a, "editor").get(address(handed_on), follow=True).text
