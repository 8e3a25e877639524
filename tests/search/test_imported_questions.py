"""Public answers of an import are found at once, and those that are not public never."""

import pytest
from django.core.management import call_command

from cms.questions.models import Question
from search.models import SearchEntry
from search.questions import numbers_with
from tenants.scoping import platform_scope
from tests.questions.importing import ANSWERED, bring, row

SHOWN = {**ANSWERED, "visibility": "public"}


@pytest.fixture
def imported(a, b, django_capture_on_commit_callbacks):
    call_command("rebuild_search", verbosity=0)
    with django_capture_on_commit_callbacks(execute=True):
        bring(
            row(code="1", text="Cầu treo bao giờ sửa?", **SHOWN),
            row(code="2", portal="xa-b", text="Cầu treo xã B?", **SHOWN),
            row(code="3", text="Cầu treo kín?", **{**SHOWN, "visibility": "private"}),
            row(code="4", text="Cầu treo chờ?"),
        )


def test_each_portals_public_ones_are_found_and_no_others(a, b, imported):
    codes = dict(Question._base_manager.values_list("pk", "code"))
    found = {portal.slug: [codes[pk] for pk in numbers_with("cầu treo", [portal.pk])] for portal in (a, b)}
    assert found == {"xa-a": ["1"], "xa-b": ["2"]}
    with platform_scope():
        assert SearchEntry.objects.filter(question_number__isnull=False, deleted=False).count() == 2 * 2


def test_a_receiver_that_fails_leaves_the_import(a, b, monkeypatch, django_capture_on_commit_callbacks, caplog):
    monkeypatch.setattr("search.questions.refresh", lambda numbers: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True):
        assert bring(row(code="1", **SHOWN), row(code="2", portal="xa-b")).created == 2
    assert Question._base_manager.count() == 2 and "failed on an import" in caplog.text
