"""Units while one types: with and without accents, by the beginnings of words, only those that take questions."""

import pytest

from cms.pages.models import PortalPage
from cms.questions.desk.units import Unit, matching
from tenants.models import Portal, State

from .conftest import DESK

UNITS = [
    Unit("tinh", "Tỉnh Lào Cai", ""),
    Unit("xa-ta-phin", "Ủy ban nhân dân xã Tả Phìn", "Thị xã Sa Pa"),
    Unit("xa-ta-van", "Ủy ban nhân dân xã Tả Van", "Thị xã Sa Pa"),
    Unit("xa-ban-qua", "Ủy ban nhân dân xã Bản Qua", "Huyện Bát Xát"),
    Unit("thi-xa-sa-pa", "Thị xã Sa Pa", "Tỉnh Lào Cai"),
    Unit("so-tnmt", "Sở Tài nguyên và Môi trường", "Tỉnh Lào Cai"),
]


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("ta phin", ["xa-ta-phin"]),
        ("Tả Phìn", ["xa-ta-phin"]),
        ("UBND xã tả", ["xa-ta-phin", "xa-ta-van"]),
        ("ủy ban nhân dân xã Tả Van", ["xa-ta-van"]),
        ("uỷ ban nhân dân xã tả van", ["xa-ta-van"]),
        ("thị xã sa pa", ["thi-xa-sa-pa"]),
        ("sa pa", ["thi-xa-sa-pa", "xa-ta-phin", "xa-ta-van"]),
        ("bat xat", ["xa-ban-qua"]),
        ("moi truong", ["so-tnmt"]),
        ("hin", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_begin_words_of_the_name(words, slugs):
    assert [unit.slug for unit in matching(words, UNITS)] == slugs


def names(client, **asked):
    return [unit["name"] for unit in client.get(f"{DESK}units/", asked).json()["units"]]


def test_all_units_but_ones_own_are_offered(officer, province, department, a, b):
    assert names(officer, q="xa") == ["Xã Bình Yên"]
    assert names(officer, q="xa", ours="1") == ["Xã An Bình", "Xã Bình Yên"]
    assert names(officer, q="so") == ["Sở Thử"]
    assert names(officer) == []


def test_a_unit_that_takes_no_questions_is_not_offered(officer, a, b):
    PortalPage._base_manager.filter(portal=b, starts_section="questions").update(live=False)
    assert names(officer, q="binh yen") == []
    PortalPage._base_manager.filter(portal=b, starts_section="questions").update(live=True)
    Portal.objects.filter(pk=b.pk).update(state=State.SUSPENDED)
    assert names(officer, q="binh yen") == []


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_only_the_desk_asks(enter, a, b, role):
    assert enter(a, role).get(f"{DESK}units/", {"q": "xa"}).status_code != 200
