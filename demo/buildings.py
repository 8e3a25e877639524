"""What people built: halls, schools, stalls, bridges. Simple shapes, seen from the front."""

from .scenery import mix


def _house(canvas, x, foot, size, *, wall=None, roof=None):
    colours = canvas.colours
    wide, tall = size, size * 0.8
    canvas.box(x - wide / 2, foot - tall, x + wide / 2, foot, wall or colours.wall)
    canvas.polygon(
        [(x - wide * 0.68, foot - tall), (x, foot - tall * 2.1), (x + wide * 0.68, foot - tall)], roof or colours.roof
    )
    canvas.box(x - wide * 0.1, foot - tall * 0.7, x + wide * 0.1, foot, mix(colours.roof, colours.ink, 0.4))


def _tree(canvas, x, foot, size):
    colours = canvas.colours
    canvas.box(x - size * 0.05, foot - size * 0.6, x + size * 0.05, foot, "#6b4a33")
    for dx, dy, part in ((0, 1.1, 0.5), (-0.2, 0.85, 0.4), (0.2, 0.85, 0.4)):
        canvas.disc(x + dx * size, foot - dy * size, part * size, mix(colours.near, "#4f8a48", 0.5))


def houses(canvas):
    """A village on the slope: the nearer the larger."""
    rng = canvas.rng
    spots = sorted((rng.uniform(0.72, 0.94), rng.uniform(0.08, 0.92)) for _house in range(15))
    for y, x in spots:
        size = 0.022 + (y - 0.7) * 0.2
        _tree(canvas, x + size, y + 0.006, size * 1.5)
        roof = mix(canvas.colours.roof, "#7a5a3c", rng.random())
        _house(canvas, x, y, size, wall=mix("#b98e5f", canvas.colours.wall, rng.random()), roof=roof)


def town(canvas):
    """Rows of narrow town houses, the front row with lit windows."""
    rng, colours = canvas.rng, canvas.colours
    fronts = ["#e8c37a", "#d98d6a", "#9fb9c8", "#f0e3c8", "#b8c58e", "#c9a6a0"]
    for row in range(4):
        x, base = -0.02, 0.72 + row * 0.1
        while x < 1:
            wide, tall = rng.uniform(0.035, 0.06) * (1 + row * 0.25), rng.uniform(0.1, 0.2) * (0.8 + row * 0.16)
            front = mix(rng.choice(fronts), colours.far, 0.55 - row * 0.17)
            _town_house(canvas, x, base + 0.12, wide, tall, front, lit=row > 1)
            x += wide


def _town_house(canvas, x, foot, wide, tall, front, *, lit):
    colours, rng = canvas.colours, canvas.rng
    canvas.box(x, foot - tall, x + wide, foot, front)
    canvas.box(x, foot - tall, x + wide, foot - tall + 0.012, mix(front, colours.roof, 0.7))
    if not lit:
        return
    for floor in range(1, int(tall / 0.055)):
        y = foot - tall + floor * 0.052
        for part in (0.22, 0.62):
            window = colours.gold if rng.random() < 0.3 else mix(front, colours.ink, 0.55)
            canvas.box(x + wide * part, y, x + wide * (part + 0.2), y + 0.026, mix(window, front, 0.15))


def _windows(canvas, left, right, top, low, number, colour):
    step = (right - left) / number
    for part in range(number):
        canvas.box(left + step * (part + 0.22), top, left + step * (part + 0.78), low, colour)


def _flag(canvas, x, foot, top):
    canvas.line([(x, foot), (x, top)], mix(canvas.colours.ink, "#888888", 0.5), width=0.006)
    canvas.box(x, top, x + 0.05, top + 0.058, canvas.colours.accent)
    canvas.disc(x + 0.025, top + 0.029, 0.014, canvas.colours.gold)


def townhall(canvas):
    colours = canvas.colours
    glass = mix(colours.top, colours.ink, 0.35)
    canvas.box(0.2, 0.52, 0.8, 0.84, colours.wall)
    canvas.box(0.2, 0.505, 0.8, 0.525, colours.roof)
    for top in (0.56, 0.68):
        _windows(canvas, 0.21, 0.39, top, top + 0.075, 5, glass)
        _windows(canvas, 0.61, 0.79, top, top + 0.075, 5, glass)
    canvas.box(0.4, 0.47, 0.6, 0.84, mix(colours.wall, "#ffffff", 0.4))
    canvas.polygon([(0.385, 0.48), (0.5, 0.39), (0.615, 0.48)], colours.roof)
    _windows(canvas, 0.41, 0.59, 0.52, 0.84, 5, mix(colours.wall, colours.far, 0.7))
    canvas.box(0.47, 0.66, 0.53, 0.84, mix(colours.roof, colours.ink, 0.35))
    for step in range(3):
        canvas.box(
            0.38 - step * 0.015,
            0.84 + step * 0.014,
            0.62 + step * 0.015,
            0.855 + step * 0.014,
            mix(colours.wall, colours.far, 0.3 + step * 0.1),
        )
    _flag(canvas, 0.5, 0.4, 0.26)
    for x in (0.06, 0.13, 0.87, 0.94):
        _tree(canvas, x, 0.86, 0.11)


