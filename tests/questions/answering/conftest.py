"""What tests of drafting and signing share: the people of two portals at their screens, and their cases."""

import pytest

from cms.questions.models import AnswerTemplate
from tenants.scoping import platform_scope
from tests.factories.questions import make_question
from tests.questions.screens import at_screen

ROOM = "/admin/questions/answering/"
PRIVATE = "Tôi tên là Lý Thị Hoa, CCCD 010185001234. Bao giờ sửa đường theo Quyết định 12/QĐ-UBND?"


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


def address(question, *rest):
    return "".join([ROOM, f"{question.pk}/", *(f"{part}/" for part in rest)])


@pytest.fixture
def officer(staff_a, staff_b, a):
    return at_screen(staff_a.officer, a)


@pytest.fixture
def head(staff_a, staff_b, a):
    return at_screen(staff_a.head, a)


@pytest.fixture
def chief(staff_a, staff_b, a):
    return at_screen(staff_a.chief, a)


@pytest.fixture
def ours(staff_a, staff_b, a):
    """A case of the first portal that was received."""
    return make_question(a, PRIVATE, upto="received")


@pytest.fixture
def theirs(staff_a, staff_b, b):
    return make_question(b, "Câu hỏi của xã bên.", upto="received")


@pytest.fixture
def template(a):
    """template(portal, name, topic) -> a template of that portal."""

    def make(portal, name="Hướng dẫn", topic="", text="Cảm ơn ông/bà đã gửi câu hỏi."):
        return AnswerTemplate.objects.create(portal=portal, name=name, topic=topic, text=text)

    return make


def draft_form(question, **changes):
    """The form of the draft screen as a browser sends it."""
    return {
        "version": question.version,
        "draft": "Đường sẽ sửa trong quý II.",
        "subject": "Sửa đường liên thôn",
        "topic": "",
        "visibility": "public",
        **changes,
    }


def public_form(question, **changes):
    """The form of the last look as a browser sends it."""
    return {
        "version": question.version,
        "public_text": "Bao giờ sửa đường?",
        "public_answer": "Đường sẽ sửa trong quý II.",
        "masked": "on",
        **changes,
    }
