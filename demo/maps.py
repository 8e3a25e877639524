"""Draws the demonstration's maps: an invented outline with its neighbours' names, never a real border."""

import io
import math
import random
from functools import cache
from itertools import pairwise

import font_source_sans_pro
from PIL import ImageFont

from .scenery import HEIGHT, SCALE, WIDTH, Canvas, mix, palette

GROUND, LAND, BORDER, WATER, ROAD = "#eef2ec", "#fbf6e6", "#b3131b", "#5f9fd0", "#c9a15a"
INK, MUTED = "#1b1f24", "#4a5361"
NOTE = "Sơ đồ minh họa, không theo tỷ lệ, không có giá trị xác định địa giới"
SIDES = {"bac": (0.5, 0.055), "dong": (0.895, 0.45), "nam": (0.5, 0.895), "tay": (0.105, 0.45)}


def draw_map(seed, *, title, around, marks):
    """JPEG bytes. `around`: {"bac" | "dong" | "nam" | "tay": name}; `marks`: [(name, x, y)], shares of the picture."""
    return _draw(seed, title, tuple(sorted(around.items())), tuple(tuple(mark) for mark in marks))


@cache
def _draw(seed, title, around, marks):
    rng = random.Random(f"map:{seed}")
    canvas = Canvas(palette("town", 1), rng)
    canvas.box(0, 0, 1, 1, GROUND)
    outline = _outline(rng)
    canvas.polygon(outline, LAND)
    _heights(canvas, rng)
    canvas.line(_across(rng, base=0.56, swing=0.12), WATER, width=0.012)
    canvas.line(_across(rng, base=0.46, swing=0.07), ROAD, width=0.008)
    _dashes(canvas, outline)
    for side, name in around:
        _write(canvas, name, *SIDES[side], size=17, colour=MUTED)
    for name, x, y in marks:
        canvas.disc(x, y, 0.011, BORDER)
        _write(canvas, name, x, y - 0.042, size=18, colour=INK, bold=True)
    _write(canvas, title, 0.17, 0.1, size=22, colour=BORDER, bold=True)
    _write(canvas, NOTE, 0.5, 0.962, size=15, colour=MUTED)
    _north(canvas)
    stream = io.BytesIO()
    canvas.image.reduce(SCALE).save(stream, "JPEG", quality=82, optimize=True)
    return stream.getvalue()


def _outline(rng):
    """A closed line around the middle, uneven like a border that follows ridges and streams."""
    waves = [(number, rng.uniform(0, 6.3), 0.11 / number) for number in (2, 3, 5, 9, 14)]
    points = []
    for step in range(120):
        angle = step / 120 * math.tau
        reach = 1 + sum(share * math.sin(number * angle + phase) for number, phase, share in waves)
        points.append((0.5 + 0.3 * reach * math.cos(angle), 0.52 + 0.3 * reach * math.sin(angle)))
    return [*points, points[0]]


def _heights(canvas, rng):
    for _hill in range(7):
        x, y, size = rng.uniform(0.33, 0.67), rng.uniform(0.34, 0.7), rng.uniform(0.05, 0.1)
        for ring in range(3):
            canvas.oval(
                x, y, size * (1 - ring * 0.3), size * 1.2 * (1 - ring * 0.3), mix(LAND, "#9db37a", 0.16 + ring * 0.14)
            )


def _across(rng, *, base, swing):
    """A line from west to east inside the land."""
    phase = rng.uniform(0, 6.3)
    return [(0.15 + 0.7 * step / 40, base + swing * math.sin(step / 9 + phase) * step / 40) for step in range(41)]


def _dashes(canvas, outline):
    for number, (start, end) in enumerate(pairwise(outline)):
        if number % 3 < 2:
            canvas.line([start, end], BORDER, width=0.006)


def _write(canvas, text, x, y, *, size, colour, bold=False):
    file = font_source_sans_pro.font_files_ttf["SourceSansProSemibold" if bold else "SourceSansPro"]
    font = ImageFont.truetype(file, size * SCALE)
    canvas.pen.multiline_text(
        (x * WIDTH * SCALE, y * HEIGHT * SCALE),
        text.replace("|", "\n"),
        fill=colour,
        font=font,
        anchor="mm",
        align="center",
        stroke_width=3 * SCALE,
        stroke_fill=mix(GROUND, LAND, 0.5),
    )


def _north(canvas):
    canvas.polygon([(0.945, 0.06), (0.932, 0.13), (0.945, 0.115), (0.958, 0.13)], INK)
    _write(canvas, "B", 0.945, 0.155, size=18, colour=INK, bold=True)
