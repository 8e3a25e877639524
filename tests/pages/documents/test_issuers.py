"""An issuer is a unit of the installation where the text is its official name; else it is only a text."""

import pytest
from django.urls import reverse

from cms.pages.legal.issuers import folded
from tests.factories import make_document, publish, section_page
from tests.pages.posting import document_form


def _name_agency(portal, agency):
    contact = section_page(portal, "contact")
    contact.agency = agency
    publish(contact)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ủy ban nhân dân xã Tả Phìn", "ubnd xa ta phin"),
        ("Uỷ ban Nhân dân  xã Tả Phìn", "ubnd xa ta phin"),
        ("UBND xã Tả Phìn.", "ubnd xa ta phin"),
        ("Hội đồng nhân dân xã Tả Phìn", "hdnd xa ta phin"),
        ("", ""),
    ],
)
def test_spellings_of_one_name_are_one(typed, kept):
    assert folded(typed) == kept


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Xã Bình Yên", "xa-b"),
        ("xa binh yen", "xa-b"),
        ("UBND xã Bình  Yên", "xa-b"),
        ("Ủy ban nhân dân xã Bình Yên", "xa-b"),
        ("Ủy ban nhân dân xã An Bình", "xa-a"),
        ("Sở Thử", "so-a"),
        ("UBND tỉnh Thử", "tinh"),
        ("Ủy ban nhân dân Sở Thử", ""),
        ("Hội đồng nhân dân xã Bình Yên", ""),
        ("Chính phủ", ""),
        ("", ""),
    ],
)
def test_the_official_name_of_a_unit_is_known(a, b, typed, slug):
    assert make_document(a, issuer=typed).issuer_slug == slug


def test_the_name_of_its_agency_is_known_too(a, b):
    _name_agency(b, "Trung tâm Hành chính công")
    assert make_document(a, issuer="Trung tâm hành chính công").issuer_slug == "xa-b"


def test_of_two_units_of_one_name_none_is_meant_but_the_own(a, b, department):
    for portal in (a, b):
        _name_agency(portal, "Trạm y tế")
    found = [make_document(portal, issuer="Trạm y tế").issuer_slug for portal in (a, b, department)]
    assert found == ["xa-a", "xa-b", ""]


def test_a_reader_gets_to_the_unit_that_issued_it(visit, a, b):
    make_document(a, slug="qd", issuer="UBND xã Bình Yên")
    words = visit(a, "/van-ban/qd/").text
    assert '<a itemprop="url" href="http://xa-b.localhost/">' in words and "UBND xã Bình Yên" in words


def test_a_unit_that_nobody_can_visit_is_only_a_text(visit, a, b):
    make_document(a, slug="qd", issuer="UBND xã Bình Yên")
    type(b).objects.filter(pk=b.pk).update(state="suspended")
    words = visit(a, "/van-ban/qd/").text
    assert "xa-b.localhost" not in words and "UBND xã Bình Yên" in words


def test_the_filter_groups_spellings_of_one_issuer(visit, a, b):
    make_document(a, "Một", issuer="UBND xã An Bình")
    make_document(a, "Hai", issuer="Ủy ban nhân dân xã An Bình")
    make_document(a, "Ba", issuer="Chính phủ")
    make_document(b, "Bốn", issuer="UBND xã An Bình")
    words = visit(a, "/van-ban/").text
    assert words.count("<option>Ủy ban nhân dân xã An Bình</option>") == 1 and "<option>UBND" not in words
    for asked in ("Ủy ban nhân dân xã An Bình", "UBND xã An Bình"):
        words = visit(a, "/van-ban/", **{"co-quan": asked}).text
        assert [title in words for title in (">Một<", ">Hai<", ">Ba<", ">Bốn<")] == [True, True, False, False]


def test_the_form_offers_own_issuers_the_own_name_and_the_provinces(enter, a, b, province):
    make_document(a, issuer="Hội đồng nhân dân xã An Bình")
    make_document(b, issuer="Hội đồng nhân dân xã Bình Yên")
    address = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section_page(a, "documents").pk])
    form = enter(a, "editor").get(address).text
    own = ["Hội đồng nhân dân xã An Bình", "Xã An Bình", "Tỉnh Thử"]
    others = ["Hội đồng nhân dân xã Bình Yên", "Xã Bình Yên", "Sở Thử"]
    assert [name for name in own + others if f'<option value="{name}">' in form] == own


def test_the_form_keeps_what_is_typed(enter, a, b):
    address = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section_page(a, "documents").pk])
    form = document_form(issuer="UBND xã Bình Yên", **{"action-publish": "1"})
    assert enter(a, "chief").post(address, form).status_code == 302
    page = section_page(a, "documents").get_children().get().specific
    assert (page.issuer, page.issuer_slug) == ("UBND xã Bình Yên", "xa-b")
