"""A file has a number that can be counted up: the public gets what public pages show, its portal's people the rest."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from cms.pages.models import ArticleAttachment, DocumentFile, PortalDocument
from tenants.actions import change_state
from tests.factories import make_article, make_document, make_file, publish, section_page


@pytest.fixture
def file(a, b):
    """A file of A; B has one as well, shown on a page."""
    make_document(b, file=make_file(b))
    return make_file(a, content=b"%PDF-1.4 noi dung")


def _link(file):
    return [("paragraph", f'<p><a linktype="document" id="{file.pk}">Mẫu đơn</a></p>')]


def _with_attachment(portal, file, **values):
    page = make_article(portal, live=False, **values)
    page.attachments.add(ArticleAttachment(document=file))
    return publish(page)


def _on_introduction(portal, file):
    page = section_page(portal, "introduction")
    page.duties_en = _link(file)[0][1]
    return publish(page)


SHOWN = {
    "attachment": _with_attachment,
    "legal document": lambda portal, file: make_document(portal, file=file),
    "block": lambda portal, file: make_article(portal, body=[("file", file)]),
    "link": lambda portal, file: make_article(portal, body=_link(file)),
    "link in English": lambda portal, file: make_article(portal, title_en="Form", body_en=_link(file)),
    "link in a text in English": _on_introduction,
}


@pytest.mark.parametrize("place", SHOWN)
def test_the_public_gets_what_a_public_page_shows(visit, a, b, file, place):
    assert visit(a, file.url).status_code == 404
    SHOWN[place](a, file)
    response = visit(a, file.url)
    assert b"noi dung" in b"".join(response.streaming_content)
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert visit(b, file.url).status_code == 404


def test_it_is_served_as_soon_as_its_page_is_published(visit, a, b, file, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    page = _with_attachment(a, file)
    assert visit(a, file.url).status_code == 200
    page.attachments.set([])
    publish(page)
    assert visit(a, file.url).status_code == 404


def test_a_draft_shows_nothing(visit, a, b, file):
    """Neither a page that was never published, nor the newer draft of one that was."""
    make_article(a, "Chưa đăng", live=False, body=[("file", file)]).save_revision()
    page = make_article(a, "Đã đăng")
    page.body_vi = [("file", file)]
    page.attachments.add(ArticleAttachment(document=file))
    page.save_revision()
    document = make_document(a)
    document.files.add(DocumentFile(document=file))
    document.save_revision()
    assert visit(a, file.url).status_code == 404


def test_with_its_page_the_file_goes(visit, a, b, file):
    page = make_document(a, file=file)
    page.unpublish()
    assert visit(a, file.url).status_code == 404
    publish(page)
    assert visit(a, file.url).status_code == 200
    page.expired, page.live = True, False
    page.save()
    assert visit(a, file.url).status_code == 404


def test_a_page_that_will_be_published_shows_nothing_yet(visit, a, b, file):
    page = make_article(a, live=False, body=[("file", file)])
    page.go_live_at = timezone.now() + timezone.timedelta(days=1)
    page.save_revision(approved_go_live_at=page.go_live_at).publish()
    assert visit(a, file.url).status_code == 404


def test_a_private_page_shows_nothing_to_the_public(visit, a, b, file):
    page = make_document(a, file=file)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert visit(a, file.url).status_code == 404
    restriction.delete()
    assert visit(a, file.url).status_code == 200


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_a_private_collection_keeps_its_files_with_those_in_it(visit, enter, a, b, file, kind):
    make_document(a, file=file)
    inner = a.collection.add_child(name="Nội bộ")
    file.collection = inner
    file.save()
    assert visit(a, file.url).status_code == 200
    CollectionViewRestriction.objects.create(collection=a.collection, restriction_type=kind)
    assert visit(a, file.url).status_code == 404
    if kind == "login":
        assert enter(a, "editor").get(file.url).status_code == 200
        assert enter(b, "editor").get(file.url, headers={"host": "xa-a.localhost"}).status_code == 404


@pytest.mark.parametrize("role", ["editor", "chief", "head", "officer"])
def test_people_of_the_portal_get_what_is_not_public(enter, a, b, file, role):
    response = enter(a, role).get(file.url)
    assert b"noi dung" in b"".join(response.streaming_content)
    assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
    assert "Cookie" in response.headers["Vary"]
    stranger = enter(b, role)
    for host in ("xa-a.localhost", "xa-b.localhost", "tinh.localhost"):
        assert stranger.get(file.url, headers={"host": host}).status_code == 404


def test_they_get_it_on_the_provincial_host_and_before_the_portal_opens(enter, a, b, file):
    editor = enter(a, "editor")
    assert editor.get(file.url, headers={"host": "tinh.localhost"}).status_code == 200
    make_document(a, file=file)
    change_state(a, state="building", now=timezone.now())
    assert editor.get(file.url).status_code == 200
    assert Client(HTTP_HOST="xa-a.localhost").get(file.url).status_code == 404


def test_what_one_may_not_have_answers_like_what_does_not_exist(visit, a, b, file):
    paths = (file.url, f"/documents/{file.pk}/khac.pdf", "/documents/999999/tep.pdf", make_file(b).url)
    answers = [visit(a, path) for path in paths]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.text.replace(path, "/") for answer, path in zip(answers, paths, strict=True)}) == 1
    assert len({str(sorted(answer.headers)) + answer.headers["Vary"] for answer in answers}) == 1


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 19, "9" * 5000, "٣", "1e3", "-1"])
def test_odd_numbers_are_not_found(visit, a, b, file, number):
    assert visit(a, f"/documents/{number}/tep.pdf").status_code == 404


@pytest.mark.parametrize("name", ["trang.html", "tranh.svg", "ma.js", "trang.xhtml"])
def test_nothing_runs_in_the_portals_name(visit, a, b, name):
    """No form accepts such a file; should one be there all the same, a browser saves it."""
    file = make_file(a)
    stored = file.file.storage.save(f"documents/{name}", ContentFile(b"<script>alert(1)</script>"))
    PortalDocument._base_manager.filter(pk=file.pk).update(file=stored)
    file.refresh_from_db()
    make_document(a, file=file)
    make_document(b, file=make_file(b))
    headers = visit(a, file.url).headers
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_costs_the_same_whatever_there_is(visit, a, b, file):
    def count():
        assert visit(a, file.url).status_code == 200
        with CaptureQueriesContext(connection) as asked:
            visit(a, file.url)
        return len(asked)

    make_document(a, file=file)
    before = count()
    for number in range(20):
        make_document(a, f"Quyết định {number}", file=file)
        PageViewRestriction.objects.create(page=make_article(b, f"Bài {number}"), restriction_type="login")
    assert count() == before <= 11
