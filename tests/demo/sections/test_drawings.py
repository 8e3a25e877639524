"""Maps and portraits: small, of the size that is shown, the same every time, and different where they should be."""

import io

import pytest
from PIL import Image

from demo import portraits
from demo.loading.sections.contents import content_of, written_portals
from demo.maps import draw_map

LOCALITIES = [slug for slug in written_portals() if content_of(slug, "locality")]


def map_of(slug):
    told = content_of(slug, "locality")["map"]
    return draw_map(slug, title=slug, around=told["around"], marks=told["marks"])


@pytest.mark.parametrize("slug", LOCALITIES)
def test_a_map_is_small_and_as_large_as_a_lead_picture(slug):
    content = map_of(slug)
    assert Image.open(io.BytesIO(content)).size == (1200, 675)
    assert len(content) < 80_000
    assert content == map_of(slug)


def test_two_places_have_different_outlines():
    around, marks = {"bac": "Xã khác"}, [("Trung tâm", 0.5, 0.5)]
    one, other = (draw_map(seed, title="", around=around, marks=marks) for seed in ("xa-a", "xa-b"))
    assert one != other


@pytest.mark.parametrize("variant", range(6))
def test_a_portrait_has_the_shape_in_which_portraits_are_shown(variant):
    content = portraits.draw_portrait(variant)
    assert Image.open(io.BytesIO(content)).size == (portraits.WIDTH, portraits.HEIGHT)
    assert len(content) < 20_000


def test_six_portraits_differ():
    assert len({portraits.draw_portrait(variant) for variant in range(6)}) == 6
