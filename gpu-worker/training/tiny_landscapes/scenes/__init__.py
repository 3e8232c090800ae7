"""Rendered 128×128 landscapes with captions, all drawn by our own code.

Only `emoji.py` uses art of others: glyphs of the Noto Color Emoji font (OFL-1.1).
"""

from .attributes import Attributes, draw_attributes
from .captions import write_caption
from .render import render_scene

__all__ = ["Attributes", "draw_attributes", "render_scene", "write_caption"]
