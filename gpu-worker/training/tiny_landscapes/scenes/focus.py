"""Which part of a picture its subject covers, and how much a picture teaches.

A subject covers a tenth of its picture, so a plain loss is mostly about textures that no model can
foresee. Training weighs the subject's cells more and draws pictures without a clear subject less.
"""

import numpy as np
from PIL import Image

from .attributes import KIND_NONE, Attributes
from .canvas import SIZE

CELL = 8  # pixels: one latent
CELLS = SIZE // CELL
VISIBLE_DIFFERENCE = 10  # of 255
COVERED_SHARE = 0.03
SUBJECT, BORDER = 2, 1  # values of the mask; 0 is elsewhere
WEATHER_WEIGHTS = {"fog": 0.6, "storm": 0.6, "rain": 0.8}
SUBJECT_WEIGHTS = {"birds": 0.4, "kite": 0.7, "airplane": 0.7}
WEIGHT_WITHOUT_SUBJECT = 0.4


def subject_mask(before: Image.Image, after: Image.Image) -> np.ndarray:
    """uint8 [16,16] from the pictures before and after the subject was drawn."""
    difference = np.abs(np.asarray(after, np.int16) - np.asarray(before, np.int16)).max(2)
    changed = (difference > VISIBLE_DIFFERENCE).reshape(CELLS, CELL, CELLS, CELL)
    covered = changed.mean((1, 3)) > COVERED_SHARE
    return np.where(covered, SUBJECT, _grown(covered) * BORDER).astype(np.uint8)


def draw_weight(attributes: Attributes) -> float:
    """How often training draws this picture; 1 is the most."""
    weight = WEATHER_WEIGHTS.get(attributes.weather, 1.0)
    weight *= SUBJECT_WEIGHTS.get(attributes.subject, 1.0)
    return weight * WEIGHT_WITHOUT_SUBJECT if attributes.kind == KIND_NONE else weight


def _grown(cells: np.ndarray) -> np.ndarray:
    """Each cell and its eight neighbours."""
    padded = np.pad(cells, 1)
    grown = np.zeros_like(cells)
    for row in range(3):
        for column in range(3):
            grown |= padded[row : row + CELLS, column : column + CELLS]
    return grown
