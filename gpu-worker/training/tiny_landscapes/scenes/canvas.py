"""A cairo surface with the few shapes that the scenes need.

Lengths are pixels, y grows downwards; a colour is (red, green, blue) in 0..255, alpha in 0..1.
"""

import math

import cairo
import numpy as np
from PIL import Image

SIZE = 128  # pixels, both ways
FULL_TURN = 6.2832

Color = tuple[float, float, float]
Point = tuple[float, float]


def scaled(color: Color, factor: float) -> Color:
    return tuple(channel * factor for channel in color)


def mixed(first: Color, second: Color, share_of_second: float) -> Color:
    k = share_of_second
    return tuple(a * (1 - k) + b * k for a, b in zip(first, second))


class Canvas:
    def __init__(self, image: Image.Image | None = None):
        if image is None:
            self.surface = cairo.ImageSurface(cairo.FORMAT_RGB24, SIZE, SIZE)
        else:
            self.surface = _surface_of(image)
        self.context = cairo.Context(self.surface)

    def image(self) -> Image.Image:
        pixels = self.surface.get_data().tobytes()
        return Image.frombuffer("RGBX", (SIZE, SIZE), pixels, "raw", "BGRX", 0, 1).convert("RGB")

    def use(self, color: Color, alpha: float = 1.0) -> None:
        self.context.set_source_rgba(color[0] / 255, color[1] / 255, color[2] / 255, alpha)

    def polygon(self, points: list[Point], color: Color, alpha: float = 1.0) -> None:
        self.use(color, alpha)
        self.trace(points)
        self.context.close_path()
        self.context.fill()

    def rectangle(
        self, left: float, top: float, width: float, height: float, color: Color, alpha: float = 1.0
    ) -> None:
        self.use(color, alpha)
        self.context.rectangle(left, top, width, height)
        self.context.fill()

    def ellipse(
        self,
        x: float,
        y: float,
        radius: float,
        color: Color,
        alpha: float = 1.0,
        stretch_x: float = 1.0,
        stretch_y: float = 1.0,
    ) -> None:
        self.use(color, alpha)
        self.context.save()
        self.context.translate(x, y)
        self.context.scale(stretch_x, stretch_y)
        self.context.arc(0, 0, radius, 0, FULL_TURN)
        self.context.restore()
        self.context.fill()

    def line(self, points: list[Point], color: Color, width: float, alpha: float = 1.0) -> None:
        self.use(color, alpha)
        self.context.set_line_width(width)
        self.trace(points)
        self.context.stroke()

    def upper_arc(
        self, x: float, y: float, radius: float, color: Color, width: float, alpha: float
    ) -> None:
        self.use(color, alpha)
        self.context.set_line_width(width)
        self.context.arc(x, y, radius, FULL_TURN / 2, FULL_TURN)
        self.context.stroke()

    def trace(self, points: list[Point]) -> None:
        self.context.move_to(*points[0])
        for point in points[1:]:
            self.context.line_to(*point)

    def vertical_gradient(self, top: float, bottom: float, stops: list[Color]) -> None:
        gradient = cairo.LinearGradient(0, top, 0, bottom)
        for i, color in enumerate(stops):
            gradient.add_color_stop_rgb(i / (len(stops) - 1), *scaled(color, 1 / 255))
        self.context.set_source(gradient)
        self.context.rectangle(0, top, SIZE, bottom - top)
        self.context.fill()

    def glow(self, x: float, y: float, radius: float, color: Color, alpha: float) -> None:
        gradient = cairo.RadialGradient(x, y, 0, x, y, radius)
        channels = scaled(color, 1 / 255)
        gradient.add_color_stop_rgba(0, *channels, alpha)
        gradient.add_color_stop_rgba(1, *channels, 0)
        self.context.set_source(gradient)
        self.context.arc(x, y, radius, 0, FULL_TURN)
        self.context.fill()

    def fill_below(
        self, left_y: float, control1: Point, control2: Point, right_y: float, color: Color
    ) -> None:
        """Fills all below a Bézier curve that runs from the left edge to the right edge."""
        self.context.move_to(0, SIZE)
        self.context.line_to(0, left_y)
        self.context.curve_to(*control1, *control2, SIZE, right_y)
        self.context.line_to(SIZE, SIZE)
        self.context.close_path()
        self.use(color)
        self.context.fill()


def _surface_of(image: Image.Image) -> cairo.ImageSurface:
    rgb = np.asarray(image)
    bgrx = np.zeros((SIZE, SIZE, 4), np.uint8)
    bgrx[..., :3] = rgb[..., ::-1]
    bgrx[..., 3] = 255
    pixels = memoryview(bytearray(bgrx.tobytes()))
    return cairo.ImageSurface.create_for_data(pixels, cairo.FORMAT_RGB24, SIZE, SIZE)


def direction(angle: float) -> Point:
    return math.cos(angle), math.sin(angle)
