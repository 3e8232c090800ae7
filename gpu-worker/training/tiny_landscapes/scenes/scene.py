"""One scene while it is drawn: the canvas, the dice, the horizon and the light."""

from random import Random

from .attributes import Attributes
from .canvas import SIZE, Canvas, Color, mixed

SKY_COLORS = {  # top, middle, horizon
    "day": [(58, 130, 220), (120, 184, 244), (206, 232, 250)],
    "sunrise": [(120, 146, 214), (238, 182, 196), (255, 226, 172)],
    "sunset": [(66, 44, 112), (222, 84, 92), (255, 176, 72)],
    "night": [(8, 12, 44), (24, 34, 88), (62, 76, 136)],
}
TINTS = {  # what the time of day leaves of each colour channel
    "day": (1, 1, 1),
    "sunrise": (1, 0.90, 0.88),
    "sunset": (0.86, 0.62, 0.58),
    "night": (0.42, 0.46, 0.68),
}
GRAYNESS = {"rain": 0.35, "storm": 0.55, "fog": 0.35, "snowfall": 0.25, "cloudy": 0.10}
STORM_DARKNESS = 0.75
LAMP_TIMES = ("night", "sunset")


class Scene:
    def __init__(self, rng: Random, attributes: Attributes):
        self.rng = rng
        self.attributes = attributes
        self.canvas = Canvas()
        self.horizon = SIZE * rng.uniform(0.52, 0.66)
        self.tint = TINTS[attributes.time]
        self.sky = [self.overcast(color) for color in SKY_COLORS[attributes.time]]
        self.sun_x: float | None = None

    @property
    def ground_height(self) -> float:
        return SIZE - self.horizon

    @property
    def lamps_are_lit(self) -> bool:
        return self.attributes.time in LAMP_TIMES

    def overcast(self, color: Color) -> Color:
        """The colour as it looks under this weather."""
        grayness = GRAYNESS.get(self.attributes.weather, 0)
        luminance = color[0] * 0.3 + color[1] * 0.59 + color[2] * 0.11
        if self.attributes.weather == "storm":
            luminance *= STORM_DARKNESS
        return mixed(color, (luminance, luminance, luminance), grayness)

    def lit(self, color: Color, distance: float = 0.0) -> Color:
        """The colour in this light; `distance` 0..1 lets it fade into the sky at the horizon."""
        tinted = tuple(channel * tint for channel, tint in zip(color, self.tint))
        return mixed(self.overcast(tinted), self.sky[2], distance)
