"""What every landscape is made of: a canvas, its colours, and the few strokes the scenes share."""

import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 675
SCALE = 2  # drawn at twice the size and reduced, which smooths every edge


@dataclass(frozen=True)
class Palette:
    """Colours of a time of day. `far` fades into `near` from the horizon to the foreground."""

    top: str
    low: str
    far: str
    near: str
    sun: str
    accent: str = "#b3131b"
    gold: str = "#f2b705"
    wall: str = "#f6efe2"
    roof: str = "#8c3b2e"
    ink: str = "#1b1f24"


TIMES = {
    "morning": Palette("#8fb8d8", "#f6ead2", "#a9c1cf", "#2f5d50", "#fff3c9"),
    "noon": Palette("#5f9fd0", "#dcebf3", "#93b4c6", "#2c6b45", "#ffffff"),
    "dusk": Palette("#3d4f86", "#f4b183", "#8d86ab", "#29324f", "#ffd9a0"),
    "mist": Palette("#b9c6cf", "#eef0ec", "#c2cdd2", "#44655c", "#ffffff"),
}
OF_KIND = {
    "sunrise": ("dusk", "morning", "mist"),
    "town": ("dusk", "morning", "noon"),
    "forest": ("mist", "noon", "dusk"),
    "stream": ("mist", "noon", "morning"),
    "terraces": ("morning", "dusk", "noon"),
}


def palette(kind, variant):
    """Each variant of a kind has a time of day of its own."""
    times = OF_KIND.get(kind, ("morning", "noon", "dusk"))
    return TIMES[times[variant % len(times)]]


def mix(first, second, share):
    """A colour between two "#rrggbb" ones; share 0 is the first."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex()


class Canvas:
    """Coordinates are shares of width and height, from 0 at the left and the top to 1."""

    def __init__(self, colours, rng):
        self.colours, self.rng = colours, rng
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.pen = ImageDraw.Draw(self.image)

    def at(self, x, y):
        return round(x * WIDTH * SCALE), round(y * HEIGHT * SCALE)

    def gradient(self, top, low, *, down_to=1.0):
        column = Image.new("RGB", (1, 128))
        for step in range(128):
            column.putpixel((0, step), tuple(bytes.fromhex(mix(top, low, step / 127)[1:])))
        self.image.paste(column.resize((WIDTH * SCALE, round(down_to * HEIGHT * SCALE)), Image.Resampling.BICUBIC))

    def polygon(self, points, colour):
        self.pen.polygon([self.at(x, y) for x, y in points], fill=colour)

    def box(self, left, top, right, low, colour):
        self.pen.rectangle([self.at(left, top), self.at(right, low)], fill=colour)

    def disc(self, x, y, radius, colour):
        """`radius` is a share of the height."""
        (cx, cy), size = self.at(x, y), round(radius * HEIGHT * SCALE)
        self.pen.ellipse([cx - size, cy - size, cx + size, cy + size], fill=colour)

    def oval(self, x, y, wide, tall, colour):
        left, right = self.at(x - wide / 2, y - tall / 2), self.at(x + wide / 2, y + tall / 2)
        self.pen.ellipse([left, right], fill=colour)

    def line(self, points, colour, *, width=0.004):
        self.pen.line(
            [self.at(x, y) for x, y in points], fill=colour, width=max(round(width * HEIGHT * SCALE), 1), joint="curve"
        )

    def ridge(self, *, base, height, colour, rough=1.0, peaked=False):
        """A mountain's outline: a few waves, filled down to the lower edge. Returns its height at any x."""
        waves = [(self.rng.uniform(0.6, 1.6) * n, self.rng.uniform(0, 6.3), 1 / n**1.15) for n in (1, 2, 3, 5, 9, 17)]
        total = sum(weight for _f, _p, weight in waves)
        shape = (lambda angle: 1 - 2 * abs(math.sin(angle / 2))) if peaked else math.sin

        def top(x):
            wave = sum(
                shape(x * 4 * freq + phase) * weight * (rough if freq > 3 else 1) for freq, phase, weight in waves
            )
            return base - height * (0.5 + 0.5 * wave / total)

        steps = 150
        outline = [(step / steps, top(step / steps)) for step in range(steps + 1)]
        self.polygon([(0, 1), *outline, (1, 1)], colour)
        return top
