"""The province's people at their screens, and cases of two portals so near to their deadlines as is wanted."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from cms.questions.models import Question
from tests.factories import make_user
from tests.factories.people import PASSWORD
from tests.factories.questions import make_question

SCREEN = "/admin/questions/province/"
CASES, FIGURES = f"{SCREEN}cases/", f"{SCREEN}figures/"


def at_screen(portal, role, *, language="vi", **values):
    user = make_user(f"{role}.{language}@{portal.slug}.example", portal=portal, role=role, **values)
    UserProfile.objects.create(user=user, preferred_language=language)
    client = Client(HTTP_HOST=f"{portal.slug}.localhost")
    assert client.login(username=user.email, password=PASSWORD)
    client.user = user
    return client


@pytest.fixture
def office(province):
    return at_screen(province, "province_office")


@pytest.fixture
def admin(province):
    return at_screen(province, "province_admin")


def waiting(portal, text="Bao giờ sửa đường?", *, due=0, standing=False, **values):
    """A case of a portal whose deadline is `due` calendar days from today."""
    today = timezone.localdate()
    question = make_question(portal, text, **values)
    since = today if standing else None
    Question._base_manager.filter(pk=question.pk).update(due_on=today + timedelta(days=due), stands_since=since)
    return question


def rows_of(response):
    """The lines of a CSV, each a dictionary by its heading."""
    return list(csv.DictReader(io.StringIO(body(response))))


def sheets_of(response):
    """{name of a sheet: its lines} of an XLSX."""
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    return {sheet.title: [[cell.value for cell in line] for line in sheet.iter_rows()] for sheet in book}


def body(response):
    """The text of an answer, streamed or not."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode("utf-8-sig")
