"""Mails are sent at moments that a test names."""

import pytest

from cms.questions.mail.sending import send_waiting
from cms.questions.models import CaseMail
from tenants.scoping import platform_scope


@pytest.fixture
def send(mailoutbox):
    """send(now) -> the letters that went out then."""

    def at(now):
        before = len(mailoutbox)
        with platform_scope():
            send_waiting(now=now)
        return mailoutbox[before:]

    return at


@pytest.fixture
def outbox(db):
    """outbox() -> {(number of the case, kind, to, state)} of all that is written down."""

    def read():
        rows = CaseMail._base_manager.order_by("pk")
        return list(rows.values_list("question", "kind", "to", "state"))

    return read
