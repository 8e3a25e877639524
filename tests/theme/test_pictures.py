from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from cms.pages.models import PortalImage
from cms.theme.pictures import SHAPES, img, renditions
from tests.factories import make_image


def tag(*args, **kwargs):
    return BeautifulSoup(img(*args, **kwargs), "html.parser").img


def test_no_picture_leaves_nothing():
    assert img(None, "row") == ""


def test_a_picture_offers_the_browser_a_choice_and_its_size(a):
    shown = tag(make_image(a, size=(1600, 900)), "lead", alt="Đồi núi")
    assert [one.split()[1] for one in shown["srcset"].split(", ")] == ["480w", "760w", "1200w"]
    assert (shown["width"], shown["height"], shown["alt"]) == ("480", "270", "Đồi núi")


def test_below_the_first_screen_a_picture_waits(a):
    picture = make_image(a)
    assert tag(picture, "row")["loading"] == "lazy"
    eager = tag(picture, "row", eager=True)
    assert (eager.get("loading"), eager["fetchpriority"]) == (None, "high")


def test_a_small_original_is_offered_once(a):
    shown = tag(make_image(a, size=(60, 40)), "article")
    assert (shown.get("srcset"), shown["width"]) == (None, "60")


def test_an_alt_text_is_escaped(a):
    assert tag(make_image(a), "row", alt='"><script>')["alt"] == '"><script>'


def test_a_lost_file_does_not_break_the_page(a):
    picture = make_image(a)
    picture.file.storage.delete(picture.file.name)
    assert tag(picture, "row").name == "img"


def test_a_file_of_the_theme_needs_no_renditions():
    assert tag(SimpleNamespace(url="/x.svg", width=3, height=2), "lead")["src"] == "/x.svg"


@pytest.mark.parametrize("shape", SHAPES)
def test_photographs_travel_as_webp_and_emblems_keep_their_ground(shape):
    assert all(("format-webp" in spec) == (shape != "emblem") for spec in renditions(shape))


def test_a_list_fetches_all_its_renditions_at_once(a, django_assert_num_queries):
    pictures = [make_image(a) for _number in range(5)]
    for picture in pictures:
        img(picture, "row")
    with django_assert_num_queries(2):
        for fetched in PortalImage.objects.prefetch_renditions(*renditions("row")):
            img(fetched, "row")
