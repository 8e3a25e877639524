"""Asking needs the database and nothing else: not the search, not the mail, not the worker, not the cache."""

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django_tasks.backends.dummy import DummyBackend

from cms.questions.models import CaseFile, CaseMail
from search.engines import postgres, sqlite
from tenants.scoping import platform_scope

from .conftest import PATH, TEXT, cases, faults, host


class NoMailServer(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("the mail server is down")

    def open(self):
        raise ConnectionRefusedError("the mail server is down")


class NoQueue(DummyBackend):
    def enqueue(self, *args, **kwargs):
        raise ConnectionRefusedError("the queue is down")


def asks(citizen, send, a, capture):
    """The form opens, a question goes in, its receipt opens; what follows the commit is run."""
    assert citizen.get(PATH, headers=host(a)).status_code == 200
    with capture(execute=True):
        response = send(a, contact="mai@example.com")
    assert response.status_code == 302, faults(response)
    assert citizen.get(response["Location"], headers=host(a)).status_code == 200
    return cases()[-1]


def test_without_the_mail_server(citizen, send, a, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = f"{__name__}.NoMailServer"
    question = asks(citizen, send, a, django_capture_on_commit_callbacks)
    assert question.text == TEXT
    with platform_scope():
        assert CaseMail.objects.filter(question=question, sent_at=None).count() == 1


def test_without_the_worker_the_mail_waits(citizen, send, a, settings, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    question = asks(citizen, send, a, django_capture_on_commit_callbacks)
    assert mail.outbox == []
    with platform_scope():
        assert CaseMail.objects.filter(question=question, state="waiting").count() == 1


def test_without_a_queue_to_put_work_into(citizen, send, a, settings, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": f"{__name__}.NoQueue"}}
    asks(citizen, send, a, django_capture_on_commit_callbacks)


@pytest.fixture
def no_search(monkeypatch):
    """Whatever asks the search index, for reading or writing, is told that it is not there."""

    def down(*args, **kwargs):
        raise ConnectionRefusedError("the search engine is down")

    for engine in (sqlite, postgres):
        for name in ("index", "remove", "tidy", "find", "count"):
            monkeypatch.setattr(engine, name, down)


def test_without_the_search_engine(citizen, send, a, no_search, django_capture_on_commit_callbacks):
    asks(citizen, send, a, django_capture_on_commit_callbacks)
    answer = citizen.post("/hoi-dap/gui/goi-y/", {"text": "đăng ký khai sinh"}, headers=host(a))
    assert answer.json() == {"suggestions": []}


def test_without_a_cache(citizen, send, a, settings, django_capture_on_commit_callbacks):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    asks(citizen, send, a, django_capture_on_commit_callbacks)


def test_without_room_for_files_the_words_stay(send, a, paper, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(CaseFile._meta.get_field("file").storage, "save", full)
    response = send(a, files=[paper("don.txt")])
    assert "Chưa lưu được tệp gửi kèm" in faults(response)[0]
    assert cases() == []
    assert send(a).status_code == 302
