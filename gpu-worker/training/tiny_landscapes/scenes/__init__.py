"""Rendered 128×128 landscapes with captions, all drawn by our own code.

Only `emoji.py` uses art of others: glyphs of the Noto Color Emoji font (OFL-1.1).
"""

from .captions import write_caption
from .focus import draw_weight
from .render import RenderedScene, render_scene

__all__ = ["RenderedScene", "draw_weight", "render_scene", "write_caption"]
