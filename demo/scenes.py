"""Painters: each adds one layer to a canvas. Nothing here shows a real place or person."""

from itertools import pairwise

from . import buildings
from .scenery import mix

townhall, clinic, school = buildings.townhall, buildings.clinic, buildings.school
houses, town, market = buildings.houses, buildings.town, buildings.market
gate, festival, bridge, industry = buildings.gate, buildings.festival, buildings.bridge, buildings.industry


def sky(canvas):
    colours = canvas.colours
    canvas.gradient(colours.top, colours.low, down_to=0.72)
    canvas.box(0, 0.72, 1, 1, colours.low)
    _sun(canvas, x=canvas.rng.uniform(0.15, 0.85), y=canvas.rng.uniform(0.14, 0.26), size=0.055)
    for _cloud in range(3):
        _cloud_at(canvas, canvas.rng.uniform(0, 1), canvas.rng.uniform(0.08, 0.3))


def sunrise_sky(canvas):
    colours = canvas.colours
    canvas.gradient(colours.top, mix(colours.low, colours.gold, 0.25), down_to=0.75)
    canvas.box(0, 0.75, 1, 1, colours.low)
    x = canvas.rng.uniform(0.35, 0.65)
    for ring in range(4, 0, -1):
        canvas.disc(
            x, 0.3, 0.09 + ring * 0.05, mix(mix(colours.low, colours.gold, 0.25), colours.sun, 0.85 - ring * 0.2)
        )
    canvas.disc(x, 0.3, 0.09, colours.sun)


def _sun(canvas, *, x, y, size):
    for ring in (3, 2, 1):
        canvas.disc(x, y, size * (1 + ring * 0.35), mix(canvas.colours.top, canvas.colours.sun, 0.5 - ring * 0.12))
    canvas.disc(x, y, size, canvas.colours.sun)


def _cloud_at(canvas, x, y):
    colour, size = mix(canvas.colours.low, "#ffffff", 0.65), canvas.rng.uniform(0.7, 1.4)
    for dx, dy, wide, tall in (
        (0, 0, 0.16, 0.03),
        (-0.02, -0.012, 0.07, 0.04),
        (0.025, -0.018, 0.06, 0.05),
        (0.055, -0.006, 0.06, 0.03),
    ):
        canvas.oval(x + dx * size, y + dy * size, wide * size, tall * size, colour)


def far_mountains(canvas):
    """Four ridges, the farther the paler."""
    for number in range(4):
        colour = mix(mix(canvas.colours.far, canvas.colours.low, 0.45), canvas.colours.near, number * 0.14)
        canvas.ridge(
            base=0.52 + number * 0.05, height=0.36 - number * 0.06, colour=colour, rough=1.2, peaked=number < 3
        )


def hills(canvas):
    for number in range(3):
        colour = mix(canvas.colours.far, mix(canvas.colours.near, "#6f9b4c", 0.35), 0.6 + number * 0.2)
        canvas.ridge(base=0.72 + number * 0.1, height=0.1, colour=colour, rough=0.3)


def forest(canvas):
    for row in range(6):
        share = 0.35 + row * 0.13
        colour = mix(canvas.colours.far, mix(canvas.colours.near, "#1f4d3a", 0.4), share)
        top = canvas.ridge(base=0.62 + row * 0.075, height=0.1, colour=colour, rough=0.5)
        for _tree in range(64 - row * 7):
            x = canvas.rng.random()
            _fir(canvas, x, top(x) + 0.02, 0.045 + row * 0.014, colour, canvas.rng.uniform(0.8, 1.25))


def _fir(canvas, x, foot, size, colour, stretch):
    half = size * 0.2
    canvas.polygon([(x - half, foot), (x, foot - size * stretch), (x + half, foot)], colour)


def terraces(canvas):
    """Rice terraces: each step a lit surface and a shaded bank, following one wavy slope."""
    rng, colours = canvas.rng, canvas.colours
    bank, field = mix(colours.near, "#5b7a3a", 0.45), mix("#cfc35a", colours.low, 0.25)
    top = canvas.ridge(base=0.66, height=0.12, colour=mix(colours.far, bank, 0.6), rough=0.2)
    bend, steps = rng.uniform(1.5, 3), 15
    for step in range(steps):
        drop = 0.03 + 0.36 * (step / steps) ** 1.35
        edge = [(x / 60, top(x / 60) + drop + 0.02 * _wave(x / 60 * bend + step * 0.35)) for x in range(61)]
        lit = mix(field, colours.sun, 0.5 * ((step * 7) % 4) / 4)
        canvas.polygon([*edge, (1, 1), (0, 1)], mix(lit, bank, step / steps * 0.35))
        canvas.line([(x, y + 0.004) for x, y in edge], bank, width=0.007 + step * 0.0008)


