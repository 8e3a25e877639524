"""What these tests share: the portal's day stands still, and a page is read as a citizen reads it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

TODAY = date(2026, 3, 11)  # a Wednesday


@pytest.fixture
def today(monkeypatch):
    """Half past midnight here, when it is still yesterday in UTC."""
    moment = datetime(2026, 3, 11, 0, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return TODAY


@pytest.fixture
def read(visit):
    """read(portal, path, **query) -> the main part of the page."""

    def get(portal, path, **query):
        response = visit(portal, path, **query)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").main

    return get


@pytest.fixture
def count(visit):
    """count(portal, path, **query) -> how many queries an uncached visit takes."""

    def asked(portal, path, **query):
        visit(portal, path, **query)
        with CaptureQueriesContext(connection) as queries:
            assert visit(portal, path, **query).status_code == 200
        return len(queries)

    return asked


def titles(main, place="article"):
    """Titles of the rows of a list, in their order."""
    return [link.get_text(strip=True) for link in main.select(f"{place} :is(h2, h3) a")]


def words(tag):
    return " ".join(tag.get_text(" ", strip=True).split())
