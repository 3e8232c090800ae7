"""The lower part of the picture: water, shore, sand, snow, grass, flowers."""

from .canvas import SIZE, mixed, scaled
from .scene import Scene

DEEP_WATER = {
    "day": (24, 96, 160), "sunrise": (96, 116, 168), "sunset": (88, 50, 98), "night": (14, 26, 70),
}
GLITTER_WEATHERS = ("clear", "cloudy", "rainbow", "aurora")
SOIL_COLORS = {  # at the horizon, at the lower edge
    "meadow": ((124, 186, 84), (64, 136, 56)),
    "desert": ((240, 200, 130), (214, 154, 84)),
    "snow": ((236, 242, 252), (206, 220, 240)),
    "flowers": ((120, 176, 90), (70, 136, 64)),
    "autumn": ((214, 160, 70), (168, 104, 48)),
}
DUNE = (240, 190, 116)
FOAM, SAND = (250, 250, 250), (240, 214, 156)
FAR_SHORE, NEAR_SHORE = (92, 150, 80), (80, 140, 70)
LAVENDER_COLORS = [(170, 96, 210)]
FLOWER_COLORS = [(236, 80, 96), (250, 210, 70), (250, 250, 250), (230, 120, 200)]


def draw_ground(scene: Scene) -> None:
    painters = {"sea": _draw_sea, "lake": _draw_lake, "beach": _draw_beach}
    painters.get(scene.attributes.ground, _draw_land)(scene)


def _draw_sea(scene: Scene) -> None:
    _draw_water(scene, scene.horizon, SIZE)


def _draw_water(scene: Scene, top: float, bottom: float) -> None:
    rng = scene.rng
    deep = scene.overcast(DEEP_WATER[scene.attributes.time])
    scene.canvas.vertical_gradient(top, bottom, [mixed(scene.sky[2], deep, 0.5), deep])
    for _ in range(22):
        y = top + (bottom - top) * rng.random() ** 1.3
        width = rng.uniform(4, 14) * (0.5 + (y - top) / SIZE * 2)
        x = rng.uniform(0, SIZE)
        scene.canvas.line([(x - width / 2, y), (x + width / 2, y)], scene.sky[2], 0.8, 0.35)
    if scene.sun_x is not None and scene.attributes.weather in GLITTER_WEATHERS:
        _draw_glitter(scene, scene.sun_x, top, bottom)


def _draw_glitter(scene: Scene, x: float, top: float, bottom: float) -> None:
    color = (250, 246, 220) if scene.attributes.time == "night" else (255, 226, 140)
    y = top + 1
    while y < bottom:
        width = scene.rng.uniform(3, 8) * (1 + (y - top) / SIZE * 1.5)
        scene.canvas.line([(x - width / 2, y), (x + width / 2, y)], color, 1.3, 0.7)
        y += 2.6


def _draw_lake(scene: Scene) -> None:
    rng = scene.rng
    scene.canvas.rectangle(0, scene.horizon, SIZE, SIZE, scene.lit(FAR_SHORE))
    _draw_water(scene, scene.horizon + 3, SIZE * 0.93)
    control1 = (SIZE * 0.3, SIZE * rng.uniform(0.84, 0.92))
    control2 = (SIZE * 0.6, SIZE * rng.uniform(0.9, 1))
    right_y = SIZE * rng.uniform(0.86, 0.94)
    scene.canvas.fill_below(SIZE * 0.92, control1, control2, right_y, scene.lit(NEAR_SHORE))


def _draw_beach(scene: Scene) -> None:
    _draw_water(scene, scene.horizon, SIZE)
    shore = scene.horizon + scene.ground_height * 0.38
    for y, color in ((shore, FOAM), (shore + 2.5, SAND)):
        control1, control2 = (SIZE * 0.3, y - 4), (SIZE * 0.6, y + 10)
        scene.canvas.fill_below(y + 6, control1, control2, y, scene.lit(color))


def _draw_land(scene: Scene) -> None:
    ground = scene.attributes.ground
    far, near = SOIL_COLORS[ground]
    scene.canvas.vertical_gradient(
        scene.horizon, SIZE, [scene.lit(far, 0.15), scene.lit(near)]
    )
    if ground == "desert":
        _draw_dunes(scene)
    if ground in ("meadow", "autumn"):
        _draw_grass(scene)
    if ground == "flowers":
        _draw_flowers(scene)


def _draw_dunes(scene: Scene) -> None:
    rng = scene.rng
    for layer in range(3):
        y = scene.horizon + scene.ground_height * (0.15 + 0.28 * layer)
        left_y = y + rng.uniform(-4, 6)
        control1 = (SIZE * 0.35, y - rng.uniform(2, 12))
        control2 = (SIZE * 0.6, y + rng.uniform(4, 14))
        right_y = y + rng.uniform(-8, 4)
        color = scene.lit(scaled(DUNE, 1 - 0.09 * layer))
        scene.canvas.fill_below(left_y, control1, control2, right_y, color)


def _draw_grass(scene: Scene) -> None:
    rng = scene.rng
    color = scene.lit(scaled(SOIL_COLORS[scene.attributes.ground][1], 0.8))
    for _ in range(40):
        x, y = rng.uniform(0, SIZE), scene.horizon + scene.ground_height * rng.random()
        scene.canvas.line([(x, y), (x + rng.uniform(-1, 1), y - 2.5)], color, 0.9, 0.7)


def _draw_flowers(scene: Scene) -> None:
    rng = scene.rng
    colors = LAVENDER_COLORS if scene.attributes.lavender else FLOWER_COLORS
    for _ in range(150):
        nearness = rng.random()
        y = scene.horizon + 2 + scene.ground_height * nearness
        x, radius = rng.uniform(0, SIZE), 0.7 + 1.6 * nearness
        scene.canvas.ellipse(x, y, radius, scene.lit(rng.choice(colors)))