def _wave(value):
    value %= 2
    return value * (2 - value) if value < 1 else (value - 2) * (2 - value) * -1


def paddies(canvas):
    """Flooded fields that mirror the sky, divided by low banks towards one vanishing point."""
    colours, rng = canvas.colours, canvas.rng
    water = mix(colours.top, colours.low, 0.55)
    canvas.polygon([(0, 0.63), (1, 0.63), (1, 1), (0, 1)], water)
    lines = [0.63 + 0.37 * (step / 7) ** 1.7 for step in range(8)]
    for number, (upper, lower) in enumerate(pairwise(lines)):
        for piece in range(-6, 7):
            _paddy(canvas, upper, lower, piece, shade=((piece * 5 + number * 3) % 7) / 7, water=water)
    for _plant in range(420):
        x, y = rng.random(), rng.uniform(0.74, 1)
        canvas.line(
            [(x, y), (x + 0.002, y - 0.012 * y)], mix("#5f8f3e", colours.near, rng.random() * 0.4), width=0.003
        )


def _paddy(canvas, upper, lower, piece, *, shade, water):
    def across(y, number):
        return 0.5 + number * 0.16 * (0.45 + (y - 0.63) * 3.4)

    corners = [
        (across(upper, piece), upper),
        (across(upper, piece + 1), upper),
        (across(lower, piece + 1), lower),
        (across(lower, piece), lower),
    ]
    canvas.polygon(
        corners, mix(water, mix("#89a94f", canvas.colours.near, 0.2), 0.75 if shade > 0.55 else shade * 0.35)
    )
    canvas.line([*corners, corners[0]], mix(canvas.colours.near, "#7a8b45", 0.4), width=0.007)


def square(canvas):
    colours = canvas.colours
    hills(canvas)
    canvas.polygon([(0, 0.82), (1, 0.82), (1, 1), (0, 1)], mix(colours.wall, colours.far, 0.35))
    for step in range(1, 5):
        y = 0.82 + 0.18 * (step / 4.6) ** 1.6
        canvas.line([(0, y), (1, y)], mix(colours.wall, colours.far, 0.6), width=0.003)


def road(canvas):
    """A road that swings towards the mountains, wider the nearer it comes."""
    colours = canvas.colours
    points = [
        (0.52, 0.7, 0.006),
        (0.6, 0.745, 0.012),
        (0.5, 0.79, 0.022),
        (0.4, 0.845, 0.045),
        (0.5, 0.92, 0.085),
        (0.62, 1.02, 0.15),
    ]
    left, right = ([(x + side * w, y) for x, y, w in _smooth(points)] for side in (-1, 1))
    canvas.polygon([*left, *reversed(right)], mix("#5d646c", colours.low, 0.15))
    middle = [(x, y) for x, y, _w in _smooth(points)]
    for start in range(0, len(middle) - 3, 5):
        canvas.line(middle[start : start + 3], colours.wall, width=0.002 + start * 0.00012)


def _smooth(points, steps=12):
    """Points of a curve through all the given ones (Catmull-Rom)."""
    ends = [points[0], *points, points[-1]]
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            yield tuple(
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
                for p, q, r, s in zip(a, b, c, d, strict=True)
            )


def river(canvas):
    colours = canvas.colours
    water = mix(colours.top, colours.low, 0.4)
    canvas.box(0, 0.7, 1, 1, water)
    for _ripple in range(90):
        y = canvas.rng.uniform(0.71, 1)
        x, length = canvas.rng.random(), canvas.rng.uniform(0.02, 0.09) * (y - 0.5) * 2
        canvas.line([(x, y), (x + length, y)], mix(water, "#ffffff", 0.35), width=0.003)


def stream(canvas):
    colours = canvas.colours
    water = mix("#dff1f4", colours.top, 0.35)
    points = [(0.5, 0.72, 0.012), (0.46, 0.78, 0.02), (0.55, 0.85, 0.04), (0.47, 0.92, 0.075), (0.52, 1.02, 0.15)]
    left, right = ([(x + side * w, y) for x, y, w in _smooth(points)] for side in (-1, 1))
    canvas.polygon([*left, *reversed(right)], water)
    for _stone in range(46):
        x, y, w = canvas.rng.choice(list(_smooth(points)))
        side = canvas.rng.choice([-1, 1]) * canvas.rng.uniform(0.75, 1.2)
        canvas.disc(x + side * w, y, 0.012 + (y - 0.7) * 0.06, mix("#7d858c", colours.low, canvas.rng.random() * 0.5))