def clinic(canvas):
    colours = canvas.colours
    canvas.box(0.26, 0.64, 0.74, 0.86, colours.wall)
    canvas.polygon([(0.23, 0.645), (0.31, 0.54), (0.69, 0.54), (0.77, 0.645)], colours.roof)
    _windows(canvas, 0.28, 0.44, 0.69, 0.77, 3, mix(colours.top, colours.ink, 0.3))
    _windows(canvas, 0.56, 0.72, 0.69, 0.77, 3, mix(colours.top, colours.ink, 0.3))
    canvas.box(0.46, 0.7, 0.54, 0.86, mix(colours.top, "#ffffff", 0.3))
    canvas.disc(0.5, 0.605, 0.05, "#ffffff")
    canvas.box(0.493, 0.57, 0.507, 0.64, colours.accent)
    canvas.box(0.481, 0.593, 0.519, 0.617, colours.accent)
    for x in (0.1, 0.17, 0.84, 0.92):
        _tree(canvas, x, 0.88, 0.12)


def school(canvas):
    colours = canvas.colours
    yellow = mix("#f1d27a", colours.wall, 0.3)
    for left, right, top in ((0.12, 0.5, 0.58), (0.5, 0.9, 0.62)):
        canvas.box(left, top, right, 0.86, yellow)
        canvas.box(left - 0.01, top - 0.035, right + 0.01, top, colours.roof)
        canvas.box(left, (top + 0.86) / 2, right, (top + 0.86) / 2 + 0.012, colours.wall)
        for floor_top in (top + 0.03, (top + 0.86) / 2 + 0.035):
            _windows(
                canvas, left + 0.01, right - 0.01, floor_top, floor_top + 0.06, 7, mix(colours.top, colours.ink, 0.3)
            )
    canvas.box(0, 0.86, 1, 1, mix("#c8b88f", colours.near, 0.15))
    _flag(canvas, 0.5, 0.9, 0.5)
    for x in (0.05, 0.95):
        _tree(canvas, x, 0.9, 0.15)


def market(canvas):
    """Two rows of stalls under striped awnings, goods in baskets."""
    rng, colours = canvas.rng, canvas.colours
    cloths = [colours.accent, "#0b4f8a", "#1a7f37", colours.gold, "#7a3b8c", "#c8642f"]
    for row, (foot, wide) in enumerate(((0.84, 0.125), (0.97, 0.2))):
        x = -0.03 * (row + 1)
        while x < 1:
            _stall(canvas, x, foot, wide, rng.choice(cloths))
            x += wide * 1.12


def _stall(canvas, x, foot, wide, cloth):
    rng, colours = canvas.rng, canvas.colours
    tall = wide * 1.15
    for side in (x + wide * 0.06, x + wide * 0.94):
        canvas.line([(side, foot), (side, foot - tall)], "#6b4a33", width=0.006)
    canvas.box(x + wide * 0.08, foot - tall * 0.35, x + wide * 0.92, foot, mix("#a77b4f", colours.near, 0.15))
    for basket in range(5):
        goods = rng.choice(["#c9403a", "#e59b2f", "#7fae3f", "#d9c24a", "#8e5aa0"])
        canvas.disc(x + wide * (0.18 + basket * 0.16), foot - tall * 0.36, wide * 0.1, goods)
    for stripe in range(6):
        left, right = x + wide * stripe / 6, x + wide * (stripe + 1) / 6
        lean = wide * 0.1
        colour = cloth if stripe % 2 else colours.wall
        canvas.polygon(
            [
                (left + lean * 0.5, foot - tall * 1.25),
                (right + lean * 0.5, foot - tall * 1.25),
                (right, foot - tall * 0.85),
                (left, foot - tall * 0.85),
            ],
            colour,
        )


