"""Captions: the attributes in words, with synonyms, in varying order, some left out.

A share that is left out teaches the model to fill gaps; too large a share teaches it to ignore
what it is told. Position was left out half the time once, and the model then ignored it.
"""

from random import Random

from . import vocabulary
from .attributes import KIND_AIR, Attributes

OMIT_GROUND = 0.06
OMIT_POSITION = 0.2
OMIT_BACKDROP = 0.12
OMIT_TIME = 0.08
OMIT_WEATHER = 0.06
OMIT_SUN = 0.2
OMIT_STYLE = 0.06
BACKDROP_LINKS = ["with", "and", "in front of"]
WATERSIDE_SUBJECTS = ("cabin", "tent", "lighthouse")


def write_caption(rng: Random, attributes: Attributes) -> str:
    a = attributes
    subject = _subject_phrase(rng, a)
    ground = _ground_phrase(rng, a)
    backdrop = rng.choice(vocabulary.BACKDROPS[a.backdrop])
    weather = rng.choice(vocabulary.WEATHERS[a.weather])
    time = rng.choice(vocabulary.TIMES[a.time])
    style = rng.choice(vocabulary.STYLES[a.style])
    sun = _sun_phrase(rng, a)

    head, details = _head(rng, a, subject, ground), []
    if subject and a.position != "center" and not _omit(rng, OMIT_POSITION):
        details.append("on the " + a.position)
    if backdrop and not _omit(rng, OMIT_BACKDROP):
        if rng.random() < 0.6:
            head += f" {rng.choice(BACKDROP_LINKS)} {backdrop}"
        if backdrop not in head:
            details.append(backdrop)
    if not _omit(rng, OMIT_TIME):
        head += " " + time
    if weather and not _omit(rng, OMIT_WEATHER):
        details.append(weather)
    if sun and not _omit(rng, OMIT_SUN):
        details.append(sun)
    rng.shuffle(details)
    return _with_style(rng, ", ".join([head] + details), style)


def _omit(rng: Random, share: float) -> bool:
    return rng.random() < share


def _with_article(words: str) -> str:
    return ("an " if words[0] in "aeiou" else "a ") + words


def _subject_phrase(rng: Random, a: Attributes) -> str:
    if not a.subject:
        return ""
    colored = a.color and rng.random() < 0.9
    words = f"{a.color} {a.subject}" if colored else a.subject
    return words if a.subject in vocabulary.PLURAL_SUBJECTS else _with_article(words)


def _ground_phrase(rng: Random, a: Attributes) -> str:
    words = rng.choice(vocabulary.GROUNDS[a.ground])
    if a.ground != "flowers":
        return words
    if a.lavender and rng.random() < 0.7:
        return vocabulary.LAVENDER
    return rng.choice(vocabulary.FLOWERS_BUT_LAVENDER)


def _sun_phrase(rng: Random, a: Attributes) -> str:
    if not a.has_sun:
        return ""
    return rng.choice(vocabulary.MOONS[a.moon] if a.time == "night" else vocabulary.SUNS)


def _head(rng: Random, a: Attributes, subject: str, ground: str) -> str:
    if not subject:
        return ground if rng.random() < 0.6 else "a landscape with " + ground
    if _omit(rng, OMIT_GROUND):
        return subject
    return f"{subject} {_preposition(a)} {ground}"


def _preposition(a: Attributes) -> str:
    if a.kind == KIND_AIR:
        return "over"
    if a.subject in WATERSIDE_SUBJECTS and a.ground in ("lake", "sea"):
        return "by"
    return "on" if a.ground in ("sea", "lake", "beach") else "in"


def _with_style(rng: Random, caption: str, style: str) -> str:
    if not style or _omit(rng, OMIT_STYLE):
        return caption
    if rng.random() < 0.55:
        return f"{caption}, {style}"
    return f"{_with_article(style)} of {caption}"
