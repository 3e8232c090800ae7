"""Encodes all pictures into RUN/latents.pt, normalised per channel."""

import argparse
import os

import torch
from torch import Tensor

from .autoencoder import Encoder
from .dataset import Images, Latents, pixels_to_signal
from .optimisation import DEVICE, use_threads_of_environment

BATCH = 100
MEASURED = 4000  # pictures that mean and deviation are measured on


@torch.no_grad()
def encode(encoder: Encoder, images: Images) -> Tensor:
    """half [N,8,16,16], as the encoder gives them"""
    parts = []
    for first in range(0, len(images), BATCH):
        indices = range(first, min(first + BATCH, len(images)))
        signal = pixels_to_signal(images.pixels(indices), DEVICE)
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            latents = encoder(signal)
        parts.append(latents.float().half().cpu().contiguous())
    return torch.cat(parts)


def normalised(values: Tensor) -> Latents:
    measured = values[:MEASURED].float()
    mean, deviation = measured.mean((0, 2, 3)), measured.std((0, 2, 3))
    unit = (values.float() - mean[:, None, None]) / deviation[:, None, None]
    return Latents(unit.half(), mean, deviation)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder written by render_data")
    parser.add_argument("run", help="folder with ae.pt")
    arguments = parser.parse_args()
    use_threads_of_environment(default=2)
    encoder = Encoder().to(DEVICE).to(memory_format=torch.channels_last)
    stored = torch.load(os.path.join(arguments.run, "ae.pt"), map_location=DEVICE)
    encoder.load_state_dict(stored["E"])
    latents = normalised(encode(encoder, Images(arguments.data)))
    latents.save(arguments.run)
    print("latents", tuple(latents.values.shape), "deviation", latents.deviation.numpy().round(2))


if __name__ == "__main__":
    main()
