"""A mail that cannot go loses and blocks nothing: it waits, is tried later and later, and is given up in the end."""

from datetime import timedelta

import pytest
from django.core.mail.backends import locmem
from django_tasks.exceptions import TaskException

from cms.questions import tasks
from cms.questions.actions import Contact, receive
from cms.questions.mail.sending import WAITS, send_waiting
from cms.questions.models import CaseMail
from tenants.clock import TIMETABLE
from tenants.scoping import platform_scope
from tests.factories.pages import local
from tests.factories.questions import fresh, make_question

NOW = local(2026, 3, 3)


class Switched(locmem.EmailBackend):
    """A mail server that refuses single letters, or does not answer at all."""

    refuses, answers, tried = frozenset(), True, 0

    def open(self):
        if not self.answers:
            raise ConnectionRefusedError("no mail server")

    def send_messages(self, messages):
        type(self).tried += 1
        if self.refuses.intersection(messages[0].to):
            raise OSError(f"451 {messages[0].to[0]} try later")
        return super().send_messages(messages)


@pytest.fixture
def server(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{Switched.__module__}.{Switched.__qualname__}"
    for name, value in {"refuses": frozenset(), "answers": True, "tried": 0}.items():
        monkeypatch.setattr(Switched, name, value)
    return Switched


def the_mail(question):
    return CaseMail._base_manager.get(question=question.pk, kind="receipt")


def test_a_refused_letter_is_tried_again_later_and_later_until_it_is_given_up(a, b, server, send):
    mine, now = make_question(a, at=NOW), NOW
    server.refuses = {"hoa@example.com"}
    for tries, wait in enumerate(WAITS, 1):
        assert send(now) == [] and (row := the_mail(mine)).tries == tries and row.state == "waiting"
        assert row.next_try_at == now + wait and "451 hoa@example.com" in row.fault
        assert send(now + wait - timedelta(seconds=1)) == [] and the_mail(mine).tries == tries
        now += wait
    assert send(now) == [] and the_mail(mine).state == "given_up" and server.tried == len(WAITS) + 1
    server.refuses = frozenset()
    assert send(now + timedelta(days=9)) == [] and server.tried == len(WAITS) + 1
    assert fresh(mine).stage == "sent"


def test_what_failed_goes_out_once_the_server_takes_it(a, b, server, send):
    mine = make_question(a, at=NOW)
    server.refuses = {"hoa@example.com"}
    send(NOW)
    server.refuses = frozenset()
    assert len(send(NOW + WAITS[0])) == 1 and len(send(NOW + timedelta(days=1))) == 0
    row = the_mail(mine)
    assert (row.state, row.tries, row.fault, row.sent_at) == ("sent", 2, "", NOW + WAITS[0])


def test_one_letter_that_fails_does_not_hold_up_the_others(a, b, server, send):
    make_question(a, at=NOW)
    other = make_question(b, at=NOW, contact=Contact(email="lan@example.com"))
    server.refuses = {"hoa@example.com"}
    assert [letter.to for letter in send(NOW)] == [["lan@example.com"]] and the_mail(other).state == "sent"


def test_while_no_server_answers_nothing_is_tried_or_given_up(a, b, server, send):
    mine = make_question(a, at=NOW)
    server.answers = False
    for day in range(30):
        assert send(NOW + timedelta(days=day)) == []
    assert (the_mail(mine).tries, the_mail(mine).state) == (0, "waiting")
    server.answers = True
    assert len(send(NOW + timedelta(days=30))) == 1


def test_no_verb_waits_for_a_mail_server(a, b, staff_a, server):
    server.answers = False
    mine = make_question(a, at=NOW)
    assert receive(mine.pk, portal=a, by=staff_a.officer, now=NOW).stage == "received" and server.tried == 0


def test_no_verb_waits_for_the_task_queue(a, b, settings, django_capture_on_commit_callbacks):
    """Verbs enqueue nothing: a queue that refuses everything is not noticed."""
    settings.TASKS = {"default": {"BACKEND": "tests.questions.mail.test_sending.NoQueue"}}
    with django_capture_on_commit_callbacks(execute=True):
        mine = make_question(a, at=NOW)
    assert (fresh(mine).stage, the_mail(mine).state) == ("sent", "waiting")


class NoQueue:
    """Stands in for a queue that is down."""

    def __init__(self, *args, **kwargs):
        raise TaskException("no queue")


def test_a_letter_that_two_workers_hold_is_sent_by_one(a, b, server, monkeypatch):
    make_question(a, at=NOW)
    sent = []

    def second(self, messages):
        sent.append(messages[0].to)
        if len(sent) == 1:  # while the first is sending, the other worker wakes up
            send_waiting(now=NOW)
        return 1

    monkeypatch.setattr(Switched, "send_messages", second)
    with platform_scope():
        assert send_waiting(now=NOW) == 1
    assert sent == [["hoa@example.com"]]


def test_a_line_break_in_a_name_makes_no_header(a, b, staff_a, send):
    a.name = "Xã An Bình\nBcc: x@example.com"
    a.save()
    make_question(a, at=NOW)
    (letter,) = send(NOW)
    assert letter.recipients() == ["hoa@example.com"] and "\n" not in letter.subject


def test_the_clock_sends_them_across_portals(a, b, mailoutbox):
    make_question(a, at=NOW)
    make_question(b, at=NOW)
    tasks.send_case_mails.enqueue()
    assert len(mailoutbox) == 2
    due = {entry.task.module_path.rpartition(".")[2] for entry in TIMETABLE}
    assert {"send_case_mails", "alert_staff", "send_morning_digests"} <= due
