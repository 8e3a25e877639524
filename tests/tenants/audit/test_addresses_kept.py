"""The filter by person tells nobody an e-mail address that the log does not show them."""

import pytest
from django.utils import timezone

from tenants.actions import act_for
from tenants.models import User

from .test_screen import AUDIT, titles

NOW = timezone.now()


@pytest.fixture
def outsiders(office, a, b, people, plant):
    """Two entries of A by people who are not A's: the province acting for it, and an editor of B."""
    User.objects.filter(pk=office.user.pk).update(email="bi-mat@tinh.example")
    act_for(office.user, portal=a, reason="Báo số ba", now=NOW)
    return [plant(a, "Của người ngoài", by=by) for by in (office.user, people["b"])]


@pytest.mark.parametrize("word", ["bi-mat", "tinh.example", "mai@xa-b"])
def test_an_address_that_a_reader_does_not_see_finds_nothing(chief, admin, outsiders, word):
    assert titles(chief.get(AUDIT, {"person": word})) == []
    assert titles(admin.get(AUDIT, {"person": word})).count("Của người ngoài") == 1


def test_names_and_the_addresses_of_ones_own_people_are_found(chief, outsiders, a, people, plant):
    plant(a, "Của Hoa", by=people["a"])
    assert titles(chief.get(AUDIT, {"person": "hoa@xa-a"})) == ["Của Hoa"]
    assert titles(chief.get(AUDIT, {"person": "tran mai"})) == ["Của người ngoài"]


def test_a_units_file_holds_the_addresses_of_its_own_people_alone(chief, admin, outsiders, a, people, plant):
    plant(a, "Của Hoa", by=people["a"])
    words = ("hoa@xa-a.example", "bi-mat@tinh.example", "mai@xa-b.example")
    files = [b"".join(client.get(AUDIT, {"export": "csv"}).streaming_content).decode() for client in (chief, admin)]
    assert [[word in file for word in words] for file in files] == [[True, False, False], [True, True, True]]
