"""Through the real form: an editor of its portal writes a page of each type, the chief publishes, citizens read it."""

from functools import partial

import pytest

from cms.pages.models import PortalPage

from .entering import filled, form_address, form_of, page_at, untouched
from .specimens import SPECIMENS, TITLE

pytestmark = pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.model.__name__)
PUBLISH = {"action-publish": "1"}
FORGED = {"title": TITLE, **PUBLISH}


@pytest.fixture
def own(specimen, province, a):
    return {portal.slug: portal for portal in (province, a)}[specimen.portal]


def send(client, specimen, portal, *, enter_in=filled, **button):
    url = form_address(specimen, portal)
    return client.post(url, {**enter_in(form_of(client, url), specimen), **button})


def only_a_title(form, specimen):
    return {**untouched(form), "title": TITLE}


def words_seen(response, specimen, language="vi"):
    text = response.content.decode() if response.status_code == 200 else ""
    return [words for words in specimen.words(language) if words in text]


def rows_of(portal):
    return list(PortalPage._base_manager.filter(portal=portal).order_by("pk").values_list("pk", "latest_revision"))


def test_an_editor_writes_the_chief_publishes_and_citizens_read_it(specimen, own, b, enter, visit):
    assert send(enter(own, "editor"), specimen, own).status_code == 302
    assert words_seen(visit(own, specimen.address), specimen) == []
    assert (
        send(enter(own, "chief"), specimen, own, enter_in=lambda form, _: untouched(form), **PUBLISH).status_code
        == 302
    )
    assert words_seen(visit(own, specimen.address), specimen) == specimen.words("vi")
    assert words_seen(visit(own, f"/en{specimen.address}"), specimen, "en") == specimen.words("en")
    for path in (specimen.address, f"/en{specimen.address}"):
        other = visit(b, path)
        assert [words_seen(other, specimen, language) for language in ("vi", "en")] == [[], []]
        assert specimen.is_born or other.status_code == 404


def test_a_title_is_enough_for_a_draft(specimen, own, b, enter, visit):
    assert send(enter(own, "editor"), specimen, own, enter_in=only_a_title).status_code == 302
    page = page_at(own, specimen.address)
    assert page.get_latest_revision_as_object().title == TITLE
    assert specimen.is_born or not page.live
    assert TITLE not in visit(own, specimen.address).content.decode()
    assert page_at(b, specimen.address) is None or page_at(b, specimen.address).latest_revision is None


def test_publishing_asks_only_for_what_would_mislead(specimen, own, b, enter):
    before = rows_of(b)
    response = send(enter(own, "chief"), specimen, own, enter_in=only_a_title, **PUBLISH)
    asked = set() if response.status_code == 302 else set(response.context["form"].errors)
    page = page_at(own, specimen.address)
    assert (asked, page is not None and page.live) == (specimen.needed, not specimen.needed)
    assert rows_of(b) == before


def test_nobody_of_another_portal_writes_it(specimen, own, b, enter):
    strangers, before = [enter(b, role) for role in ("editor", "chief")], rows_of(own)
    url = form_address(specimen, own)
    answers = [send() for who in strangers for send in (partial(who.get, url), partial(who.post, url, FORGED))]
    for answer in answers:
        assert answer.status_code in (302, 403, 404)
        assert answer.status_code != 302 or "/edit/" not in answer["Location"]
    assert rows_of(own) == before
