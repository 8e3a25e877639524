"""Pictures are handed out by name alone, so a name must be unguessable, and a path must not lead elsewhere."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.pages.models import PortalImage
from tenants.actions import change_state
from tests.factories import make_file, make_image
from tests.pages.test_media import _upload

TOKEN = "[A-Za-z0-9_-]{22}"


def _tokens(name):
    return re.findall(f"/({TOKEN})/", name)


def test_originals_and_sizes_have_names_nobody_guesses(a, b):
    names = []
    for portal in (a, b):
        image = make_image(portal)
        sizes = [image.get_rendition(f"width-{width}").file.name for width in (20, 40)]
        assert re.fullmatch(f"portal-{portal.pk}/original_images/{TOKEN}/anh.jpg", image.file.name)
        assert all(re.fullmatch(rf"portal-{portal.pk}/images/{TOKEN}/anh\.width-\d0\.jpg", name) for name in sizes)
        names += [image.file.name, *sizes]
    assert len({token for name in names for token in _tokens(name)}) == 6


@pytest.mark.parametrize("number", [7, 155, 12345, 9999999])
def test_a_portal_of_any_number_gets_pictures_of_every_size(a, b, monkeypatch, number):
    monkeypatch.setattr(PortalImage, "folder", f"portal-{number}")
    for portal in (a, b):
        sizes = make_image(portal, size=(960, 540)).get_renditions(
            "fill-480x270|format-webp|webpquality-72", "width-20"
        )
        names = [size.file.name for size in sizes.values()]
        assert all(name.startswith(f"portal-{number}/images/") and len(name) <= 100 for name in names)
        assert sorted(name.rpartition(".")[2] for name in names) == ["jpg", "webp"]
        assert all(size.file.storage.exists(size.file.name) for size in sizes.values())


def test_an_upload_gets_such_a_name_and_a_new_one_with_a_new_file(enter, a, b):
    chief = enter(a, "chief")
    words = {"title": "Ảnh", "title_en": "", "description": "", "description_en": "", "tags": ""}
    posted = {**words, "collection": a.collection.pk}
    chief.post(reverse("wagtailimages:add"), {**posted, "file": _upload("Đường " + "dài" * 60 + ".png")})
    image = PortalImage._base_manager.get()
    first = image.file.name
    chief.post(reverse("wagtailimages:edit", args=[image.pk]), {**posted, "file": _upload("moi.png")})
    second = PortalImage._base_manager.get()
    assert (
        len({*_tokens(first), *_tokens(second.file.name), *_tokens(second.get_rendition("width-20").file.name)}) == 3
    )
    assert len(first) <= 100


def test_the_public_gets_sizes_and_people_of_the_portal_the_original_as_well(visit, enter, a, b):
    image = make_image(a)
    size, original = f"/media/{image.get_rendition('width-20').file.name}", f"/media/{image.file.name}"
    assert [visit(a, path).status_code for path in (size, original)] == [200, 404]
    assert [visit(b, path).status_code for path in (size, original)] == [404, 404]
    assert visit(a, size).headers["Cache-Control"] == "public, max-age=86400"
    editor, stranger = enter(a, "editor"), enter(b, "editor")
    for host in ("xa-a.localhost", "tinh.localhost"):
        answer = editor.get(original, headers={"host": host})
        assert answer.status_code == 200 and "no-store" in answer.headers["Cache-Control"]
        assert stranger.get(original, headers={"host": host}).status_code == 404
    assert "no-store" in editor.get(size, headers={"host": "tinh.localhost"}).headers["Cache-Control"]


@pytest.mark.parametrize("state", ["building", "suspended", "closed"])
def test_pictures_of_a_portal_that_is_not_open_are_for_its_people(visit, enter, a, b, state):
    sizes = {portal: f"/media/{make_image(portal).get_rendition('width-20').file.name}" for portal in (a, b)}
    change_state(a, state=state, note="Thử", now=timezone.now())
    assert [visit(portal, sizes[portal]).status_code for portal in (a, b)] == [404, 200]
    answer = enter(a, "editor").get(sizes[a])
    assert answer.status_code == 200 and "no-store" in answer.headers["Cache-Control"]
    assert enter(b, "editor").get(sizes[a], headers={"host": "xa-a.localhost"}).status_code == 404


def test_a_public_picture_costs_the_host_alone(client, a, b):
    for portal in (a, b):
        address = f"/media/{make_image(portal).get_rendition('width-20').file.name}"
        client.get(address, headers={"host": f"{portal.slug}.localhost"})
        with CaptureQueriesContext(connection) as asked:
            client.get(address, headers={"host": f"{portal.slug}.localhost"})
        assert len(asked) == 1


def _plant(name):
    path = Path(settings.MEDIA_ROOT, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("<script>canary</script>")
    return name


@pytest.mark.parametrize("name", ["images/x.html", "images/x.svg", "documents/x.jpg", "x.jpg", "images/a/b/x.jpg"])
def test_nothing_but_pictures_in_their_place_is_served(visit, a, b, name):
    for portal in (a, b):
        assert visit(portal, f"/media/{_plant(f'portal-{portal.pk}/{name}')}").status_code == 404


def test_no_path_leads_out_of_the_portals_folder(visit, a, b):
    foreign, file = make_image(b).get_rendition("width-20").file.name, make_file(a).file.name
    plain = _plant("goc.jpg")
    own = f"portal-{a.pk}/images"
    for place in (f"../portal-{b.pk}/{foreign.split('/', 1)[1]}", f"../{file}", f"../{plain}"):
        for up in ("..", "%2e%2e", "..%2f..", ".%2e"):
            for path in (f"{own}/{place.replace('..', up)}", f"{own}/../{place}", f"{own}//{place}"):
                assert visit(a, f"/media/{path}").status_code == 404, path


@pytest.mark.parametrize(
    "path",
    ["", "portal-{pk}", "portal-{pk}/", "portal-{pk}/images", "portal-{pk}/images/", "portal-{pk}/images/x%00.jpg"],
)
def test_folders_are_not_listed(visit, a, b, path):
    make_image(a).get_rendition("width-20")
    assert visit(a, f"/media/{path.format(pk=a.pk)}").status_code == 404


@pytest.mark.parametrize("number", ["9" * 18, "9" * 19, "9" * 5000, "0", "-1", "٣"])
def test_odd_portals_have_no_pictures(visit, a, b, number):
    assert visit(a, f"/media/portal-{number}/images/x.jpg").status_code == 404
