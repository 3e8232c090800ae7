"""A scene from its seed."""

from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image

from .attributes import KIND_AIR, KIND_EMOJI, KIND_GROUND, Attributes, draw_attributes
from .backdrop import draw_backdrop
from .canvas import SIZE, Canvas
from .captions import write_caption
from .emoji import paste_emoji
from .figure import Figure
from .focus import subject_mask
from .ground import draw_ground
from .scene import Scene
from .sky import draw_sky
from .styles import stylize
from .subjects import draw_subject
from .weather import VEILED_WEATHERS, draw_weather

COLUMNS = {"left": (0.18, 0.32), "center": (0.42, 0.58), "right": (0.68, 0.82)}
LAND = "land"
FOOT_DEPTHS = {  # where a subject stands, as a share of the way from the horizon down
    "sea": (0.25, 0.6), "lake": (0.3, 0.55), "beach": (0.6, 0.85), LAND: (0.3, 0.8),
}
SUBJECT_HEIGHTS = (0.28, 0.44)  # shares of the picture
AIR_HEIGHTS = (0.22, 0.34)
BALLOON_HEIGHTS = (0.3, 0.44)


@dataclass
class RenderedScene:
    """pixels uint8 [128,128,3] (RGB); mask uint8 [16,16], see `focus`."""

    pixels: np.ndarray
    caption: str
    attributes: Attributes
    mask: np.ndarray


def render_scene(seed: int, with_emoji: bool = True) -> RenderedScene:
    rng = Random(seed)
    attributes = draw_attributes(rng, with_emoji)
    scene = Scene(rng, attributes)
    draw_sky(scene)
    draw_backdrop(scene)
    draw_ground(scene)
    landscape = scene.canvas.image()
    picture = _with_subject(scene)
    mask = subject_mask(landscape, picture)
    if attributes.weather in VEILED_WEATHERS:
        veil = Canvas(picture)
        draw_weather(scene, veil)
        picture = veil.image()
    picture = stylize(picture, attributes.style, rng)
    return RenderedScene(np.asarray(picture), write_caption(rng, attributes), attributes, mask)


def _with_subject(scene: Scene) -> Image.Image:
    attributes, rng = scene.attributes, scene.rng
    columns = {side: rng.uniform(*column) for side, column in COLUMNS.items()}
    x = columns[attributes.position] * SIZE
    if attributes.kind == KIND_GROUND:
        y = _foot(scene)
        size = SIZE * rng.uniform(*SUBJECT_HEIGHTS)
        draw_subject(Figure(scene, x, y, size, attributes.color), attributes.subject)
    if attributes.kind == KIND_AIR:
        is_balloon = attributes.subject == "hot air balloon"
        size = SIZE * rng.uniform(*(BALLOON_HEIGHTS if is_balloon else AIR_HEIGHTS))
        y = scene.horizon * rng.uniform(0.55, 0.8)
        draw_subject(Figure(scene, x, y, size, attributes.color), attributes.subject)
    picture = scene.canvas.image()
    if attributes.kind == KIND_EMOJI:
        is_night = attributes.time == "night"
        paste_emoji(picture, attributes.subject, x, scene.horizon, scene.tint, is_night, rng)
    return picture


def _foot(scene: Scene) -> float:
    """Pixel row on which a subject stands."""
    rng, attributes = scene.rng, scene.attributes
    depths = {ground: rng.uniform(*depth) for ground, depth in FOOT_DEPTHS.items()}
    depth = depths.get(attributes.ground, depths[LAND])
    if attributes.ground == "beach" and attributes.subject == "sailboat":
        depth = rng.uniform(0.1, 0.25)
    if attributes.subject == "pyramid":
        depth = rng.uniform(0.1, 0.3)
    if attributes.subject == "cabin":
        return scene.horizon + 4
    return scene.horizon + scene.ground_height * depth
