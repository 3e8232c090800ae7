"""Tent, snowman, umbrella."""

from ..canvas import direction
from ..figure import Figure, darker

TENT, TENT_LAMP, TENT_INSIDE = (236, 140, 50), (255, 214, 120), (60, 44, 40)
SNOW, SNOW_SHADE = (250, 252, 255), (214, 224, 244)
CARROT, COAL, HAT, SCARF = (240, 130, 40), (30, 30, 34), (40, 40, 50), (210, 50, 50)
PARASOL, PARASOL_WHITE, POLE = (226, 64, 60), (248, 246, 240), (230, 230, 226)
HALF_TURN, SIXTH_OF_HALF_TURN = 3.1416, 0.5236


def draw_tent(figure: Figure) -> None:
    cloth = figure.color_or(TENT)
    top = (0, 0.62)
    figure.polygon([(-0.5, 0), top, (0.5, 0)], cloth)
    figure.polygon([(0.08, 0), top, (0.5, 0)], darker(cloth, 0.78))
    lamp = figure.scene.lamps_are_lit
    door = [(-0.14, 0), (0, 0.4), (0.1, 0)]
    figure.polygon(door, TENT_LAMP if lamp else TENT_INSIDE, glowing=lamp)


def draw_snowman(figure: Figure) -> None:
    for y, radius in ((0.2, 0.22), (0.52, 0.17), (0.78, 0.13)):
        figure.ellipse(0, y, radius, SNOW)
        figure.ellipse(radius * 0.35, y - 0.02, radius * 0.6, SNOW_SHADE, alpha=0.5)
    figure.polygon([(0, 0.79), (0.2, 0.75), (0, 0.74)], CARROT)
    for x in (-0.05, 0.05):
        figure.ellipse(x, 0.82, 0.022, COAL)
    figure.rectangle(-0.16, 0.92, 0.32, 0.04, HAT)
    figure.rectangle(-0.1, 1.08, 0.2, 0.17, HAT)
    figure.rectangle(-0.14, 0.68, 0.28, 0.06, SCARF)


def draw_umbrella(figure: Figure) -> None:
    cloth = figure.color_or(PARASOL)
    figure.line([(0, 0), (0, 0.8)], POLE, figure.size * 0.04)
    for i in range(6):
        first = _on_rim(HALF_TURN + i * SIXTH_OF_HALF_TURN)
        second = _on_rim(HALF_TURN + (i + 1) * SIXTH_OF_HALF_TURN)
        figure.polygon([(0, 0.6), first, second], PARASOL_WHITE if i % 2 else cloth)


def _on_rim(angle: float) -> tuple[float, float]:
    x, y = direction(angle)
    return 0.46 * x, 0.6 - 0.34 * y
