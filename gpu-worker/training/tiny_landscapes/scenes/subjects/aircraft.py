"""Hot air balloon, airplane, kite."""

from ..canvas import mixed
from ..figure import Figure, darker
from ..vocabulary import COLORS

BASKET = (130, 84, 46)
FUSELAGE, WING = (244, 244, 246), (190, 196, 206)
TAIL_FIN, CABIN_WINDOW = (200, 60, 56), (80, 120, 170)
KITE_LIGHT, KITE_STRING = (250, 240, 200), (90, 90, 90)


def draw_hot_air_balloon(figure: Figure) -> None:
    cloth = figure.color_or(COLORS["red"])
    figure.ellipse(0, 0.62, 0.36, cloth, stretch=(1, 1.08))
    figure.ellipse(0, 0.62, 0.36, mixed(cloth, (255, 255, 255), 0.45), stretch=(0.38, 1.08))
    skirt = [(-0.22, 0.34), (0.22, 0.34), (0.07, 0.14), (-0.07, 0.14)]
    figure.polygon(skirt, darker(cloth))
    figure.rectangle(-0.08, 0.12, 0.16, 0.12, BASKET)


def draw_airplane(figure: Figure) -> None:
    painted = figure.color_name is not None
    body = figure.color_or(FUSELAGE)
    figure.ellipse(0, 0.3, 0.5, body, stretch=(1, 0.2))
    wing = [(-0.08, 0.3), (0.12, 0.3), (0.3, -0.02), (0.18, -0.02)]
    figure.polygon(wing, darker(body) if painted else WING)
    fin = [(0.34, 0.34), (0.5, 0.6), (0.56, 0.6), (0.48, 0.3)]
    figure.polygon(fin, darker(body) if painted else TAIL_FIN)
    for i in range(5):
        figure.ellipse(-0.28 + 0.12 * i, 0.34, 0.028, CABIN_WINDOW)


def draw_kite(figure: Figure) -> None:
    cloth = figure.color_or(COLORS["red"])
    top, right, bottom, left = (0, 0.8), (0.3, 0.45), (0, 0), (-0.3, 0.45)
    middle = (0, 0.45)
    figure.polygon([top, right, bottom, left], cloth)
    figure.polygon([top, right, middle], KITE_LIGHT)
    figure.polygon([bottom, left, middle], darker(cloth))
    figure.line([bottom, (-0.2, -0.3), (0.1, -0.5)], KITE_STRING, 1)
