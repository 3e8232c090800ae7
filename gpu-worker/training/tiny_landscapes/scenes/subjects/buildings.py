"""House, cabin, barn, castle, windmill, lighthouse, pyramid."""

from ..canvas import SIZE, Color, direction
from ..figure import Figure, darker

WOOD = (110, 74, 46)
CREAM_WALL, LOG_WALL = (232, 220, 196), (140, 92, 56)
CHIMNEY, TILED_ROOF, SLATE_ROOF = (130, 90, 80), (150, 62, 48), (84, 72, 76)
SNOW = (250, 252, 255)
BARN_RED, BARN_ROOF, BARN_DOOR = (180, 50, 44), (96, 84, 84), (244, 240, 232)
STONE, SPIRE, GATE = (168, 164, 172), (90, 80, 150), (70, 50, 46)
MILL, MILL_SHADE, MILL_CAP = (236, 228, 212), (206, 196, 182), (150, 70, 56)
MILL_CLOTH, MILL_SPAR = (250, 246, 236), (90, 64, 48)
ROCK, TOWER_RED, TOWER_WHITE = (104, 98, 100), (214, 50, 46), (244, 242, 238)
GALLERY, LANTERN, LANTERN_ROOF = (60, 60, 70), (255, 236, 150), (190, 44, 40)
BEAM = (255, 240, 170)
SANDSTONE, SANDSTONE_SHADE = (226, 184, 108), (184, 140, 78)
QUARTER_TURN = 1.5708


def draw_house(figure: Figure) -> None:
    roof = SLATE_ROOF if figure.color_name == "red" else TILED_ROOF
    _draw_cottage(figure, figure.color_or(CREAM_WALL), roof)


def draw_cabin(figure: Figure) -> None:
    roof = SLATE_ROOF if figure.color_name == "red" else TILED_ROOF
    _draw_cottage(figure, LOG_WALL, roof)


def _draw_cottage(figure: Figure, wall: Color, roof: Color) -> None:
    figure.rectangle(0.18, 0.92, 0.11, 0.3, CHIMNEY)
    figure.rectangle(-0.4, 0.5, 0.8, 0.5, wall)
    figure.rectangle(0.12, 0.5, 0.28, 0.5, darker(wall, 0.86))
    figure.polygon([(-0.5, 0.48), (-0.02, 0.95), (0.5, 0.48)], roof)
    figure.rectangle(-0.08, 0.28, 0.16, 0.28, WOOD)
    for left in (-0.3, 0.18):
        figure.window(left, 0.38, 0.14, 0.15)
    if figure.ground == "snow":
        outer = [(-0.5, 0.5), (-0.02, 0.97), (0.5, 0.5)]
        inner = [(0.4, 0.5), (-0.02, 0.86), (-0.4, 0.5)]
        figure.polygon(outer + inner, SNOW)


def draw_barn(figure: Figure) -> None:
    wall = figure.color_or(BARN_RED)
    figure.rectangle(-0.45, 0.5, 0.9, 0.5, wall)
    roof = [(-0.52, 0.48), (-0.34, 0.76), (0, 0.92), (0.34, 0.76), (0.52, 0.48)]
    figure.polygon(roof, BARN_ROOF)
    figure.rectangle(-0.15, 0.34, 0.3, 0.34, BARN_DOOR)
    figure.line([(-0.15, 0), (0.15, 0.34)], wall, 1.4)
    figure.line([(0.15, 0), (-0.15, 0.34)], wall, 1.4)
    figure.window(-0.07, 0.62, 0.14, 0.12)


