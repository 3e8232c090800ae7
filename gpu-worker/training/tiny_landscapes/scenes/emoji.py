"""Animals and vehicles as glyphs of the Noto Color Emoji font (OFL-1.1, Debian's package)."""

import functools
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .canvas import SIZE

FONT_PATH = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
BITMAP_SIZE = 109  # the only size the font has
DARKEST = 0.42  # a glyph keeps at least this share of its brightness
EMOJI = {  # word: (glyph, height as a share of the picture)
    "cat": ("\U0001f408", 0.36),
    "dog": ("\U0001f415", 0.36),
    "rabbit": ("\U0001f407", 0.30),
    "horse": ("\U0001f40e", 0.46),
    "cow": ("\U0001f404", 0.44),
    "sheep": ("\U0001f411", 0.36),
    "penguin": ("\U0001f427", 0.36),
    "elephant": ("\U0001f418", 0.50),
    "giraffe": ("\U0001f992", 0.56),
    "duck": ("\U0001f986", 0.30),
    "car": ("\U0001f697", 0.40),
    "bus": ("\U0001f68c", 0.48),
    "dinosaur": ("\U0001f995", 0.54),
    "dragon": ("\U0001f409", 0.54),
    "rooster": ("\U0001f413", 0.34),
    "tractor": ("\U0001f69c", 0.42),
}


def paste_emoji(
    picture: Image.Image,
    word: str,
    x: float,
    horizon: float,
    tint: tuple[float, float, float],
    is_night: bool,
    rng: Random,
) -> None:
    """Pastes the glyph and its shadow, in the light of the scene, with its middle at `x`."""
    glyph = _shaded(_sized(word, rng), tint, 1.25 if is_night else 1.1)
    y = int(horizon + (SIZE - horizon) * rng.uniform(0.5, 0.9))
    left = int(x - glyph.width / 2)
    shadow = Image.new("RGBA", picture.size)
    box = [left + glyph.width * 0.08, y - 3, left + glyph.width * 0.92, y + 3]
    ImageDraw.Draw(shadow).ellipse(box, fill=(0, 0, 0, 70))
    picture.paste(shadow, (0, 0), shadow)
    picture.paste(glyph, (left, y - glyph.height), glyph)


@functools.lru_cache(maxsize=None)
def _glyph(word: str) -> Image.Image:
    font = ImageFont.truetype(FONT_PATH, BITMAP_SIZE)
    image = Image.new("RGBA", (160, 160))
    ImageDraw.Draw(image).text((12, 12), EMOJI[word][0], font=font, embedded_color=True)
    return image.crop(image.getbbox())


def _sized(word: str, rng: Random) -> Image.Image:
    glyph = _glyph(word)
    height = SIZE * EMOJI[word][1] * rng.uniform(0.9, 1.15)
    scale = height / max(glyph.size)
    size = (max(1, int(glyph.width * scale)), max(1, int(glyph.height * scale)))
    return glyph.resize(size, Image.LANCZOS)


def _shaded(glyph: Image.Image, tint: tuple[float, float, float], lift: float) -> Image.Image:
    pixels = np.asarray(glyph, np.float32).copy()
    for channel in range(3):
        pixels[..., channel] *= max(min(1, tint[channel] * lift), DARKEST)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8), "RGBA")
