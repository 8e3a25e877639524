"""Who tracks a case: opens it by its code on any portal's host, and reads and fills in its page."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.test import Client
from django.utils import timezone

TRACK = "/hoi-dap/tra-cuu/"


def words(node):
    return " ".join(node.stripped_strings)


@dataclass
class Tracker:
    """A visitor of one host who never logs in."""

    client: Client

    def send(self, path, **data):
        return self.client.post(path, data)

    def open(self, code, language=""):
        """The answer to the code typed in; followed to the page of the case."""
        return self.client.post(f"{language}{TRACK}", {"code": code}, follow=True)

    def path(self, question):
        """The address of the page of a case."""
        return self.open(question.code).redirect_chain[-1][0]

    def page(self, question, language=""):
        answer = self.open(question.code, language)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content.decode(), "html.parser")


@pytest.fixture
def tracker():
    """tracker(portal) -> a Tracker on that portal's host."""
    return lambda portal: Tracker(Client(headers={"host": f"{portal.slug}.localhost"}))


@pytest.fixture
def facts():
    """{name: words} of the facts on the page of a case."""

    def read(page):
        return {words(row.dt): words(row.dd) for row in page.select(".facts > div")}

    return read


@pytest.fixture
def later(monkeypatch):
    """later(hours=1): signed keys are read that much later."""

    def go(**span):
        stamp = signing.time.time() + timedelta(**span).total_seconds()
        monkeypatch.setattr(signing.time, "time", lambda: stamp)

    return go


@pytest.fixture
def now():
    return timezone.now()
