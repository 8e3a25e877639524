"""Whoever finds a weakness learns on every portal whom to write to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.models import ContactPage
from tenants.models import Portal
from tests.factories import publish

PATH = "/.well-known/security.txt"


@pytest.fixture
def province(a, b):
    return Portal.objects.provincial()


def _name(portal, address):
    page = ContactPage.objects.get(portal=portal)
    page.email, page.is_starter = address, False
    publish(page)


def test_without_any_address_there_is_none(visit, province, a, b):
    _name(a, "ubnd@xa-a.example")
    assert [visit(portal, PATH).status_code for portal in (province, a, b)] == [404, 404, 404]


def test_the_mailbox_of_the_province_is_named_on_every_portal(visit, province, a, b):
    _name(province, "banbientap@tinh.example")
    _name(b, "ubnd@xa-b.example")
    for portal in (province, a, b):
        lines = dict(line.split(": ", 1) for line in visit(portal, PATH).text.splitlines())
        assert (lines["Contact"], lines["Preferred-Languages"]) == ("mailto:banbientap@tinh.example", "vi, en")
        assert lines["Expires"].startswith(f"{timezone.now() + timedelta(days=90):%Y-%m-%d}T")


def test_the_operators_word_goes_before(visit, province, a, b, settings):
    _name(province, "banbientap@tinh.example")
    settings.SECURITY_CONTACT = "https://ung-cuu.example/"
    for portal in (a, b):
        text = visit(portal, PATH).text
        assert "Contact: https://ung-cuu.example/\n" in text and "banbientap" not in text
