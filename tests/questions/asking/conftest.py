"""A citizen with a form that has been open for a minute."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cms.questions.asking.tokens import new_token
from cms.questions.models import Question
from tenants.scoping import platform_scope

PATH, REPORT_PATH = "/hoi-dap/gui/", "/hoi-dap/gui/bao-sai/"
TEXT = "Tôi muốn đăng ký khai sinh cho con thì cần giấy tờ gì?"
FILLED = {"text": TEXT, "contact": "0912 345 678", "consent": "on"}


def token(*, ago=timedelta(minutes=1)):
    return new_token(now=timezone.now() - ago)


def filled(portal, **changes):
    """What a browser sends of a form that is filled in; None leaves a field out."""
    values = {**FILLED, "unit": portal.slug, "token": token(), **changes}
    return {name: value for name, value in values.items() if value is not None}


def host(portal):
    return {"host": f"{portal.slug}.localhost"}


@pytest.fixture
def citizen():
    """A browser that gets the answer 500 as a citizen would, and no exception."""
    return Client(raise_request_exception=False)


@pytest.fixture
def send(citizen):
    """send(portal, **changes) -> the answer to the form of questions, posted on that portal's host."""

    def post(portal, path=PATH, *, to=None, **changes):
        return citizen.post(path, filled(to or portal, **changes), headers=host(portal))

    return post


@pytest.fixture
def tell(citizen):
    """tell(portal, text, page) -> the answer to the one line about a page."""

    def post(portal, text="Số điện thoại đã đổi", page="/lien-he/", **changes):
        values = {"text": text, "page": page, "token": token(), **changes}
        return citizen.post(REPORT_PATH, values, headers=host(portal))

    return post


def cases():
    """Every case of every portal, the oldest first."""
    with platform_scope():
        return list(Question.objects.select_related("portal", "asker", "kind").order_by("pk"))


def page_of(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def faults(response):
    """The sentences of the list above the form."""
    return [
        " ".join(row.get_text().split()) for row in page_of(response).select(".error-summary li, .error-summary p")
    ]


@pytest.fixture
def paper():
    """paper("don.txt") -> a small text to send along."""
    return lambda name, content=b"Kinh gui uy ban": SimpleUploadedFile(name, content)
