"""The frame a subject is drawn in: foot point at (0, 0), x right, y up, one unit = its size.

Colours are lit by the scene's light, except where `glowing` says that the thing shines itself.
"""

from random import Random

import cairo

from .canvas import Color, Point, scaled
from .scene import Scene
from .vocabulary import COLORS

LAMP, GLASS = (255, 220, 110), (120, 170, 210)


class Figure:
    def __init__(self, scene: Scene, x: float, y: float, size: float, color: str | None):
        """`x`, `y` and `size` in pixels of the picture."""
        self.scene = scene
        self.x, self.y, self.size = x, y, size
        self.color_name = color

    @property
    def rng(self) -> Random:
        return self.scene.rng

    @property
    def ground(self) -> str:
        return self.scene.attributes.ground

    @property
    def reflection(self) -> Color:
        """The sky at the horizon, as water mirrors it."""
        return self.scene.sky[2]

    def color_or(self, default: Color) -> Color:
        return COLORS[self.color_name] if self.color_name else default

    def enlarged(self, factor: float) -> "Figure":
        return Figure(self.scene, self.x, self.y, self.size * factor, self.color_name)

    def part(self, x: float, y: float, size: float) -> "Figure":
        """A smaller frame with its foot point at (x, y) of this one."""
        return Figure(self.scene, *self.at(x, y), self.size * size, None)

    def at(self, x: float, y: float) -> Point:
        return self.x + self.size * x, self.y - self.size * y

    def shade(self, color: Color, glowing: bool) -> Color:
        return color if glowing else self.scene.lit(color)

    def polygon(
        self, points: list[Point], color: Color, glowing: bool = False, alpha: float = 1.0
    ) -> None:
        placed = [self.at(*point) for point in points]
        self.scene.canvas.polygon(placed, self.shade(color, glowing), alpha)

    def rectangle(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        color: Color,
        glowing: bool = False,
        alpha: float = 1.0,
    ) -> None:
        x, y = self.at(left, top)
        size = self.size
        shade = self.shade(color, glowing)
        self.scene.canvas.rectangle(x, y, size * width, size * height, shade, alpha)

    def ellipse(
        self,
        x: float,
        y: float,
        radius: float,
        color: Color,
        stretch: Point = (1.0, 1.0),
        glowing: bool = False,
        alpha: float = 1.0,
    ) -> None:
        shade = self.shade(color, glowing)
        self.scene.canvas.ellipse(*self.at(x, y), self.size * radius, shade, alpha, *stretch)

    def line(
        self, points: list[Point], color: Color, width_pixels: float, glowing: bool = False
    ) -> None:
        placed = [self.at(*point) for point in points]
        self.scene.canvas.line(placed, self.shade(color, glowing), width_pixels)

    def curve(
        self, start: Point, control1: Point, control2: Point, end: Point, color: Color, width: float
    ) -> None:
        context = self.scene.canvas.context
        context.move_to(*self.at(*start))
        context.curve_to(*self.at(*control1), *self.at(*control2), *self.at(*end))
        self.scene.canvas.use(self.scene.lit(color))
        context.set_line_width(self.size * width)
        context.stroke()

    def rounded_lines(self, paths: list[tuple[list[Point], float]], color: Color) -> None:
        """Each path with its width in sizes."""
        self.scene.canvas.context.set_line_cap(cairo.LINE_CAP_ROUND)
        for points, width in paths:
            self.line(points, color, self.size * width)
        self.scene.canvas.context.set_line_cap(cairo.LINE_CAP_BUTT)

    def window(self, left: float, top: float, width: float, height: float) -> None:
        lamp = self.scene.lamps_are_lit
        self.rectangle(left, top, width, height, LAMP if lamp else GLASS, glowing=lamp)

    def porthole(self, x: float, y: float, radius: float) -> None:
        lamp = self.scene.lamps_are_lit
        self.ellipse(x, y, radius, LAMP if lamp else GLASS, glowing=lamp)


def darker(color: Color, factor: float = 0.72) -> Color:
    return scaled(color, factor)
