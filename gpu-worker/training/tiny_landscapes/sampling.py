"""Reference of the product's denoising loop: flow matching, Euler, classifier-free guidance."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from .tokenizer import Tokenizer

TRAIN_TIMESTEPS = 1000
LATENT_SHAPE = (8, 16, 16)
PROMPTS = [
    "a red house in a meadow with snowy mountains at noon",
    "a lighthouse by the sea at sunset",
    "a white sailboat on a calm lake at dawn, watercolor",
    "a castle in a snowy field at night, full moon",
    "a yellow hot air balloon over rolling hills, clear sky",
    "pine trees in a green field, a rainbow, by day",
    "a city skyline by the ocean at night",
    "palm tree on a sandy beach, sunset, the sun",
    "an erupting volcano and the sea, night",
    "a cat in a field of flowers, sunny day",
    "a windmill in a lavender field, oil painting",
    "pixel art of a blue house in a meadow at noon",
    "snow, pine forest, northern lights",
    "an elephant in the desert at sunset, the sun",
    "pencil sketch of a castle and mountains",
    "old photograph of a ship on the sea, rain",
]


def seeded_noise(seeds: Sequence[int]) -> Tensor:
    """[B,8,16,16]; each picture from a seed of its own."""
    generators = [torch.Generator().manual_seed(seed) for seed in seeds]
    return torch.stack([torch.randn(LATENT_SHAPE, generator=g) for g in generators])


@torch.no_grad()
def sample(
    text_encoder: nn.Module,
    denoiser: nn.Module,
    tokenizer: Tokenizer,
    prompts: Sequence[str],
    negative: str = "",
    steps: int = 16,
    guidance: float = 3.0,
    seed: int = 0,
) -> Tensor:
    """Latents [B,8,16,16] of the prompts; picture i is made from `seed + i`."""
    count = len(prompts)
    device = next(denoiser.parameters()).device
    texts = [*prompts, *[negative] * count]
    ids = torch.tensor([tokenizer.ids(text) for text in texts], device=device)
    text = text_encoder(ids)
    x = seeded_noise(range(seed, seed + count)).to(device)
    sigmas = torch.linspace(1, 0, steps + 1)
    for sigma, next_sigma in zip(sigmas[:-1], sigmas[1:]):
        timestep = torch.full((2 * count,), float(sigma) * TRAIN_TIMESTEPS, device=device)
        velocity = denoiser(torch.cat([x, x]), timestep, text).float()
        wanted, unwanted = velocity.chunk(2)
        x = x + (next_sigma - sigma) * (unwanted + guidance * (wanted - unwanted))
    return x
