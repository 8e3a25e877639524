"""A list of portals uploaded on the screen: good rows are made, bad ones told, long ones go on."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tenants.admin.portals import upload
from tenants.models import Portal
from tenants.portal_file import REQUIRED

from .screens import PORTALS, text

HEADER = ",".join(REQUIRED)
GOOD = "xa-1,Xã Một,commune,commune,tinh,commune,district,active"
BAD = "xa-2,Xã Hai,hamlet,commune,tinh,commune,district,active"


def _upload(client, *lines, header=HEADER, content=None):
    content = "\n".join([header, *lines]).encode() if content is None else content
    return client.post(f"{PORTALS}upload/", {"file": SimpleUploadedFile("portals.csv", content)})


def _table(response):
    return [(row.row, row.slug, row.result) for row in response.context["table"].data]


def test_a_list_with_bad_rows_makes_the_good_ones_and_says_why_not_the_others(office, a, b):
    response = _upload(office, BAD, GOOD, "xa-b,Xã Bình Yên,commune,commune,khong-co,commune,district,active")
    assert response.status_code == 200
    assert _table(response) == [(1, "xa-2", "refused"), (2, "xa-1", "created"), (3, "xa-b", "refused")]
    assert "“hamlet” không hợp lệ" in text(response)
    assert Portal.objects.get(slug="xa-1").events.get().by == office.user
    assert not Portal.objects.filter(slug="xa-2").exists()
    b.refresh_from_db()
    assert b.parent.slug == "tinh"
    assert _table(_upload(office, GOOD)) == [(1, "xa-1", "unchanged")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "slug"),
        (b"name\nx", "slug"),
        ("Xã".encode("utf-16"), "UTF-8"),
        (b"x" * (upload.LARGEST + 1), "1 MB"),
    ],
)
def test_what_is_no_list_is_refused_as_a_whole(office, a, b, content, reason):
    before = Portal.objects.count()
    response = _upload(office, content=content)
    assert (response.status_code, Portal.objects.count()) == (200, before)
    assert reason in " ".join(response.context["form"].non_field_errors())


def test_no_file_at_all_is_asked_for(office, a, b):
    assert "Xin chọn tệp." in text(office.post(f"{PORTALS}upload/", {}))


def test_a_list_too_long_for_one_request_goes_on_with_the_next(office, a, b, monkeypatch):
    monkeypatch.setattr(upload, "SECONDS", -1)
    response = _upload(office, GOOD)
    assert _table(response) == [(1, "xa-1", "waiting")]
    assert not Portal.objects.filter(slug="xa-1").exists()
    monkeypatch.setattr(upload, "SECONDS", 15)
    rest = response.context["rest"]["content"].value()
    assert _table(office.post(f"{PORTALS}upload/", {"content": rest})) == [(1, "xa-1", "created")]
