"""Renders the training set: shards images_NNN.npy (uint8 NHWC), captions.json, focus.npz."""

import argparse
import json
import os
from dataclasses import dataclass
from multiprocessing import Pool
from random import Random

import numpy as np

from .dataset import CAPTIONS_FILE, CAPTIONS_PER_IMAGE, Focus, shard_path
from .scenes import draw_weight, render_scene, write_caption

FIRST_SEED = 10_000
CHUNK = 50


@dataclass
class Sample:
    pixels: np.ndarray
    captions: list[str]
    mask: np.ndarray
    weight: float


def render_sample(seed: int) -> Sample:
    scene = render_scene(seed)
    others = [
        write_caption(Random(seed * 7 + i), scene.attributes) for i in range(1, CAPTIONS_PER_IMAGE)
    ]
    weight = draw_weight(scene.attributes)
    return Sample(scene.pixels, [scene.caption, *others], scene.mask, weight)


def save_shard(path: str, images: list[np.ndarray]) -> None:
    """Under another name first, so that a reader never sees half a shard."""
    unfinished = os.path.join(os.path.dirname(path), "unfinished.npy")
    np.save(unfinished, np.stack(images))
    os.rename(unfinished, path)


def save_captions(data: str, captions: list[list[str]]) -> None:
    with open(os.path.join(data, CAPTIONS_FILE), "w", encoding="utf-8") as file:
        json.dump(captions, file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder to write")
    parser.add_argument("count", type=int, help="pictures; rounded down to whole shards")
    parser.add_argument("--shard", type=int, default=4000, help="pictures in a shard")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    os.makedirs(arguments.data, exist_ok=True)
    captions: list[list[str]] = []
    masks: list[np.ndarray] = []
    weights: list[float] = []
    with Pool(arguments.processes) as pool:
        for number in range(arguments.count // arguments.shard):
            first = FIRST_SEED + number * arguments.shard
            samples = pool.map(render_sample, range(first, first + arguments.shard), CHUNK)
            captions += [sample.captions for sample in samples]
            masks += [sample.mask for sample in samples]
            weights += [sample.weight for sample in samples]
            save_shard(shard_path(arguments.data, number), [sample.pixels for sample in samples])
            save_captions(arguments.data, captions)
            Focus(np.stack(masks), np.array(weights)).save(arguments.data)
            print("shard", number, flush=True)


if __name__ == "__main__":
    main()
