"""Every pair of colours that carries text has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3), in four palettes and
two lights; edges of fields and the focus ring at least 3 : 1 (1.4.11). The colours are read from the Sass itself."""

import re
from itertools import product
from pathlib import Path

import pytest

import cms.theme

SASS = Path(cms.theme.__file__).parent / "sass"
PALETTES = ("do", "lam", "luc", "cham")
LIGHTS = ("light", "dark")

PAPERS = ("surface", "wash", "raised")
TEXT = [
    *product(("ink", "muted", "link", "link-hover", "brand"), PAPERS),
    *product(("ink", "muted", "brand", "link"), ("brand-wash",)),
    *((name, f"{name}-wash") for name in ("green", "amber", "danger", "info")),
    *product(("ink", "link"), ("green-wash", "amber-wash", "danger-wash", "info-wash")),
    ("danger", "surface"),
    ("green", "surface"),
    *product(("on-brand",), ("brand-fill", "brand-deep")),
    ("on-gold", "gold"),
    *product(("foot-ink", "foot-muted"), ("foot",)),
]
EDGES = [*product(("line-strong", "focus"), PAPERS), ("gold", "foot"), ("gold", "brand-deep")]


def declared():
    """{mixin: {token: "#rrggbb"}}"""
    text = (SASS / "_palettes.scss").read_text()
    mixins = re.findall(r"@mixin ([\w-]+) \{(.*?)\n\}", text, flags=re.S)
    return {name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body)) for name, body in mixins}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(light, palette, pairs, least):
    colours = declared()[f"{light}-common"] | declared()[f"{light}-{palette}"]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


def test_black_on_white_is_the_known_figure():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("light", "palette"), [*product(LIGHTS, PALETTES)])
def test_every_pair_that_carries_text_can_be_read(light, palette):
    assert too_weak(light, palette, TEXT, 4.5) == {}


@pytest.mark.parametrize(("light", "palette"), [*product(LIGHTS, PALETTES)])
def test_edges_of_fields_and_the_focus_ring_can_be_seen(light, palette):
    assert too_weak(light, palette, EDGES, 3) == {}


@pytest.mark.parametrize("light", LIGHTS)
def test_every_palette_declares_the_same_tokens(light):
    names = {palette: set(declared()[f"{light}-{palette}"]) for palette in PALETTES}
    assert names == dict.fromkeys(PALETTES, names["do"])


def test_dark_declares_what_light_declares():
    assert set(declared()["dark-common"]) == set(declared()["light-common"])


def test_no_other_sass_file_names_a_colour():
    """Bootstrap computes with two literals of its own; paper is black on white."""
    allowed = {"_palettes.scss", "_bootstrap-config.scss", "_print.scss"}
    named = [
        p.name
        for p in SASS.glob("*.scss")
        if p.name not in allowed and re.search(r"#[0-9a-f]{3,8}\b(?!\{)", p.read_text())
    ]
    assert named == []
