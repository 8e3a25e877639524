"""What tests of the desk share: officers of two portals at their screens, and a case of each portal."""

import pytest
from wagtail.users.models import UserProfile

from tests.factories import make_user
from tests.factories.questions import make_question
from tests.questions.screens import at_screen

DESK = "/admin/questions/"


def address(question, *rest):
    return "".join([DESK, f"{question.pk}/", *(f"{part}/" for part in rest)])


def doing(question, verb):
    return address(question, "do", verb)


@pytest.fixture
def officer(staff_a, staff_b, a):
    """The officer of the first portal, at the screen; both portals have their people."""
    return at_screen(staff_a.officer, a)


@pytest.fixture
def head(staff_a, staff_b, a):
    return at_screen(staff_a.head, a)


@pytest.fixture
def other_officer(staff_a, staff_b, b):
    return at_screen(staff_b.officer, b)


@pytest.fixture
def ours(a):
    return make_question(a, "Bao giờ sửa đường thôn 3?")


@pytest.fixture
def theirs(b):
    return make_question(b, "Câu hỏi của xã bên.")


@pytest.fixture
def enter(db):
    """enter(portal, role) -> a new logged-in client on that portal's host."""

    def log_in(portal, role, *, language="vi", on=None):
        user = make_user(f"{role}.new@{portal.slug}.example", portal=portal, role=role)
        UserProfile.objects.create(user=user, preferred_language=language)
        return at_screen(user, on or portal)

    return log_in
