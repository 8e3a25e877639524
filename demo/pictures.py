"""Draws the demonstration's pictures: layered landscapes in the design's palette, the same for the same seed.

Each kind is a list of painters from `scenes`, laid over one another from the sky down to the foreground.
"""

import io
import random
from functools import cache

from . import scenes
from .scenery import SCALE, Canvas, palette

KINDS = {
    "forest": (scenes.sky, scenes.far_mountains, scenes.forest),
    "terraces": (scenes.sky, scenes.far_mountains, scenes.terraces),
    "rice": (scenes.sky, scenes.far_mountains, scenes.paddies),
    "village": (scenes.sky, scenes.far_mountains, scenes.hills, scenes.houses),
    "town": (scenes.sky, scenes.far_mountains, scenes.town),
    "townhall": (scenes.sky, scenes.far_mountains, scenes.square, scenes.townhall),
    "clinic": (scenes.sky, scenes.far_mountains, scenes.hills, scenes.clinic),
    "school": (scenes.sky, scenes.far_mountains, scenes.hills, scenes.school),
    "market": (scenes.sky, scenes.far_mountains, scenes.square, scenes.market),
    "gate": (scenes.sky, scenes.far_mountains, scenes.square, scenes.gate),
    "festival": (scenes.sky, scenes.far_mountains, scenes.hills, scenes.festival),
    "road": (scenes.sky, scenes.far_mountains, scenes.hills, scenes.road),
    "bridge": (scenes.sky, scenes.far_mountains, scenes.river, scenes.bridge),
    "industry": (scenes.sky, scenes.far_mountains, scenes.river, scenes.industry),
    "stream": (scenes.sky, scenes.far_mountains, scenes.forest, scenes.stream),
    "sunrise": (scenes.sunrise_sky, scenes.far_mountains, scenes.hills),
}
VARIANTS = 3
QUALITY = 76


@cache
def draw(kind, variant):
    """The JPEG bytes of one picture, 1200 x 675, below 80 kB."""
    rng = random.Random(f"{kind}:{variant}")
    canvas = Canvas(palette(kind, variant), rng)
    for paint in KINDS[kind]:
        paint(canvas)
    stream = io.BytesIO()
    canvas.image.reduce(SCALE).save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()
