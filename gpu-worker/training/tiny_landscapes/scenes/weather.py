"""What falls or hangs before everything else: rain, lightning, snow, fog."""

from .canvas import SIZE, Canvas
from .scene import Scene

VEILED_WEATHERS = ("rain", "storm", "snowfall", "fog")
RAIN, FLASH_GLOW, FLASH = (206, 220, 240), (255, 250, 200), (255, 252, 224)
NIGHT_FOG, DAY_FOG = (96, 104, 130), (226, 230, 236)


def draw_weather(scene: Scene, canvas: Canvas) -> None:
    weather = scene.attributes.weather
    if weather in ("rain", "storm"):
        _draw_rain(scene, canvas)
    if weather == "storm":
        _draw_lightning(scene, canvas)
    if weather == "snowfall":
        _draw_snowfall(scene, canvas)
    if weather == "fog":
        _draw_fog(scene, canvas)


def _draw_rain(scene: Scene, canvas: Canvas) -> None:
    rng = scene.rng
    for _ in range(70):
        x, y, length = rng.uniform(-5, SIZE), rng.uniform(-5, SIZE), rng.uniform(4, 8)
        canvas.line([(x, y), (x - length * 0.3, y + length)], RAIN, 0.8, 0.55)


def _draw_lightning(scene: Scene, canvas: Canvas) -> None:
    rng = scene.rng
    x, y = rng.uniform(0.2, 0.8) * SIZE, 4.0
    path = [(x, y)]
    while y < scene.horizon - 2:
        y += rng.uniform(5, 10)
        x += rng.uniform(-7, 7)
        path.append((x, min(y, scene.horizon)))
    canvas.line(path, FLASH_GLOW, 4.5, 0.3)
    canvas.line(path, FLASH, 1.7)


def _draw_snowfall(scene: Scene, canvas: Canvas) -> None:
    rng = scene.rng
    for _ in range(75):
        x, y = rng.uniform(0, SIZE), rng.uniform(0, SIZE)
        canvas.ellipse(x, y, rng.uniform(0.6, 1.5), (255, 255, 255), 0.9)


def _draw_fog(scene: Scene, canvas: Canvas) -> None:
    rng = scene.rng
    color = NIGHT_FOG if scene.attributes.time == "night" else scene.lit(DAY_FOG)
    for _ in range(5):
        x, y = rng.uniform(0, SIZE), scene.horizon + rng.uniform(-12, 18)
        canvas.ellipse(x, y, SIZE * 0.5, color, 0.30, 1.4, 0.16)
    canvas.rectangle(0, 0, SIZE, SIZE, color, 0.25)
