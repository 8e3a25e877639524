"""Draws the demonstration's portraits: head and shoulders without a face, so that nobody takes one for a person."""

import io
from functools import cache

from PIL import Image, ImageDraw

from .scenery import SCALE, mix

WIDTH, HEIGHT = 420, 540  # the shape in which portraits are shown
QUALITY = 80
COLOURS = (  # ground, clothes, hair
    ("#dce6ee", "#0b4f8a", "#1b1f24"),
    ("#f6ead2", "#8c3b2e", "#2b2320"),
    ("#e3ecdf", "#2f5d50", "#1b1f24"),
    ("#eee4ea", "#5b3a5e", "#3a2a2a"),
    ("#e8e6df", "#29324f", "#4a4a4a"),
    ("#f3e3dc", "#b3131b", "#2b2320"),
)
SKIN = "#d9b391"


@cache
def draw_portrait(variant):
    """The JPEG bytes of one of the portraits; any number names one."""
    ground, clothes, hair = COLOURS[variant % len(COLOURS)]
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
    pen = ImageDraw.Draw(image)
    _disc(pen, 0.5, 0.5, 0.47, 0.4, mix(ground, "#ffffff", 0.5))
    _disc(pen, 0.5, 1.08, 0.43, 0.4, clothes)
    _box(pen, 0.43, 0.56, 0.57, 0.72, mix(SKIN, "#000000", 0.08))
    pen.polygon([_at(0.4, 0.69), _at(0.5, 0.82), _at(0.6, 0.69)], fill="#ffffff")
    _disc(pen, 0.5, 0.4, 0.2 + 0.012 * (variant % 2), 0.18 + 0.02 * (variant % 3), hair)
    _disc(pen, 0.5, 0.445, 0.175, 0.17, SKIN)
    stream = io.BytesIO()
    image.reduce(SCALE).save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()


def _at(x, y):
    return round(x * WIDTH * SCALE), round(y * HEIGHT * SCALE)


def _box(pen, left, top, right, low, colour):
    pen.rectangle([_at(left, top), _at(right, low)], fill=colour)


def _disc(pen, x, y, wide, tall, colour):
    """`wide` and `tall` are half axes, as shares of the picture's width and height."""
    pen.ellipse([_at(x - wide, y - tall), _at(x + wide, y + tall)], fill=colour)
