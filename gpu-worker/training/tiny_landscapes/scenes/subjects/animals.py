"""Whale, swan, birds: the animals drawn by code (others are glyphs, see `emoji.py`)."""

from ..figure import Figure

WHALE_BACK, WHALE_TAIL, WHALE_BELLY = (70, 96, 130), (62, 86, 118), (190, 204, 216)
WHALE_EYE, SPOUT = (20, 20, 30), (210, 232, 250)
SWAN, BEAK = (250, 250, 250), (240, 140, 40)
BIRD = (34, 34, 44)


def draw_whale(figure: Figure) -> None:
    figure.ellipse(0, 0.2, 0.42, WHALE_BACK, stretch=(1.15, 0.55))
    tail = [(0.36, 0.2), (0.62, 0.55), (0.68, 0.34), (0.8, 0.4), (0.5, 0.1)]
    figure.polygon(tail, WHALE_TAIL)
    figure.ellipse(-0.28, 0.24, 0.035, WHALE_EYE)
    figure.ellipse(-0.1, 0.06, 0.36, WHALE_BELLY, stretch=(1, 0.22))
    for spread in (-0.12, 0, 0.12):
        figure.line([(-0.1, 0.43), (-0.1 + spread, 0.75)], SPOUT, 1.6)
    figure.rectangle(-0.7, 0, 1.6, 0.03, figure.reflection, glowing=True, alpha=0.4)


def draw_swan(figure: Figure) -> None:
    figure.ellipse(0, 0.16, 0.3, SWAN, stretch=(1.2, 0.6))
    figure.curve((-0.28, 0.2), (-0.5, 0.5), (-0.14, 0.55), (-0.3, 0.75), SWAN, width=0.1)
    figure.ellipse(-0.32, 0.76, 0.085, SWAN)
    figure.polygon([(-0.38, 0.8), (-0.54, 0.72), (-0.38, 0.71)], BEAK)
    figure.ellipse(0, -0.04, 0.34, SWAN, stretch=(1, 0.15), alpha=0.25)


def draw_birds(figure: Figure) -> None:
    rng = figure.rng
    for _ in range(rng.randint(4, 8)):
        x = figure.x + rng.uniform(-0.8, 0.8) * figure.size
        y = figure.y - rng.uniform(0, 0.7) * figure.size
        _draw_bird(figure, x, y, rng.uniform(2.4, 4.2))


def _draw_bird(figure: Figure, x: float, y: float, wing: float) -> None:
    """All in pixels: birds do not grow with the size of their flock."""
    context = figure.scene.canvas.context
    context.move_to(x - wing, y - wing * 0.4)
    context.curve_to(x - wing * 0.5, y - wing * 0.7, x - wing * 0.2, y - wing * 0.3, x, y)
    context.curve_to(
        x + wing * 0.2, y - wing * 0.3, x + wing * 0.5, y - wing * 0.7, x + wing, y - wing * 0.4
    )
    figure.scene.canvas.use(figure.scene.lit(BIRD))
    context.set_line_width(1.2)
    context.stroke()
