"""How an opened case is addressed, and where a receipt leads.

The code itself is never in an address that a server sees: a proxy's log, a browser's list of pages and a link passed
on would keep a key that never ends. Who has shown it gets a signed key that opens the case for half an hour. What
somebody was writing meanwhile is taken for half a day, so that slow typing loses nothing: taken or given back, for
after the half hour no answer shows the case, its code or another key.

The link of a receipt holds the code behind a "#": browsers send that part to nobody. The script of the page puts it
into the box; without a script the code is typed, it stands beside the QR code.
"""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from cms.pages.bilingual.language import site_language
from cms.questions.models import Question
from tenants.hosts import base_url
from tenants.scoping import platform_scope

SALT = "cms.questions.tracking"
READ_FOR, WRITE_FOR = timedelta(minutes=30), timedelta(hours=12)


class KeyEnded(Exception):
    """A key that was ours and opens nothing any more."""


def key_of(question):
    return signing.dumps(question.pk, salt=SALT)


def question_of(key, *, writes=False):
    """The case of a key. Raises KeyEnded, and BadSignature for what we never made."""
    try:
        number = signing.loads(key, salt=SALT, max_age=WRITE_FOR if writes else READ_FOR)
    except signing.SignatureExpired as error:
        raise KeyEnded from error
    with platform_scope():
        found = Question.objects.filter(pk=number).select_related("portal", "kind").first()
    if found is None:
        raise KeyEnded
    return found


def is_open(key):
    """Does this key still show its case, or only take what was being written?"""
    try:
        signing.loads(key, salt=SALT, max_age=READ_FOR)
    except signing.BadSignature:
        return False
    return True


def address_with_code(code, *, portal, language="vi", request=None):
    """The full address, on a portal's host, that fills in the code: for receipts, QR codes and mails."""
    with site_language(language):
        return f"{base_url(portal.pk, request)}{reverse('questions_track')}#{code}"
