"""Sailboat and ship."""

from ..figure import Figure, darker

CANVAS_WHITE, MAST, WOODEN_HULL = (248, 246, 240), (90, 60, 44), (130, 76, 46)
STEEL_HULL, DECKHOUSE, BRIDGE = (60, 70, 96), (244, 244, 240), (232, 232, 228)
FUNNEL, SMOKE = (214, 70, 50), (200, 200, 206)


def draw_sailboat(figure: Figure) -> None:
    sail = figure.color_or(CANVAS_WHITE)
    figure.rectangle(-0.015, 0.95, 0.03, 0.8, MAST)
    figure.polygon([(0.03, 0.95), (0.42, 0.24), (0.03, 0.24)], sail)
    figure.polygon([(-0.04, 0.82), (-0.32, 0.24), (-0.04, 0.24)], darker(sail, 0.86))
    figure.polygon([(-0.45, 0.19), (0.48, 0.19), (0.34, 0), (-0.33, 0)], WOODEN_HULL)
    figure.ellipse(0, -0.04, 0.4, figure.reflection, stretch=(1, 0.1), glowing=True, alpha=0.25)


def draw_ship(figure: Figure) -> None:
    figure.rectangle(-0.3, 0.5, 0.5, 0.26, DECKHOUSE)
    figure.rectangle(-0.2, 0.64, 0.3, 0.16, BRIDGE)
    figure.rectangle(-0.04, 0.88, 0.14, 0.26, FUNNEL)
    for i in range(3):
        figure.ellipse(0.1 + 0.12 * i, 0.95 + 0.1 * i, 0.06 + 0.03 * i, SMOKE, alpha=0.8)
    hull = [(-0.52, 0.26), (0.56, 0.26), (0.4, 0), (-0.42, 0)]
    figure.polygon(hull, figure.color_or(STEEL_HULL))
    for i in range(4):
        figure.porthole(-0.24 + 0.14 * i, 0.38, 0.035)
