"""Styles: filters over the finished picture."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from .canvas import SIZE

PIXEL_BLOCK = 4
PIXEL_PALETTE = 20
LUMINANCE = np.array([0.3, 0.59, 0.11], np.float32)
SEPIA = np.array([1.05, 0.86, 0.64])
PAPER = 246
OIL_STROKES = 420


def stylize(image: Image.Image, style: str, rng: Random) -> Image.Image:
    filters = {
        "pixel": lambda: _pixel_art(image),
        "sepia": lambda: _sepia(image),
        "sketch": lambda: _sketch(image),
        "watercolor": lambda: _watercolor(image, _noise_source(rng)),
        "oil": lambda: _oil(image, _noise_source(rng)),
    }
    return filters[style]() if style in filters else image


def _noise_source(rng: Random) -> np.random.RandomState:
    return np.random.RandomState(rng.randrange(1 << 30))


def _noise(source: np.random.RandomState, cells: int) -> np.ndarray:
    """Smooth noise [SIZE, SIZE] in about 0..1."""
    coarse = Image.fromarray(source.rand(cells, cells).astype(np.float32))
    return np.asarray(coarse.resize((SIZE, SIZE), Image.BICUBIC))


def _image(pixels: np.ndarray) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _centred_grid() -> tuple[np.ndarray, np.ndarray]:
    """Row and column of each pixel in -1..1."""
    rows, columns = np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j]
    return rows, columns


def _pixel_art(image: Image.Image) -> Image.Image:
    small = image.resize((SIZE // PIXEL_BLOCK, SIZE // PIXEL_BLOCK), Image.BOX)
    few_colors = small.quantize(
        PIXEL_PALETTE, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    return few_colors.convert("RGB").resize((SIZE, SIZE), Image.NEAREST)


def _sepia(image: Image.Image) -> Image.Image:
    gray = np.asarray(image, np.float32) @ LUMINANCE
    gray = np.clip((gray - 128) * 0.9 + 132, 0, 255)[..., None]
    rows, columns = _centred_grid()
    vignette = (1 - 0.28 * (columns**2 + rows**2))[..., None]
    return _image(gray * SEPIA * vignette)


def _sketch(image: Image.Image) -> Image.Image:
    gray = np.asarray(image.convert("L"), np.float32)
    edges = np.abs(np.diff(gray, axis=1, append=gray[:, -1:]))
    edges = edges + np.abs(np.diff(gray, axis=0, append=gray[-1:]))
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    stripes = np.sin((columns + rows) * 1.25) * 0.5 + 0.5
    hatching = stripes * np.clip((150 - gray) / 150, 0, 1) * 90
    tone = np.clip((200 - gray) * 0.22, 0, 60)
    paper = PAPER - np.clip(edges * 2.2, 0, 190) - hatching - tone
    return _image(np.stack([paper, paper, paper * 0.975], -1))


def _watercolor(image: Image.Image, source: np.random.RandomState) -> Image.Image:
    wet = _displaced(image.filter(ImageFilter.GaussianBlur(0.7)), source)
    wash = 1 + (_noise(source, 9)[..., None] - 0.5) * 0.5
    wet = 255 - (255 - wet) * 0.78 * wash
    edges = _image(wet).filter(ImageFilter.FIND_EDGES).convert("L")
    wet = wet - np.clip(np.asarray(edges, np.float32)[..., None], 0, 90) * 0.25
    margin = _ragged_margin(source)
    return _image(wet * (1 - margin) + 250 * margin)


def _displaced(image: Image.Image, source: np.random.RandomState) -> np.ndarray:
    right = (_noise(source, 22) - 0.5) * 4.5
    down = (_noise(source, 22) - 0.5) * 4.5
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    from_row = np.clip(rows + down, 0, SIZE - 1).astype(int)
    from_column = np.clip(columns + right, 0, SIZE - 1).astype(int)
    return np.asarray(image, np.float32)[from_row, from_column]


def _ragged_margin(source: np.random.RandomState) -> np.ndarray:
    rows, columns = _centred_grid()
    outwards = np.maximum(np.abs(columns), np.abs(rows))
    ragged = outwards - 0.90 + (_noise(source, 14) - 0.5) * 0.14
    return np.clip(ragged * 14, 0, 1)[..., None]


def _oil(image: Image.Image, source: np.random.RandomState) -> Image.Image:
    flat = ImageEnhance.Color(image.filter(ImageFilter.ModeFilter(5))).enhance(1.25)
    colors = np.asarray(flat, np.float32)
    painted = _image(colors)
    draw = ImageDraw.Draw(painted)
    for _ in range(OIL_STROKES):
        _brush_stroke(draw, colors, source)
    return Image.blend(painted.filter(ImageFilter.SMOOTH), painted, 0.5)


def _brush_stroke(
    draw: ImageDraw.ImageDraw, colors: np.ndarray, source: np.random.RandomState
) -> None:
    x, y = source.randint(0, SIZE, 2)
    color = np.clip(colors[y, x] + source.uniform(-22, 22), 0, 255)
    angle, length = source.uniform(-0.7, 0.7), source.uniform(3, 7)
    right, down = length * math.cos(angle), length * math.sin(angle)
    ends = [(x - right, y - down), (x + right, y + down)]
    draw.line(ends, fill=tuple(int(channel) for channel in color), width=2)
