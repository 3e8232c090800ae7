"""Trees, cactus, and the island with its palm."""

import math

from ..canvas import Color, scaled
from ..figure import Figure, darker

SAND, ISLAND_GREEN = (236, 206, 140), (96, 160, 76)
PALM_TRUNK, PALM_LEAF = (132, 96, 60), (50, 140, 66)
PALM_LEAF_ANGLES = (-2.9, -2.4, -1.2, -0.6, -0.1, 0.3, 3.0)
TRUNK, PINE_TRUNK = (104, 72, 48), (96, 66, 44)
CROWN = [  # right, up, radius
    (-0.22, 0.62, 0.24), (0.22, 0.62, 0.24), (0, 0.8, 0.28), (-0.12, 0.5, 0.2), (0.14, 0.5, 0.2),
]
BLOSSOM, PETAL = (246, 170, 196), (250, 190, 210)
AUTUMN_LEAF, GREEN_LEAF = (206, 104, 36), (72, 150, 66)
NEEDLES, SNOW = (46, 116, 76), (248, 250, 255)
CACTUS, CACTUS_RIB = (70, 140, 80), (96, 168, 100)


def draw_island(figure: Figure) -> None:
    figure.ellipse(0, 0, 0.6, SAND, stretch=(1, 0.22))
    figure.ellipse(0, 0.06, 0.38, ISLAND_GREEN, stretch=(1, 0.25))
    draw_palm_tree(figure.part(0.05, 0.06, 0.85))


def draw_palm_tree(figure: Figure) -> None:
    lean = figure.rng.choice((-1, 1)) * 0.12
    figure.curve((0, 0), (0, 0.4), (lean, 0.6), (lean, 0.85), PALM_TRUNK, width=0.08)
    for angle in PALM_LEAF_ANGLES:
        _draw_palm_leaf(figure, lean, 0.85, angle)


def _draw_palm_leaf(figure: Figure, x: float, y: float, angle: float) -> None:
    tip_x = x + 0.42 * math.cos(angle)
    tip_y = y - 0.42 * math.sin(angle) * 0.6 - 0.1
    middle_x = (x + tip_x) / 2
    context = figure.scene.canvas.context
    context.move_to(*figure.at(x, y))
    upper = [(middle_x, y + 0.16), (tip_x, tip_y + 0.08), (tip_x, tip_y - 0.05)]
    lower = [(tip_x, tip_y + 0.02), (middle_x, y - 0.02), (x, y)]
    for curve in (upper, lower):
        context.curve_to(*[length for point in curve for length in figure.at(*point)])
    figure.scene.canvas.use(figure.scene.lit(PALM_LEAF))
    context.fill()


def draw_tree(figure: Figure) -> None:
    _draw_crown_on_trunk(figure, AUTUMN_LEAF if figure.ground == "autumn" else GREEN_LEAF)


def draw_cherry_tree(figure: Figure) -> None:
    _draw_crown_on_trunk(figure, BLOSSOM)
    size = figure.size
    for _ in range(12):
        x, y = figure.rng.uniform(-0.5, 0.5), figure.rng.uniform(-0.02, 0.4)
        figure.ellipse(x, y, 0.9 / size, PETAL)


def _draw_crown_on_trunk(figure: Figure, leaf: Color) -> None:
    figure.rectangle(-0.06, 0.45, 0.12, 0.45, TRUNK)
    for x, y, radius in CROWN:
        figure.ellipse(x, y, radius, scaled(leaf, 1.06 if x < 0 else 0.9))


def draw_pine_trees(figure: Figure) -> None:
    for x, size in ((-0.42, 0.8), (0.4, 0.7), (0, 1.0)):
        _draw_pine(figure.part(x, 0, size))


def _draw_pine(figure: Figure) -> None:
    figure.rectangle(-0.05, 0.15, 0.1, 0.15, PINE_TRUNK)
    for i in range(3):
        y, half_width = 0.12 + 0.24 * i, 0.3 - 0.07 * i
        top = (0, y + 0.42)
        figure.polygon([(-half_width, y), top, (half_width, y)], darker(NEEDLES, 1 - 0.07 * i))
        if figure.ground == "snow":
            snow_half, snow_y = half_width * 0.45, y + 0.23
            figure.polygon([(-snow_half, snow_y), top, (snow_half, snow_y)], SNOW)


def draw_cactus(figure: Figure) -> None:
    trunk = ([(0, 0), (0, 0.85)], 0.17)
    left_arm = ([(0, 0.35), (-0.27, 0.4), (-0.27, 0.62)], 0.11)
    right_arm = ([(0, 0.48), (0.25, 0.52), (0.25, 0.74)], 0.11)
    figure.rounded_lines([trunk, left_arm, right_arm], CACTUS)
    figure.rounded_lines([([(0.03, 0), (0.03, 0.83)], 0.03)], CACTUS_RIB)
