import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from tenants.models import Portal, User

pytestmark = pytest.mark.django_db


def test_a_real_installation_refuses_it():
    with override_settings(IS_DEMO=False), pytest.raises(CommandError):
        call_command("load_demo", "--small")
    assert Portal.objects.filter(slug="xa-ta-phin").exists() is False
    assert User.objects.filter(email__endswith="@laocai.example").exists() is False
