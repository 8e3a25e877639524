"""Who works for the unit that answers is no asker who rates the answer, in whatever browser the code was typed."""

import pytest

from cms.questions.models import Rating
from tenants.scoping import platform_scope
from tests.factories import make_user
from tests.factories.people import PASSWORD
from tests.factories.questions import make_question


@pytest.mark.parametrize(("unit", "status"), [("a", 422), ("b", 302)])
def test_nobody_rates_the_answer_of_the_own_unit_as_the_asker(tracker, a, b, unit, status):
    question, visitor = make_question(a, upto="answered"), tracker(b)
    officer = make_user(f"canbo@{unit}.example", portal={"a": a, "b": b}[unit], role="officer")
    assert visitor.client.login(username=officer.email, password=PASSWORD)
    answer = visitor.send(f"{visitor.path(question)}danh-gia/", stars="5")
    assert answer.status_code == status
    assert ("không đánh giá câu trả lời của đơn vị mình" in answer.text) == (status == 422)
    with platform_scope():
        assert Rating.objects.filter(question=question).exists() == (status == 302)