def gate(canvas):
    colours = canvas.colours
    for x in (0.22, 0.72):
        canvas.box(x, 0.42, x + 0.06, 0.88, colours.accent)
        canvas.box(x - 0.008, 0.86, x + 0.068, 0.9, mix(colours.accent, colours.ink, 0.3))
    canvas.box(0.19, 0.38, 0.81, 0.5, colours.accent)
    canvas.polygon([(0.16, 0.385), (0.24, 0.31), (0.76, 0.31), (0.84, 0.385)], mix(colours.roof, colours.ink, 0.15))
    canvas.box(0.3, 0.415, 0.7, 0.465, colours.gold)
    for number in range(9):
        _flag(canvas, 0.02 + number * 0.115, 0.93, 0.66 + (number % 2) * 0.03)
    for x in (0.1, 0.9):
        _tree(canvas, x, 0.87, 0.15)


def festival(canvas):
    """A tall bamboo pole with streamers above a meadow with people as dots of colour."""
    rng, colours = canvas.rng, canvas.colours
    canvas.line([(0.5, 0.9), (0.505, 0.16)], "#6f8f3a", width=0.012)
    canvas.line([(0.505, 0.16), (0.53, 0.13), (0.56, 0.15)], "#6f8f3a", width=0.007)
    ribbons = [colours.accent, colours.gold, "#1a7f37", "#0b4f8a", "#ffffff"]
    for number in range(10):
        x = 0.04 + number * 0.104
        points = [
            (0.505 + (x - 0.505) * t / 8, 0.17 + (0.6 - 0.17) * t / 8 + 0.05 * (t / 8) * (1 - t / 8) * 4)
            for t in range(9)
        ]
        canvas.line(points, mix(colours.wall, colours.ink, 0.3), width=0.003)
        for part in range(1, 8):
            px, py = points[part]
            canvas.polygon([(px - 0.012, py), (px + 0.012, py), (px, py + 0.05)], ribbons[(part + number) % 5])
    for _person in range(120):
        x, y = rng.random(), rng.uniform(0.82, 0.99)
        size = 0.008 + (y - 0.8) * 0.06
        canvas.polygon(
            [(x - size * 0.8, y + size * 2.4), (x, y - size * 0.4), (x + size * 0.8, y + size * 2.4)],
            rng.choice([colours.accent, "#2b3a67", "#1d4d3a", "#7a3b8c", "#a8452f"]),
        )
        canvas.disc(x, y - size * 0.3, size, "#e3b98f")


def bridge(canvas):
    colours = canvas.colours
    stone = mix(colours.wall, colours.far, 0.35)
    canvas.box(0, 0.63, 1, 0.675, stone)
    canvas.line([(0, 0.625), (1, 0.625)], mix(stone, colours.ink, 0.45), width=0.006)
    for number in range(5):
        x = 0.08 + number * 0.21
        canvas.box(x - 0.016, 0.67, x + 0.016, 0.86, mix(stone, colours.ink, 0.18))
        canvas.box(x - 0.026, 0.84, x + 0.026, 0.875, mix(stone, colours.ink, 0.3))
    for x in (0.29, 0.71):
        canvas.box(x - 0.008, 0.36, x + 0.008, 0.64, colours.accent)
        for reach in range(1, 7):
            for side in (-1, 1):
                canvas.line(
                    [(x, 0.37 + reach * 0.012), (x + side * reach * 0.033, 0.628)],
                    mix(colours.wall, colours.ink, 0.25),
                    width=0.003,
                )


def industry(canvas):
    colours = canvas.colours
    canvas.box(0, 0.78, 1, 0.84, mix(colours.near, "#8a8f94", 0.5))
    for left, top, right in ((0.08, 0.6, 0.36), (0.38, 0.55, 0.62), (0.64, 0.62, 0.93)):
        canvas.box(left, top, right, 0.79, mix(colours.wall, colours.top, 0.3))
        teeth = 5
        for tooth in range(teeth):
            x, wide = left + (right - left) * tooth / teeth, (right - left) / teeth
            canvas.polygon([(x, top), (x, top - 0.05), (x + wide, top)], mix(colours.roof, colours.far, 0.3))
        _windows(canvas, left + 0.01, right - 0.01, top + 0.05, top + 0.09, 8, mix(colours.top, colours.ink, 0.35))
    for x in (0.15, 0.8):
        canvas.box(x, 0.36, x + 0.022, 0.6, mix(colours.wall, colours.roof, 0.35))
        canvas.box(x, 0.36, x + 0.022, 0.385, colours.accent)
    for number in range(7):
        box = mix(["#b3131b", "#0b4f8a", "#1a7f37"][number % 3], colours.far, 0.25)
        canvas.box(0.1 + number * 0.115, 0.75, 0.19 + number * 0.115, 0.8, box)
