"""Files of cases leave the private storage to be saved, never opened, and only by a link that ends soon."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core import signing
from django.core.files.storage import storages
from django.test import RequestFactory
from django.utils import timezone

from cms.questions.files import link_for, serve_case_file
from cms.questions.files.serving import LINK_SECONDS
from cms.questions.models import CaseFile
from tenants.scoping import platform_scope, portal_scope


@pytest.fixture
def fetch(client):
    return lambda portal, link: client.get(link, follow=True, headers={"host": f"{portal.slug}.localhost"})


def test_a_file_lies_in_the_private_storage_under_a_name_that_says_nothing(a, case_file):
    row = case_file(a, name="don-cua-ba-mai.txt")
    assert row.file.storage is storages["private"]
    path = Path(row.file.path)
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    assert not path.is_relative_to(settings.STATIC_ROOT)
    assert "mai" not in row.file.name
    assert path.suffix == ""


def test_a_file_is_saved_and_not_opened(a, case_file, fetch):
    row = case_file(a, name="đơn của tôi.txt")
    response = fetch(a, link_for(row, None))
    assert b"".join(response.streaming_content) == b"Kinh gui"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Type"] == "text/plain"


def test_a_line_break_in_an_old_name_breaks_no_header(a, case_file):
    row = case_file(a)
    row.name = "a\r\nSet-Cookie: x=1\u202e.txt"
    assert (
        serve_case_file(RequestFactory().get("/"), row)["Content-Disposition"]
        == 'attachment; filename="aSet-Cookie: x=1.txt"'
    )


def test_a_link_opens_the_file_on_any_host_for_half_an_hour(a, b, case_file, fetch, monkeypatch):
    link = link_for(case_file(a), None)
    assert fetch(b, link).status_code == 200
    later = timezone.now() + timedelta(seconds=LINK_SECONDS + 5)
    monkeypatch.setattr("time.time", later.timestamp)
    assert fetch(a, link).status_code == 404


@pytest.mark.parametrize(
    "link",
    ["1", "x" * 40, "MQ:1x:abc", signing.dumps(1), signing.dumps("a", salt="cms.questions.files")],
    ids=["a number", "letters", "a wrong signature", "no salt", "no number"],
)
def test_a_link_that_we_did_not_make_opens_nothing(a, case_file, fetch, link):
    case_file(a)
    assert fetch(a, f"/hoi-dap/tep/{link}/").status_code == 404


def test_a_recording_has_no_link(a, case_file, fetch):
    row = case_file(a, purpose="recording")
    with pytest.raises(ValueError, match="recording"):
        link_for(row, None)
    forged = signing.dumps(row.pk, salt="cms.questions.files")
    assert fetch(a, f"/hoi-dap/tep/{forged}/").status_code == 404


def test_a_file_that_the_storage_has_lost_is_not_there(a, case_file, fetch):
    row = case_file(a)
    row.file.storage.delete(row.file.name)
    assert fetch(a, link_for(row, None)).status_code == 404


def test_no_public_address_reaches_the_file_itself(a, case_file, fetch):
    row = case_file(a)
    for path in (
        f"/media/{row.file.name}",
        f"/{row.file.name}",
        f"/documents/{row.pk}/don.txt",
        f"/static/{row.file.name}",
    ):
        assert fetch(a, path).status_code == 404


def test_files_of_another_portal_are_in_no_open_scope(a, b, case_file):
    row = case_file(a)
    with portal_scope([b]):
        assert not CaseFile.objects.filter(pk=row.pk).exists()
    with platform_scope():
        assert CaseFile.objects.filter(pk=row.pk).exists()
