import io

import pytest
from PIL import Image

from demo.loading.attachments import draw_facts
from demo.loading.reading import read_yaml
from demo.pictures import KINDS, VARIANTS, draw


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_small_and_the_size_of_a_lead_picture(kind):
    content = draw(kind, 0)
    assert Image.open(io.BytesIO(content)).size == (1200, 675)
    assert len(content) < 80_000


def test_pictures_differ_between_kinds_and_variants_and_are_the_same_every_time():
    drawn = {draw(kind, variant) for kind in ("forest", "market") for variant in range(VARIANTS)}
    assert len(drawn) == 2 * VARIANTS
    again = draw.__wrapped__("market", 1)
    assert again == draw("market", 1)


def test_every_picture_is_described_in_both_languages():
    words = read_yaml("content/pictures.yaml")
    assert set(words) == set(KINDS)
    assert all(entry["vi"] and entry["en"] for entry in words.values())


def test_a_file_of_facts_is_a_pdf_that_embeds_its_letters():
    content = draw_facts("Quyết định về rừng", mark="MINH HỌA", facts=[("Số", "")], note="Ghi chú <&>")
    assert content.startswith(b"%PDF")
    assert b"FontFile2" in content
    assert content == draw_facts("Quyết định về rừng", mark="MINH HỌA", facts=[("Số", "")], note="Ghi chú <&>")
