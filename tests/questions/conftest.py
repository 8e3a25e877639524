"""Two portals with the people who handle questions: `staff_a` and `staff_b` have .officer, .head and .chief each."""

import pytest

from tests.factories.questions import make_staff, question_kind


@pytest.fixture
def staff_a(a):
    return make_staff(a)


@pytest.fixture
def staff_b(b):
    return make_staff(b)


@pytest.fixture
def kind(db):
    """The usual kind of question."""
    return question_kind()
