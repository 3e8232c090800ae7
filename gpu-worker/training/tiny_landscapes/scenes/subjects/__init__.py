"""Every subject that is drawn by code, by the word a caption has for it."""

from collections.abc import Callable

from ..figure import Figure
from . import aircraft, animals, boats, buildings, outdoors, plants

PAINTERS: dict[str, Callable[[Figure], None]] = {
    "house": buildings.draw_house,
    "cabin": buildings.draw_cabin,
    "barn": buildings.draw_barn,
    "castle": buildings.draw_castle,
    "windmill": buildings.draw_windmill,
    "lighthouse": buildings.draw_lighthouse,
    "pyramid": buildings.draw_pyramid,
    "sailboat": boats.draw_sailboat,
    "ship": boats.draw_ship,
    "island": plants.draw_island,
    "palm tree": plants.draw_palm_tree,
    "tree": plants.draw_tree,
    "cherry tree": plants.draw_cherry_tree,
    "pine trees": plants.draw_pine_trees,
    "cactus": plants.draw_cactus,
    "whale": animals.draw_whale,
    "swan": animals.draw_swan,
    "birds": animals.draw_birds,
    "tent": outdoors.draw_tent,
    "snowman": outdoors.draw_snowman,
    "umbrella": outdoors.draw_umbrella,
    "hot air balloon": aircraft.draw_hot_air_balloon,
    "airplane": aircraft.draw_airplane,
    "kite": aircraft.draw_kite,
}


def draw_subject(figure: Figure, word: str) -> None:
    PAINTERS[word](figure)
