"""The rendered data on disk: shards of pictures, captions, masks, latents."""

import glob
import json
import os
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

CAPTIONS_FILE = "captions.json"
LATENTS_FILE = "latents.pt"
FOCUS_FILE = "focus.npz"
HELD_OUT = 256  # the last pictures, never trained on
CAPTIONS_PER_IMAGE = 3


def shard_path(data: str, number: int) -> str:
    return os.path.join(data, f"images_{number:03d}.npy")


def read_captions(data: str) -> list[list[str]]:
    """`CAPTIONS_PER_IMAGE` captions for each picture."""
    with open(os.path.join(data, CAPTIONS_FILE), encoding="utf-8") as file:
        return json.load(file)


def pixels_to_signal(pixels: np.ndarray, device: str) -> Tensor:
    """uint8 [B,H,W,3] -> float [B,3,H,W] in -1..1, channels last in memory."""
    signal = torch.from_numpy(pixels).to(device).permute(0, 3, 1, 2).float() / 127.5 - 1
    return signal.contiguous(memory_format=torch.channels_last)


class Images:
    """All pictures of a data folder, read from disk as they are needed."""

    def __init__(self, data: str):
        paths = sorted(glob.glob(os.path.join(data, "images_[0-9]*.npy")))
        if not paths:
            raise FileNotFoundError(f"no shards in {data}: run render_data first")
        self.shards = [np.load(path, mmap_mode="r") for path in paths]
        self.shard_length = len(self.shards[0])

    def __len__(self) -> int:
        return sum(len(shard) for shard in self.shards)

    def pixels(self, indices) -> np.ndarray:
        """uint8 [B,128,128,3]"""
        return np.stack([self._one(int(index)) for index in indices])

    def crops(self, rng: np.random.RandomState, count: int, size: int) -> np.ndarray:
        """uint8 [count,size,size,3], from random places of random trained pictures."""
        crops = np.empty((count, size, size, 3), np.uint8)
        for i in range(count):
            image = self._one(rng.randint(len(self) - HELD_OUT))
            top, left = rng.randint(0, image.shape[0] - size + 1, 2)
            crops[i] = image[top : top + size, left : left + size]
        return crops

    def _one(self, index: int) -> np.ndarray:
        return self.shards[index // self.shard_length][index % self.shard_length]


@dataclass
class Focus:
    """Where the subjects are, uint8 [N,16,16], and how often to draw each picture, [N]."""

    masks: np.ndarray
    weights: np.ndarray

    @staticmethod
    def load(data: str) -> "Focus":
        stored = np.load(os.path.join(data, FOCUS_FILE))
        return Focus(stored["masks"], stored["weights"])

    def save(self, data: str) -> None:
        np.savez(os.path.join(data, FOCUS_FILE), masks=self.masks, weights=self.weights)


@dataclass
class Latents:
    """Normalised latents [N,8,16,16] (half) and what normalised them, [8] each."""

    values: Tensor
    mean: Tensor
    deviation: Tensor

    @staticmethod
    def load(run: str, device: str = "cpu") -> "Latents":
        stored = torch.load(os.path.join(run, LATENTS_FILE), map_location=device)
        return Latents(stored["z"], stored["mean"], stored["std"])

    def save(self, run: str) -> None:
        stored = {"z": self.values, "mean": self.mean, "std": self.deviation}
        torch.save(stored, os.path.join(run, LATENTS_FILE))

    def denormalised(self, latents: Tensor) -> Tensor:
        """As the autoencoder knows them."""
        return latents * self.deviation[:, None, None] + self.mean[:, None, None]
