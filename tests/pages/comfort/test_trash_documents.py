"""Documents speak of one another: what is said of a deleted one goes with it and comes back with it."""

import pytest
from django.urls import reverse

from cms.pages.models import DocumentRelation, LegalDocumentPage, StaticPage
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, publish
from tests.factories.documents import make_acting
from tests.pages.comfort.trash import delete, kept, restore, tied_documents


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


def _said(page):
    """What is said of the page now: [(title of the document, kind, of a part)]."""
    rows = DocumentRelation.objects.filter(target=page.pk).order_by("source__title", "pk")
    return [(row.source.title, row.kind, row.is_partial) for row in rows]


def _drafted(page):
    draft = LegalDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [(row.kind, row.target_id) for row in draft.relations.all()]


def _row(page):
    return LegalDocumentPage.objects.get(pk=page.pk)


def test_what_others_said_of_a_document_comes_back_with_it(enter, a, b):
    old, theirs = make_document(a, "Cũ"), make_document(b, "Cũ")
    ends = make_acting(a, "repeals", old, title="Bãi bỏ", partial=True)
    make_acting(a, "guides", old, title="Nháp", live=False)
    make_acting(b, "repeals", theirs, title="Của B")
    said, chief = _said(old), enter(a, "chief")
    delete(chief, old)
    assert (DocumentRelation.objects.filter(source__portal=a).count(), len(said)) == (0, 2)
    restore(chief, kept(a)[0])
    assert _said(old) == said == [("Bãi bỏ", "repeals", True), ("Nháp", "guides", False)]
    assert (_drafted(ends), _row(ends).has_unpublished_changes) == ([("repeals", old.pk)], False)
    assert _said(theirs) == [("Của B", "repeals", False)]
    publish(_row(old))
    assert (_row(old).force, _row(theirs).force) == ("partly", "expired")


def test_a_document_that_was_written_on_meanwhile_says_it_again(enter, a, b):
    old = make_document(a, "Cũ")
    make_document(b)
    ends, other = make_acting(a, "repeals", old, title="Bãi bỏ"), make_acting(a, "amends", old, title="Sửa")
    chief = enter(a, "chief")
    delete(chief, old)
    publish(_row(ends))
    _row(other).get_latest_revision_as_object().save_revision()
    assert (_drafted(ends), _drafted(other)) == ([], [])
    restore(chief, kept(a)[0])
    assert _said(old) == [("Bãi bỏ", "repeals", False), ("Sửa", "amends", False)]
    assert (_drafted(ends), _drafted(other)) == ([("repeals", old.pk)], [("amends", old.pk)])
    assert [_row(page).has_unpublished_changes for page in (ends, other)] == [False, True]
    publish(_row(ends))
    assert _said(old)[0] == ("Bãi bỏ", "repeals", False)


def test_a_document_that_is_gone_itself_says_nothing(enter, a, b):
    old = make_document(a, "Cũ")
    ends = make_acting(a, "repeals", old, title="Bãi bỏ")
    make_document(b)
    chief = enter(a, "chief")
    delete(chief, old)
    (deleted,) = kept(a)
    delete(chief, ends)
    restore(chief, deleted)
    assert _said(old) == []


def _asked(client, page):
    return client.get(reverse("wagtailadmin_pages:delete", args=[page.pk])).content.decode()


def test_who_deletes_reads_beforehand_what_goes_and_who_brings_it_back(enter, admin_client, a, b):
    page = make_article(a, "Cha")
    page.add_child(instance=StaticPage(title="Con", live=False))
    other = make_article(b, "Khác")
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    text = _asked(admin_client, page)
    for words in (
        "được giữ 30 ngày", "1 trang bên trong đi cùng", "vẫn còn trong thư viện", "Chuyển vào thùng rác",
        "Biên tập viên và trưởng ban biên tập của cổng khôi phục được", "người dân không xem được trang này",
    ):  # fmt: skip
        assert words in text, words
    assert "Văn bản" not in text.split("cong-consequences", 1)[1].split("</form>", 1)[0]
    assert "được giữ 30 ngày" not in _asked(enter(a, "chief"), other)


def test_who_deletes_a_document_reads_which_others_speak_of_it(enter, a, b):
    old, new, oldest = tied_documents(a, b)
    chief = enter(a, "chief")
    text = _asked(chief, new)
    assert "Được hướng dẫn thi hành bởi: <a" in text and ">Hướng dẫn</a>" in text
    assert "được tính lại hiệu lực" in text and f">{old.numbered_title}</a>" in text
    assert not [title for title in ("Không liên quan", "Của B", "Cũ nhất") if title in text]
    assert "được tính lại hiệu lực" not in _asked(chief, oldest)