def draw_castle(figure: Figure) -> None:
    castle = figure.enlarged(1.15)
    _draw_tower(castle, -0.42, 0.2, 0.8, STONE)
    _draw_tower(castle, 0.22, 0.2, 0.8, darker(STONE, 0.88))
    _draw_tower(castle, -0.12, 0.24, 1.0, STONE)
    front = darker(STONE, 0.93)
    castle.rectangle(-0.3, 0.45, 0.6, 0.45, front)
    for i in range(5):
        castle.rectangle(-0.3 + 0.14 * i, 0.51, 0.08, 0.07, front)
    castle.ellipse(0, 0.18, 0.1, GATE)
    castle.rectangle(-0.1, 0.18, 0.2, 0.18, GATE)
    for left in (-0.35, 0.29, -0.03):
        castle.window(left, 0.62, 0.06, 0.12)


def _draw_tower(figure: Figure, left: float, width: float, height: float, wall: Color) -> None:
    figure.rectangle(left, height, width, height, wall)
    eaves_left, eaves_right = (left - 0.04, height), (left + width + 0.04, height)
    figure.polygon([eaves_left, (left + width / 2, height + 0.3), eaves_right], SPIRE)


def draw_windmill(figure: Figure) -> None:
    figure.polygon([(-0.24, 0), (-0.14, 0.75), (0.14, 0.75), (0.24, 0)], MILL)
    figure.polygon([(0.03, 0), (0.03, 0.75), (0.14, 0.75), (0.24, 0)], MILL_SHADE)
    figure.ellipse(0, 0.75, 0.15, MILL_CAP)
    figure.rectangle(-0.06, 0.2, 0.12, 0.2, WOOD)
    turn = figure.rng.uniform(0, 1.57)
    for i in range(4):
        _draw_sail(figure, turn + i * QUARTER_TURN)


def _draw_sail(figure: Figure, angle: float) -> None:
    along_x, along_y = direction(angle)

    def on_sail(along: float, across: float) -> tuple[float, float]:
        x = along * along_x - across * along_y
        y = along * along_y + across * along_x
        return x, 0.75 - y

    cloth = [on_sail(0.08, 0), on_sail(0.55, 0), on_sail(0.55, 0.13), on_sail(0.12, 0.1)]
    figure.polygon(cloth, MILL_CLOTH)
    figure.line([(0, 0.75), on_sail(0.56, 0)], MILL_SPAR, 1.3)


def draw_lighthouse(figure: Figure) -> None:
    tower = figure.enlarged(1.25)
    tower.ellipse(0, -0.02, 0.4, ROCK, stretch=(1.1, 0.32))
    for i in range(5):
        _draw_band(tower, i / 5, (i + 1) / 5, TOWER_RED if i % 2 else TOWER_WHITE)
    tower.rectangle(-0.12, 0.83, 0.24, 0.04, GALLERY)
    tower.rectangle(-0.07, 0.95, 0.14, 0.12, LANTERN, glowing=True)
    tower.polygon([(-0.11, 0.95), (0, 1.08), (0.11, 0.95)], LANTERN_ROOF)
    if tower.scene.lamps_are_lit:
        _draw_beam(tower)


def _draw_band(tower: Figure, bottom: float, top: float, color: Color) -> None:
    """`bottom` and `top` as shares of the tower, which narrows upwards."""
    low, high = 0.15 - 0.06 * bottom, 0.15 - 0.06 * top
    y_low, y_high = 0.8 * bottom, 0.8 * top
    tower.polygon([(-low, y_low), (low, y_low), (high, y_high), (-high, y_high)], color)


def _draw_beam(tower: Figure) -> None:
    side = tower.rng.choice((-1, 1))
    far = side * SIZE / tower.size
    tower.polygon([(0, 0.89), (far, 1.2), (far, 0.55)], BEAM, glowing=True, alpha=0.35)


def draw_pyramid(figure: Figure) -> None:
    pyramid = figure.enlarged(1.2)
    pyramid.polygon([(-0.62, 0), (0, 0.75), (0.62, 0)], SANDSTONE)
    pyramid.polygon([(0.15, 0), (0, 0.75), (0.62, 0)], SANDSTONE_SHADE)
