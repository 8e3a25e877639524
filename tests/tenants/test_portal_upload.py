"""A list of portals uploaded on the screen: good rows are made, bad ones told, long ones go on."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.users.models import UserProfile

from tenants.admin.portals import upload
from tenants.models import Portal, Scale
from tenants.portal_file import OPTIONAL, REQUIRED

from .screens import PORTALS, is_refused, text

HEADER = ",".join(REQUIRED)
GOOD = "xa-1,Xã Một,commune,commune,tinh,commune,province,active"
CHANGE = "xa-b,Phường Bình Yên,commune,commune,tinh,commune,province,active"
BAD = "xa-2,Xã Hai,hamlet,commune,tinh,commune,province,active"


def _preview(client, *lines, header=HEADER, content=None):
    content = "\n".join([header, *lines]).encode() if content is None else content
    return client.post(f"{PORTALS}upload/", {"file": SimpleUploadedFile("portals.csv", content)})


def _upload(client, *lines):
    """Send a list and confirm what it would do."""
    return _confirm(client, _preview(client, *lines))


def _confirm(client, response):
    rest = response.context["rest"]
    return client.post(f"{PORTALS}upload/", {name: rest[name].value() for name in ("content", "is_confirmed")})


def _table(response):
    return [(row.line, row.slug, row.result) for row in response.context["table"].data]


def test_a_list_with_bad_rows_makes_the_good_ones_and_says_why_not_the_others(office, a, b):
    response = _upload(office, BAD, GOOD, "xa-b,Xã Bình Yên,commune,commune,khong-co,commune,district,active")
    assert response.status_code == 200
    assert _table(response) == [(2, "xa-2", "refused"), (3, "xa-1", "created"), (4, "xa-b", "refused")]
    assert "“hamlet” không hợp lệ" in text(response)
    assert Portal.objects.get(slug="xa-1").events.get().by == office.user
    assert not Portal.objects.filter(slug="xa-2").exists()
    b.refresh_from_db()
    assert b.parent.slug == "tinh"


def test_what_would_happen_is_shown_first_and_nothing_written(office, a, b):
    before = Portal.objects.count()
    response = _preview(office, BAD, GOOD, CHANGE)
    assert _table(response) == [(2, "xa-2", "refused"), (3, "xa-1", "created"), (4, "xa-b", "changed")]
    assert (">Tạo 1 cổng, Cập nhật 1 cổng<" in text(response), Portal.objects.count()) == (True, before)
    b.refresh_from_db()
    assert b.name == "Xã Bình Yên"
    _confirm(office, response)
    b.refresh_from_db()
    assert (b.name, Portal.objects.count()) == ("Phường Bình Yên", before + 1)


def test_where_nothing_would_happen_nothing_is_offered(office, a, b):
    response = _preview(office, BAD, CHANGE.replace("Phường Bình Yên", "Xã Bình Yên"))
    assert (_table(response)[1], response.context["rest"]) == ((3, "xa-b", "unchanged"), None)


def test_columns_are_explained_with_their_values(office, a, b):
    page = text(office.get(f"{PORTALS}upload/"))
    assert [f"<code>{name}</code>" in page for name in (*REQUIRED, *OPTIONAL)] == [True] * 10
    assert [f"<code>{value}</code> {label}" in page for value, label in Scale.choices] == [True] * len(Scale.choices)


def test_the_sample_can_be_uploaded_as_it_is(office, chief, a, b):
    sample = office.get(f"{PORTALS}upload/sample/")
    assert 'filename="danh-sach-cong-mau.csv"' in sample.headers["Content-Disposition"]
    response = _preview(office, content=sample.content)
    assert [(slug, result) for _line, slug, result in _table(response)] == [
        ("huyen-vi-du", "created"),
        ("xa-vi-du", "created"),
    ]
    assert is_refused(chief.get(f"{PORTALS}upload/sample/"))


def test_in_english_portals_have_their_english_names(admin, a, b):
    UserProfile.objects.update_or_create(user=admin.user, defaults={"preferred_language": "en"})
    page = text(_preview(admin, f"{GOOD},Mot Commune", header=f"{HEADER},name_en"))
    assert (page.count("Mot Commune"), page.count("Xã Một")) == (2, 1)  # once each in what is sent on
    lists = [text(admin.get(address)) for address in (PORTALS, "/admin/members/new/")]
    assert ["Binh Yen Commune" in words for words in lists] == [True, True]
    assert "Xã Bình Yên" not in lists[1]


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
    response = _preview(office, content=content)
    assert (response.status_code, Portal.objects.count()) == (200, before)
    assert reason in " ".join(response.context["form"].non_field_errors())


def test_no_file_at_all_is_asked_for(office, a, b):
    assert "Xin chọn tệp." in text(office.post(f"{PORTALS}upload/", {}))


def test_a_list_too_long_for_one_request_goes_on_with_the_next(office, a, b, monkeypatch):
    monkeypatch.setattr(upload, "SECONDS", -1)
    response = _upload(office, GOOD)
    assert _table(response) == [(2, "xa-1", "waiting")]
    assert not Portal.objects.filter(slug="xa-1").exists()
    monkeypatch.setattr(upload, "SECONDS", 15)
    assert _table(_confirm(office, response)) == [(2, "xa-1", "created")]
