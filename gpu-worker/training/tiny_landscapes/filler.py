"""Words that mean nothing to the model, put into captions so that it learns to pass over them."""

import string
from random import Random

FILLER_PHRASES = [
    "beautiful", "highly detailed", "masterpiece", "best quality", "4k", "8k",
    "trending on artstation", "very pretty", "a picture of", "an image of", "a photo of",
    "please draw", "i want", "nice", "cute", "small", "big", "large", "tiny", "old", "lovely",
    "dramatic lighting", "soft colors", "vivid colors", "cinematic", "wide angle", "fantasy",
    "dreamy", "peaceful", "epic", "simple", "minimalist", "with", "and", "the", "under", "near",
    "scene", "view", "background",
]
OTHER_WORDS = (
    "a photo of negative blurry bad ugly low quality people man woman tree trees mountain lake "
    "river sky star stars moon sun"
)


def with_filler(rng: Random, caption: str) -> str:
    """The caption with one or two phrases or random letter strings before or behind it."""
    for _ in range(rng.randint(1, 2)):
        words = rng.choice(FILLER_PHRASES) if rng.random() < 0.75 else _random_letters(rng)
        caption = f"{caption}, {words}" if rng.random() < 0.5 else f"{words} {caption}"
    return caption


def _random_letters(rng: Random) -> str:
    return "".join(rng.choice(string.ascii_lowercase) for _ in range(rng.randint(2, 8)))
