"""What one scene shows, drawn at random."""

from dataclasses import dataclass
from random import Random

from . import vocabulary
from .emoji import EMOJI

KIND_NONE, KIND_EMOJI, KIND_AIR, KIND_GROUND = "none", "emoji", "air", "ground"

TIME_WEIGHTS = [4, 2, 3, 3]
STYLE_WEIGHTS = [8, 2, 2, 2, 1.3, 1.3]
SHARE_WITHOUT_SUBJECT = 0.10
SHARE_UP_TO_EMOJI = 0.45
SHARE_UP_TO_GROUND = 0.86
SUN_SHARES = {"clear": 0.75, "cloudy": 0.75, "aurora": 0.75, "rainbow": 0.25, "snowfall": 0.25}


@dataclass
class Attributes:
    """Words of `vocabulary` (its keys), never pixels."""

    ground: str
    time: str
    weather: str
    backdrop: str
    has_sun: bool
    moon: str
    style: str
    lavender: bool
    kind: str
    subject: str
    color: str | None
    position: str


def draw_attributes(rng: Random, with_emoji: bool = True) -> Attributes:
    ground = rng.choice(list(vocabulary.GROUNDS))
    time = rng.choices(list(vocabulary.TIMES), TIME_WEIGHTS)[0]
    weather = rng.choices(list(vocabulary.WEATHERS), _weather_weights(ground, time))[0]
    backdrop = rng.choices(list(vocabulary.BACKDROPS), _backdrop_weights(ground))[0]
    has_sun = rng.random() < SUN_SHARES.get(weather, 0)
    moon = rng.choice(list(vocabulary.MOONS))
    style = rng.choices(list(vocabulary.STYLES), STYLE_WEIGHTS)[0]
    lavender = rng.random() < 0.4
    kind = _draw_kind(rng, ground, with_emoji)
    subject = _draw_subject(rng, kind, ground)
    color = _draw_color(rng, subject)
    position = rng.choice(vocabulary.POSITIONS)
    return Attributes(
        ground, time, weather, backdrop, has_sun, moon, style, lavender, kind, subject, color,
        position,
    )


def _weather_weights(ground: str, time: str) -> list[float]:
    """In the order of `vocabulary.WEATHERS`."""
    snowfall = 0 if ground in ("desert", "beach") else 2
    rainbow = 0 if time == "night" else 2
    aurora = 3 if time == "night" else 0
    return [10, 4, 2, snowfall, 2, 1.5, rainbow, aurora]


def _backdrop_weights(ground: str) -> list[float]:
    """In the order of `vocabulary.BACKDROPS`."""
    forest = 0 if ground in ("desert", "sea") else 3
    return [3, 3, 3, forest, 2, 1, 4]


def _draw_kind(rng: Random, ground: str, with_emoji: bool) -> str:
    share = rng.random()
    if share < SHARE_WITHOUT_SUBJECT:
        return KIND_NONE
    if with_emoji and share < SHARE_UP_TO_EMOJI and ground not in ("sea", "lake"):
        return KIND_EMOJI
    return KIND_AIR if share > SHARE_UP_TO_GROUND else KIND_GROUND


def _draw_subject(rng: Random, kind: str, ground: str) -> str:
    # All three are drawn each time, so that the rest of a seed does not depend on the kind.
    candidates = {
        KIND_EMOJI: rng.choice(list(EMOJI)),
        KIND_AIR: rng.choice(vocabulary.AIR_SUBJECTS),
        KIND_GROUND: rng.choice(vocabulary.GROUND_SUBJECTS[ground]),
    }
    return candidates.get(kind, "")


def _draw_color(rng: Random, subject: str) -> str | None:
    if subject not in vocabulary.COLORED_SUBJECTS:
        return None
    chosen = rng.random() < 0.75
    if chosen or subject in vocabulary.ALWAYS_COLORED_SUBJECTS:
        return rng.choice(list(vocabulary.COLORS))
    return None
