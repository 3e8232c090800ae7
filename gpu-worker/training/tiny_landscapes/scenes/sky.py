"""Sky: gradient, stars, sun or moon, northern lights, rainbow, clouds."""

import math

import cairo

from .canvas import SIZE, Color, mixed, scaled
from .scene import Scene

STARRY_WEATHERS = ("clear", "aurora", "cloudy", "rainbow")
SUN_COLORS = {"day": (255, 240, 150), "sunrise": (255, 236, 170), "sunset": (255, 206, 96)}
MOON_COLOR, MOON_GLOW = (244, 242, 222), (220, 226, 255)
CLOUD_COLORS = {
    "day": (252, 252, 255),
    "sunrise": (255, 226, 220),
    "sunset": (250, 166, 140),
    "night": (70, 76, 112),
}
CLOUD_PUFFS = [  # offset right, offset down, radius; all in cloud sizes
    (-1.3, 0.25, 0.7), (0, 0, 1), (1.2, 0.2, 0.8), (-0.5, 0.35, 0.9), (0.6, 0.35, 0.9),
]
AURORA_COLORS = [(70, 240, 160), (60, 220, 200), (160, 110, 240)]
RAINBOW_COLORS = [
    (230, 60, 60), (240, 150, 50), (245, 225, 80), (80, 190, 90), (70, 120, 220), (140, 80, 190),
]


def draw_sky(scene: Scene) -> None:
    scene.canvas.vertical_gradient(0, scene.horizon, scene.sky)
    attributes = scene.attributes
    if attributes.time == "night" and attributes.weather in STARRY_WEATHERS:
        _draw_stars(scene)
    if attributes.has_sun:
        _draw_sun_or_moon(scene)
    if attributes.weather == "aurora":
        _draw_aurora(scene)
    if attributes.weather == "rainbow":
        _draw_rainbow(scene)
    _draw_clouds(scene)


def _draw_stars(scene: Scene) -> None:
    rng = scene.rng
    for _ in range(rng.randint(25, 60)):
        x, y = rng.uniform(0, SIZE), rng.uniform(0, scene.horizon * 0.95)
        radius = rng.choice([0.45, 0.6, 0.9])
        scene.canvas.ellipse(x, y, radius, (255, 255, 240), rng.uniform(0.5, 1))


def _draw_sun_or_moon(scene: Scene) -> None:
    rng, time = scene.rng, scene.attributes.time
    is_low = time in ("sunrise", "sunset")
    x = rng.uniform(0.15, 0.85) * SIZE
    y = scene.horizon * (rng.uniform(0.70, 0.98) if is_low else rng.uniform(0.15, 0.5))
    scene.sun_x = x
    if time == "night":
        _draw_moon(scene, x, y)
        return
    radius = rng.uniform(8, 13)
    scene.canvas.glow(x, y, radius * 4, SUN_COLORS[time], 0.55)
    scene.canvas.ellipse(x, y, radius, SUN_COLORS[time])


def _draw_moon(scene: Scene, x: float, y: float) -> None:
    radius = scene.rng.uniform(7, 11)
    scene.canvas.glow(x, y, radius * 3, MOON_GLOW, 0.35)
    scene.canvas.ellipse(x, y, radius, MOON_COLOR)
    if scene.attributes.moon == "crescent":
        height = y / scene.horizon
        behind = scene.sky[0] if height < 0.5 else scene.sky[1]
        shadow = mixed(behind, scene.sky[1], height)
        scene.canvas.ellipse(x + radius * 0.45, y - radius * 0.2, radius * 0.92, shadow)


def _draw_aurora(scene: Scene) -> None:
    rng = scene.rng
    for _ in range(rng.randint(2, 3)):
        base = scene.horizon * rng.uniform(0.15, 0.45)
        phase, amplitude = rng.uniform(0, 6), rng.uniform(4, 9)
        color = rng.choice(AURORA_COLORS)
        for x in range(0, SIZE, 2):
            _draw_aurora_ray(scene, x, base + amplitude * math.sin(x / 16 + phase), color)


def _draw_aurora_ray(scene: Scene, x: float, y: float, color: Color) -> None:
    height = scene.horizon * 0.38
    top, bottom = y - height * 0.6, y + height * 0.4
    gradient = cairo.LinearGradient(0, top, 0, bottom)
    channels = scaled(color, 1 / 255)
    for offset, alpha in ((0, 0), (0.7, 0.55), (1, 0)):
        gradient.add_color_stop_rgba(offset, *channels, alpha)
    context = scene.canvas.context
    context.set_source(gradient)
    context.rectangle(x, top, 2, height)
    context.fill()


def _draw_rainbow(scene: Scene) -> None:
    rng = scene.rng
    x, y = rng.uniform(0.3, 0.7) * SIZE, scene.horizon + 8
    radius = rng.uniform(0.42, 0.56) * SIZE
    for i, color in enumerate(RAINBOW_COLORS):
        scene.canvas.upper_arc(x, y, radius - i * 2.1, color, 2.3, 0.75)


def _draw_clouds(scene: Scene) -> None:
    rng, weather = scene.rng, scene.attributes.weather
    heavy = weather in ("rain", "storm")
    color = _cloud_color(scene)
    for _ in range(_cloud_count(scene)):
        x = rng.uniform(-5, SIZE + 5)
        y = scene.horizon * rng.uniform(0.06, 0.4 if heavy else 0.6)
        size = rng.uniform(5, 11) * (1.4 if heavy else 1)
        for right, down, radius in CLOUD_PUFFS:
            scene.canvas.ellipse(
                x + right * size, y + down * size, size * radius * 0.8, color, 0.93, 1.25, 0.75
            )


def _cloud_count(scene: Scene) -> int:
    # Both are drawn each time, so that the rest of a seed does not depend on the weather.
    counts = {
        "cloudy": scene.rng.randint(4, 7),
        "rain": 6,
        "storm": 8,
        "snowfall": 5,
        "rainbow": 2,
        "clear": scene.rng.choice([0, 0, 1, 2]),
    }
    return counts.get(scene.attributes.weather, 0)


def _cloud_color(scene: Scene) -> Color:
    color = CLOUD_COLORS[scene.attributes.time]
    if scene.attributes.weather not in ("rain", "storm", "snowfall"):
        return color
    return scaled(scene.overcast(color), 0.45 if scene.attributes.weather == "storm" else 0.7)
