"""People of a portal at their screens, and a case as it stands after what they did."""

from django.test import Client

from cms.questions.models import Question
from tests.factories.people import PASSWORD


def again(question):
    """The case as the database has it now, whoever holds it."""
    return Question._base_manager.select_related("portal", "kind").get(pk=question.pk)


def at_screen(user, portal):
    """A client of this person, logged in on the portal's host."""
    client = Client(HTTP_HOST=f"{portal.slug}.localhost")
    assert client.login(username=user.email, password=PASSWORD)
    client.user = user
    return client
